/** The simulation's store against the contract of all stores, and against its own disk. */
package dev.cancha.testkit.store;
