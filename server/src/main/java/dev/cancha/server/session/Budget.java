package dev.cancha.server.session;

import java.util.concurrent.TimeUnit;

/**
 * What may still be sent: a token bucket, filled at a steady rate up to its burst. Owner: the event loop of its
 * session's connection.
 */
final class Budget {
  private final long nanosEach;
  private final long burstNanos;
  /** When the bucket was, or will be, empty of debts: a message costs {@code nanosEach} of it. */
  private long paidUntilNanos;

  Budget(int perSecond, int burst, long nowNanos) {
    nanosEach = TimeUnit.SECONDS.toNanos(1) / perSecond;
    burstNanos = nanosEach * burst;
    paidUntilNanos = nowNanos - burstNanos;
  }

  /** Takes one; false where none is left. */
  boolean take(long nowNanos) {
    paidUntilNanos = Math.max(paidUntilNanos, nowNanos - burstNanos);
    if (paidUntilNanos + nanosEach > nowNanos) {
      return false;
    }
    paidUntilNanos += nanosEach;
    return true;
  }
}
