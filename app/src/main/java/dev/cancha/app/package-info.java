/**
 * The {@code cancha} command: reads its options, and makes what the server and the client are handed (event loops,
 * clocks, chance, threads). Each command is a package below this one; what they have in common with a process (its
 * console, signals and exit code) stands here. The main thread runs the command and waits for its end.
 */
@NullMarked
package dev.cancha.app;

import org.jspecify.annotations.NullMarked;
