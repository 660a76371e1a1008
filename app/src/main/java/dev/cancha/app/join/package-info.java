/**
 * {@code cancha join}: a client for a plain terminal, and for a pipe. It plays every game, since it draws the room
 * document as text and derives what may be typed from the JSON Schema of the game's acts; a few games have a painter
 * of their own. {@link dev.cancha.app.join.LineMode} is the whole conversation, fed with events by one thread;
 * everything else here is immutable, but for the classes that connect it to a terminal and to a server.
 */
@NullMarked
package dev.cancha.app.join;

import org.jspecify.annotations.NullMarked;
