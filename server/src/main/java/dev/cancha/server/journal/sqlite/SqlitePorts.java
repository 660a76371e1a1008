package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.Commits;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What the store needs from outside.
 *
 * @param writer runs one task at a time, in order: a thread of its own, for it waits for the disk
 * @param turns what is appended in one turn is gathered until its end
 * @param soon runs tasks a little later, on any thread: what nobody waits for is gathered until then
 * @param nanoTime a monotonic clock, to measure commits with
 * @param commits told of each of them
 * @param connections opens the file
 */
public record SqlitePorts(Executor writer, Turns turns, Executor soon, LongSupplier nanoTime, Commits commits,
    Connections connections) {
  /** Those of a store that puts nothing off. */
  public SqlitePorts(Executor writer, LongSupplier nanoTime, Commits commits, Connections connections) {
    this(writer, Turns.NONE, Runnable::run, nanoTime, commits, connections);
  }
}
