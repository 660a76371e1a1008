/**
 * {@code cancha host}: finds a port and a data directory, starts the server, and tells people how they get to it.
 * The server itself is started by {@link dev.cancha.app.host.ServerLauncher}, which the command is handed, so that
 * everything here is tested without one. The thread of the command's start owns it all.
 */
@NullMarked
package dev.cancha.app.host;

import org.jspecify.annotations.NullMarked;
