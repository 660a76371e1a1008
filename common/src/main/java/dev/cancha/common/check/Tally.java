package dev.cancha.common.check;

import dev.cancha.common.check.Report.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What is counted and noted while a game is checked, and which checks are still made: one that has failed is not made
 * again, so that others come to their turn. Owner: the thread that checks.
 */
final class Tally {
  private final Map<Check, Long> looked = new EnumMap<>(Check.class);
  private final Set<Check> off = EnumSet.noneOf(Check.class);
  private final Set<Check> failed = EnumSet.noneOf(Check.class);
  private boolean looksAnyway;
  private final SequencedMap<String, Finding> warnings = new LinkedHashMap<>();
  private final SequencedMap<String, Numbers> numbers = new LinkedHashMap<>();
  private long acts;
  private long ticks;

  /** Numbers that come one by one. */
  private static final class Numbers {
    private long[] values = new long[64];
    private int count;

    void add(long value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }
  }

  /** One in which that check alone is made. Rules may throw whatever is looked at: so for that, everything is. */
  static Tally of(Check only) {
    Tally tally = new Tally();
    tally.off.addAll(EnumSet.complementOf(EnumSet.of(only)));
    tally.looksAnyway = only == Check.THROWS;
    return tally;
  }

  boolean on(Check check) {
    return !off.contains(check);
  }

  void turnOff(Check check) {
    off.add(check);
  }

  void failed(Check check) {
    off.add(check);
    failed.add(check);
  }

  /** Whether that has failed, so that what follows from it is not told as well. */
  boolean hasFailed(Check check) {
    return failed.contains(check);
  }

  /** Whether {@code check} is to be made, which is then counted. */
  boolean looks(Check check) {
    if (!on(check)) {
      return looksAnyway;
    }
    looked.merge(check, 1L, Long::sum);
    return true;
  }

  /** Makes a check of which only the outcome is known here. */
  void hold(Check check, boolean held, Supplier<Violation> otherwise) {
    if (looks(check) && !held && on(check)) {
      throw otherwise.get();
    }
  }

  /** Told once. */
  void warn(Check check, String what, String right) {
    warnings.putIfAbsent(check + what, new Finding(check, what, right, null));
  }

  void measure(String name, long value) {
    numbers.computeIfAbsent(name, _ -> new Numbers()).add(value);
  }

  void acted() {
    acts++;
  }

  void ticked() {
    ticks++;
  }

  Report report(Rules<?, ?> rules, Report.Played played, List<Finding> failures) {
    return new Report(rules.info().id(), rules.game().rules(), played, looked(), failures,
        new ArrayList<>(warnings.values()), figures());
  }

  SortedMap<Check, Long> looked() {
    return new TreeMap<>(looked);
  }

  SequencedMap<String, Figures> figures() {
    SequencedMap<String, Figures> figures = new LinkedHashMap<>();
    numbers.forEach((name, each) -> figures.put(name, Figures.of(each.values, each.count)));
    return figures;
  }

  Report.Played played(long seed, int matches) {
    return new Report.Played(seed, matches, acts, ticks);
  }
}
