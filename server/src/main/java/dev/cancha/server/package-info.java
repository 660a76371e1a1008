/**
 * The server as a whole: its configuration, and the class that builds and connects everything below. What it needs
 * from the machine (event loops, clocks, chance, threads) is handed to it, so that the same code runs in a process,
 * in a test, and under simulation. Nothing else in the server imports this package.
 */
@NullMarked
package dev.cancha.server;

import org.jspecify.annotations.NullMarked;
