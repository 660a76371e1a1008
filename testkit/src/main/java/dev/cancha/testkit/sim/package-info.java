/**
 * A world in one thread: {@link dev.cancha.testkit.sim.SimWorld} is its only clock and runs everything, from a seed.
 * Processes with their event loops ({@link dev.cancha.testkit.sim.SimProcess}), a network between them
 * ({@link dev.cancha.testkit.sim.SimNet}) and Netty channels on it, so that the production server
 * ({@link dev.cancha.testkit.sim.SimServer}) and the production client run in it as they are. The same seed gives the
 * same bytes at the same times, on every machine and in every JVM.
 *
 * <p>Everything here belongs to the thread that made the world, and says so when another one calls. What is called
 * "kernel" in the comments is what the operating system does between a socket call and the wire.
 */
@NullMarked
package dev.cancha.testkit.sim;

import org.jspecify.annotations.NullMarked;
