package dev.cancha.testkit.swarm;

import dev.cancha.testkit.fault.FaultKind;
import dev.cancha.testkit.judge.Judges;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of many runs, added up; the order in which they are added has no say. Owner: one thread at a time, which
 * holds the swarm's lock.
 */
public final class Tally {
  private static final double MILLIS_PER_HOUR = 3_600_000.0;
  private static final int RAREST = 3;

  private final SortedMap<FaultKind, Long> faults = new TreeMap<>();
  private final SortedMap<String, Integer> reached = new TreeMap<>();
  private final SortedMap<Long, Verdict> failures = new TreeMap<>();
  private Duration played = Duration.ZERO;
  private int seeds;

  void add(Verdict verdict) {
    seeds++;
    played = played.plus(verdict.played());
    verdict.faults().forEach((kind, count) -> faults.merge(kind, (long) count, Long::sum));
    verdict.reached().keySet().forEach(state -> reached.merge(state, 1, Integer::sum));
    if (verdict.failed()) {
      failures.put(verdict.seed(), verdict);
    }
  }

  /** How many seeds were run. */
  public int seeds() {
    return seeds;
  }

  public Duration played() {
    return played;
  }

  /** The runs that failed, by their seeds. */
  public SortedMap<Long, Verdict> failures() {
    return Collections.unmodifiableSortedMap(failures);
  }

  /** In how many seeds each rare state was reached. */
  public SortedMap<String, Integer> reached() {
    return Collections.unmodifiableSortedMap(reached);
  }

  /** On one line: seeds, virtual hours, faults by kind, failures, and how often the rarest states were reached. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(
        String.format(Locale.ROOT, "swarm: %d seeds, %.1f virtual hours, faults:",
            seeds, played.toMillis() / MILLIS_PER_HOUR));
    faults.forEach((kind, count) -> line.append(' ').append(kind.word()).append(' ').append(count));
    line.append(", failures: ").append(failures.size()).append(", rarest:");
    Judges.expected()
        .stream()
        .sorted(Comparator.comparingInt(state -> reached.getOrDefault(state, 0)))
        .limit(RAREST)
        .forEach(
            state -> line.append(" '").append(state).append("' ").append(reached.getOrDefault(state, 0)));
    return line.toString();
  }
}
