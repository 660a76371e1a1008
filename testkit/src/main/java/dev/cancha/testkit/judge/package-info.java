/**
 * What must hold in every simulated run, whatever its workloads and faults are. Each judge listens at the clients'
 * ends and at the journal, keeps its own account of what it saw, and says at each stage what was wrong. Imports
 * {@code scene} and {@code sim}; nobody here drives anything. Owner: the world's thread.
 */
@NullMarked
package dev.cancha.testkit.judge;

import org.jspecify.annotations.NullMarked;
