/**
 * The shell of a room on its event loop: gives it inputs in order, renders what it shows once for everyone, waits
 * for the journal, and releases in order of position to the members' connections. While a match that ticks is
 * running, inputs wait for the tick and are one step with it. Below {@code session} and {@code lobby}, which implement
 * the interfaces that lead back ({@link dev.cancha.server.host.Link}, {@link dev.cancha.server.host.Listing},
 * {@link dev.cancha.server.host.Places}); above {@code room} and {@code journal}. A
 * {@link dev.cancha.server.host.RoomHost} and all that it holds belong to the room's event loop; what other threads
 * may call says so.
 */
@NullMarked
package dev.cancha.server.host;

import org.jspecify.annotations.NullMarked;
