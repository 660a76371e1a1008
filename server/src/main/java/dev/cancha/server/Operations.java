package dev.cancha.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * What serves operators and those who look at matches of the past.
 *
 * @param reads runs what waits for the disk; may reject what is too much
 * @param meters in which the server's metrics are registered
 * @param page all that is in {@code meters}, in Prometheus's text format; asked for on {@code reads}
 */
public record Operations(Executor reads, MeterRegistry meters, Supplier<String> page) {
  /** Of a server that nobody asks for either: its metrics are nowhere, and it is always too busy to read. */
  public static Operations none() {
    return new Operations(task -> {
      throw new RejectedExecutionException("this server reads nothing");
    }, new CompositeMeterRegistry(), () -> "");
  }
}
