package dev.cancha.testkit;

import dev.cancha.testkit.MatchRuns.Ran;
import dev.cancha.testkit.fault.Fault;
import dev.cancha.testkit.fault.FaultPlan;
import dev.cancha.testkit.fault.Shrinker.Shrunk;
import dev.cancha.testkit.sim.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is printed of a match that failed: all that it takes to see it again. */
final class MatchReport {
  private static final int MOST_EVENTS = 40;

  private MatchReport() {}

  /**
   * A failure as small as it could be made.
   *
   * @param ran with the plan of {@code shrunk}, where that is not null
   * @param replay a line that says where its replay is
   */
  record Smallest(Ran ran, @Nullable Shrunk shrunk, String replay) {}

  static String failed(MatchSpec spec, long seed, Smallest failure) {
    Ran ran = failure.ran();
    Shrunk shrunk = failure.shrunk();
    List<String> lines = new ArrayList<>();
    lines.add(spec.game() + " failed with seed " + seed + ":");
    String.valueOf(ran.failure() == null ? null : ran.failure().getMessage())
        .strip()
        .lines()
        .forEach(line -> lines.add("  " + line));
    lines.add("it runs again with");
    lines.add("  " + again(spec, seed));
    if (shrunk != null) {
      lines.add("its faults, shrunk in " + shrunk.runs() + " runs"
          + (shrunk.done() ? "" : " (no more were allowed)")
          + ", are");
      plan(shrunk.plan(), lines);
      lines.add("and run alone with");
      lines.add("  " + again(spec, seed) + " '-Dmatch.plan=" + shrunk.plan() + "'");
    }
    lines.add(failure.replay());
    lines.add("the last events are");
    ran.events()
        .subList(Math.max(0, ran.events().size() - MOST_EVENTS), ran.events().size())
        .forEach(line -> lines.add("  " + line));
    return String.join("\n", lines);
  }

  /** Two runs of one seed that should be the same and are not. */
  static String differ(MatchSpec spec, long seed, Ran first, Ran second) {
    List<String> lines = new ArrayList<>();
    lines.add(spec.game() + " with seed " + seed + " is not the same when it is run twice: "
        + Trace.firstDifference(first.trace(), second.trace()));
    int at = firstDifference(first.events(), second.events());
    if (at >= 0) {
      lines.add("there the one has");
      lines.add("  " + line(first.events(), at));
      lines.add("and the other");
      lines.add("  " + line(second.events(), at));
    }
    lines.add(
        "something in the rules, or in the test, depends on what is not from the seed: a clock, chance of its own,");
    lines.add("a static field, the order of a HashMap or Set.of. It runs again with");
    lines.add("  " + again(spec, seed));
    return String.join("\n", lines);
  }

  private static int firstDifference(List<String> one, List<String> other) {
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      if (!line(one, i).equals(line(other, i))) {
        return i;
      }
    }
    return -1;
  }

  private static String line(List<String> lines, int at) {
    return at < lines.size() ? lines.get(at) : "nothing more";
  }

  private static String again(MatchSpec spec, long seed) {
    String test = "-Dtest=" + spec.name();
    return "mvn test " + (test.contains("$") ? "'" + test + "'" : test) + " -Dmatch.seed=" + seed;
  }

  private static void plan(FaultPlan plan, List<String> lines) {
    lines.add("  " + plan.mix());
    for (Fault fault : plan.faults()) {
      lines.add("  " + fault);
    }
  }
}
