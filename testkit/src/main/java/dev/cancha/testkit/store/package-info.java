/**
 * The journal of a simulated server: {@link dev.cancha.testkit.store.SimStore}, which answers to the same contract as
 * the stores of real servers. It keeps bytes on the disk of its machine, and a process that begins there reads them
 * again; nothing else outlives a crash. Above {@code sim}; knows nothing of rooms. Owner of everything: the world's
 * thread.
 */
@NullMarked
package dev.cancha.testkit.store;

import org.jspecify.annotations.NullMarked;
