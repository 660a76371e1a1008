/**
 * Event loops for the rooms of foreign games, those that came from jars: kept apart by game, watched, and given up with
 * all that lives on them when one does not answer any more, since a thread that never returns from a game's code cannot
 * be taken back. Knows nothing of rooms: who lives on a loop is a {@link dev.cancha.server.foreign.Tenant}. Below
 * {@code host}, which has the rooms. Any thread may use what is here; the watch itself runs on an event loop of the
 * server's own.
 */
@NullMarked
package dev.cancha.server.foreign;

import org.jspecify.annotations.NullMarked;
