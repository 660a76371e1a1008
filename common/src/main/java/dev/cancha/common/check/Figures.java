package dev.cancha.common.check;

import java.util.Arrays;

/** Some numbers in order: a summary of what was measured. */
public record Figures(long count, long median, long p99, long max) {
  /** Of the first {@code count} of {@code values}, which is not changed; there is at least one. */
  static Figures of(long[] values, int count) {
    long[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return new Figures(count, sorted[(count - 1) / 2], sorted[(int) ((count - 1) * 99L / 100)],
        sorted[count - 1]);
  }
}
