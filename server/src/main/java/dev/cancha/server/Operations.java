package dev.cancha.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What serves operators and those who look at matches of the past.
 *
 * @param reads runs what waits for the disk; may reject what is too much
 * @param plays runs what plays a match of that game again, with the game's code: of a foreign one apart from all
 *     others; may reject what is too much
 * @param meters in which the server's metrics are registered
 * @param page all that is in {@code meters}, in Prometheus's text format; asked for on {@code reads}
 */
public record Operations(Executor reads, Function<String, Executor> plays, MeterRegistry meters,
    Supplier<String> page) {
  /** Of a server that nobody asks for either: its metrics are nowhere, and it is always too busy to read. */
  public static Operations none() {
    Executor rejecting = task -> {
      throw new RejectedExecutionException("this server reads nothing");
    };
    return new Operations(rejecting, game -> rejecting, new CompositeMeterRegistry(), () -> "");
  }
}
