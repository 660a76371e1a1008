package dev.cancha.client;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long to wait before the next attempt: 0.5 s, doubling to 10 s, times 0.5 to 1 so that clients which were lost
 * together do not come back together. Owner: the client's event loop.
 */
final class Backoff {
  private static final long FIRST_MILLIS = 500;
  private static final long LONGEST_MILLIS = 10_000;
  private static final int MOST_DOUBLINGS = 5;

  private final LongSupplier chance;
  private int failures;

  Backoff(LongSupplier chance) {
    this.chance = chance;
  }

  /** The wait after one more failure. */
  Duration next() {
    long millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS << failures);
    failures = Math.min(failures + 1, MOST_DOUBLINGS);
    return Duration.ofMillis((long) (millis * (0.5 + fraction() / 2)));
  }

  /** The wait that the server asked for: never less, and up to half more. */
  Duration after(long retryAfterMillis) {
    return Duration.ofMillis((long) (retryAfterMillis * (1 + fraction() / 2)));
  }

  void reset() {
    failures = 0;
  }

  /** 0 to 1. */
  private double fraction() {
    return (chance.getAsLong() >>> 11) * 0x1p-53;
  }
}
