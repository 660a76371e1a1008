package dev.cancha.testkit.swarm;

import dev.cancha.testkit.fault.Fault;
import dev.cancha.testkit.fault.FaultPlan;
import dev.cancha.testkit.fault.Shrinker.Shrunk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is printed of a run that failed: all that it takes to see it again. */
final class Report {
  private static final String AGAIN = "./mvnw -Pswarm verify -Dseeds=1 -DfirstSeed=";
  /** Complaints beyond so many repeat the first ones. */
  private static final int MOST_COMPLAINTS = 12;

  private Report() {}

  /** The line that runs {@code seed} again as it was drawn. */
  static String again(long seed) {
    return AGAIN + seed;
  }

  /** The line that runs {@code seed} with {@code plan}. */
  static String again(long seed, FaultPlan plan) {
    return AGAIN + seed + " '-Dplan=" + plan + "'";
  }

  /** {@code shrunk} and {@code again} are of the smallest plan that still fails, or null where none was looked for. */
  static String of(Verdict failed, @Nullable Shrunk shrunk, @Nullable Verdict again) {
    List<String> lines = new ArrayList<>();
    lines.add("seed " + failed.seed() + " failed:");
    complaints(failed, lines);
    lines.add("it runs again with");
    lines.add("  " + again(failed.seed()));
    if (shrunk == null || again == null) {
      lines.add("its plan was");
      plan(failed.plan(), lines);
      lines.add("the last events");
      failed.lastEvents().forEach(line -> lines.add("  " + line));
    } else {
      lines.add(
          "shrunk in " + shrunk.runs() + " runs " + (shrunk.done() ? "" : "(more were not allowed) ") + "to");
      plan(shrunk.plan(), lines);
      lines.add("which runs again with");
      lines.add("  " + again(failed.seed(), shrunk.plan()));
      lines.add("and fails with");
      complaints(again, lines);
      lines.add("its last events");
      again.lastEvents().forEach(line -> lines.add("  " + line));
    }
    return String.join("\n", lines);
  }

  private static void complaints(Verdict verdict, List<String> lines) {
    verdict.complaints().stream().limit(MOST_COMPLAINTS).forEach(complaint -> lines.add("  " + complaint));
    int more = verdict.complaints().size() - MOST_COMPLAINTS;
    if (more > 0) {
      lines.add("  and " + more + " more");
    }
  }

  private static void plan(FaultPlan plan, List<String> lines) {
    lines.add("  " + plan.mix());
    for (Fault fault : plan.faults()) {
      lines.add("  " + fault);
    }
  }
}
