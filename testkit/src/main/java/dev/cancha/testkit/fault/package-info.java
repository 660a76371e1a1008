/**
 * What goes wrong in a simulated match, as data: a {@link dev.cancha.testkit.fault.FaultPlan} is drawn from a seed
 * before the run, printed on one line, read back from it, done to the world, and shrunk when the run fails. Stands on
 * {@code sim} alone and knows neither workloads nor judges. Everything belongs to the one thread of the world.
 */
@NullMarked
package dev.cancha.testkit.fault;

import org.jspecify.annotations.NullMarked;
