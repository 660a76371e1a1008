package dev.cancha.client;

/**
 * An estimate of the match's time. It runs late by the time that its message took to arrive.
 *
 * @param matchMillis the match time that a message told
 * @param atNanos when it arrived, by the loop's ticker
 */
record MatchClock(long matchMillis, long atNanos) {
  private static final long NANOS_PER_MILLI = 1_000_000;

  long millisAt(long nanos) {
    return matchMillis + (nanos - atNanos) / NANOS_PER_MILLI;
  }
}
