package dev.cancha.testkit.swarm;

import dev.cancha.testkit.fault.FaultPlan;
import dev.cancha.testkit.scene.Judge;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The composition root of the swarm in a build: which seeds, on how many threads, judged by whom. */
final class Seeds {
  private static final int MOST_THREADS = 8;
  private static final int FIRST_SEED_BOUND = 1_000_000_000;

  private Seeds() {}

  /** As every run is: the usual one, and nothing may be logged as an error. */
  static Staging staging() {
    Staging usual = Staging.usual();
    return new Staging(usual.workloads(), usual.play(), () -> {
      List<Judge> judges = new ArrayList<>(usual.judges().get());
      judges.add(new LoggedErrors());
      return judges;
    }, usual.ports());
  }

  /** {@code -DfirstSeed}, or one that nobody has seen before. */
  static long first() {
    Long given = Long.getLong("firstSeed");
    return given != null ? given : new SplittableRandom().nextInt(FIRST_SEED_BOUND);
  }

  /** {@code -Dseeds}, or {@code usually}. */
  static int count(int usually) {
    return Integer.getInteger("seeds", usually);
  }

  /** {@code -Dplan}, or null: as each seed draws it. */
  static @Nullable FaultPlan plan() {
    String text = System.getProperty("plan");
    return text == null ? null : FaultPlan.parse(text);
  }

  static int threads() {
    return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
  }
}
