package dev.cancha.server;

import dev.cancha.server.journal.Journal;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Lets go of finished matches that are too old or too many: at the start, and once an hour. */
public final class Retention {
  private static final Duration PERIOD = Duration.ofHours(1);

  private Retention() {}

  /** Goes on until {@code loop} ends, or what is given back is cancelled. */
  public static Future<?> start(ServerConfig.History history, Journal journal, InstantSource wallClock,
      EventExecutor loop) {
    long keepMillis = Duration.ofDays(history.keepDays()).toMillis();
    return loop.scheduleAtFixedRate(
        () -> journal.prune(wallClock.millis() - keepMillis, history.keepMatches()), 0, PERIOD.toNanos(),
        TimeUnit.NANOSECONDS);
  }
}
