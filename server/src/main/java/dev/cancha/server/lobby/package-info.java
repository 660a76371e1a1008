/**
 * Where rooms are found and opened: codes, the list of public rooms, quick match, the games on offer. Below
 * {@code session}, above {@code host}. Shared by all event loops: everything here may be used from any thread.
 */
@NullMarked
package dev.cancha.server.lobby;

import org.jspecify.annotations.NullMarked;
