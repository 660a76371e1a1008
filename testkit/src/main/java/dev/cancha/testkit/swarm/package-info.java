/**
 * Runs simulated matches by the seed: {@link dev.cancha.testkit.swarm.SwarmRun} is one seed with its verdict,
 * {@link dev.cancha.testkit.swarm.Swarm} many of them with a report. Stands on all other packages of the simulation;
 * only tests and the kit use it. A run belongs to the thread that runs it, and shares nothing with any other run.
 */
@NullMarked
package dev.cancha.testkit.swarm;

import org.jspecify.annotations.NullMarked;
