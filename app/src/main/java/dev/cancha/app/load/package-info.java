/**
 * {@code cancha load}: measures what playing, and coming back, costs a server, on this machine.
 * {@link dev.cancha.app.load.Trial} starts the servers in processes of their own, plays on them with a crowd of bare
 * clients on one event loop of this process, and reads what the kernel counts;
 * {@link dev.cancha.app.load.BareServer} does the same work without rooms, so that figures can be told as ratios, which
 * travel from machine to machine better than microseconds. {@link dev.cancha.app.load.Comeback} starts them on the
 * rooms of a server that was killed, which {@link dev.cancha.app.load.Stock} writes beforehand, and looks at what it
 * costs that they come back. Everything that talks belongs to the crowd's event loop, everything that waits to the
 * thread of the command; the rest is immutable.
 */
@NullMarked
package dev.cancha.app.load;

import org.jspecify.annotations.NullMarked;
