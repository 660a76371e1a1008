package dev.cancha.testkit;

import dev.cancha.testkit.fault.FaultPlan;
import dev.cancha.testkit.fault.Shrinker;
import dev.cancha.testkit.fault.Shrinker.Shrunk;
import dev.cancha.testkit.sim.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** The runs of one seed of a match test. Owner: the thread of the test. */
final class MatchRuns {
  private static final int KEPT_EVENTS = 40;
  private static final int SHRINK_RUNS = 60;

  private final MatchSpec spec;
  private final long seed;

  MatchRuns(MatchSpec spec, long seed) {
    this.spec = spec;
    this.seed = seed;
  }

  /** The method of a test, without the kit's own checks. */
  interface Body {
    void play(Match match) throws Throwable;
  }

  /**
   * What came of a run.
   *
   * @param failure null for a pass
   * @param events the last ones; where runs are compared all of them
   */
  record Ran(FaultPlan plan, @Nullable Throwable failure, List<String> events, Trace trace) {
    /** Whether it is the same failure, as far as one can tell: a smaller plan must show no other. */
    boolean like(Ran other) {
      return failure != null && other.failure != null && kind(failure).equals(kind(other.failure));
    }

    private static String kind(Throwable failure) {
      return failure instanceof Arena.Complained complained ? "judge " + complained.judge()
          : failure.getClass().getName() + place(failure);
    }

    /** The line outside of the kit and of libraries, most often the test's. */
    private static String place(Throwable failure) {
      for (StackTraceElement frame : failure.getStackTrace()) {
        String name = frame.getClassName();
        if (!name.startsWith("org.assertj") && !name.startsWith("org.junit") && !name.startsWith("java.")
            && !name.equals(Match.class.getName()) && !name.equals(Arena.class.getName())
            && !name.equals(Player.class.getName()) && !name.startsWith("dev.cancha.testkit.sim.")) {
          return " " + frame;
        }
      }
      return "";
    }
  }

  Match match(FaultPlan plan) {
    return new Match(spec, seed, plan, spec.twice() ? Integer.MAX_VALUE : KEPT_EVENTS);
  }

  /** Plays {@code match} by {@code body}; {@code again} is the same for another match. */
  void play(Match match, Body body, Body again) throws Throwable {
    Ran first = run(match, body);
    if (first.failure != null) {
      throw failed(first, again);
    }
    if (spec.twice()) {
      Ran second = run(match(first.plan), again);
      if (Trace.firstDifference(first.trace, second.trace) != null) {
        throw new AssertionError(MatchReport.differ(spec, seed, first, second), second.failure);
      }
    }
  }

  private AssertionError failed(Ran first, Body again) {
    Ran[] smallest = {first};
    Shrunk shrunk = null;
    if (!first.plan.faults().isEmpty()) {
      shrunk = Shrinker.shrink(first.plan, plan -> {
        Ran ran = run(match(plan), again);
        boolean like = ran.like(first);
        smallest[0] = like ? ran : smallest[0];
        return like;
      }, SHRINK_RUNS);
    }
    return new AssertionError(MatchReport.failed(spec, seed, smallest[0], shrunk), smallest[0].failure);
  }

  private static Ran run(Match match, Body body) {
    Arena arena = match.arena();
    Throwable failure = null;
    try (arena) {
      body.play(match);
      match.finish();
    } catch (TestAbortedException assumption) {
      throw assumption;
    } catch (Throwable thrown) {
      failure = thrown;
    }
    return new Ran(arena.plan(), failure, arena.tail().lines(), arena.world().trace());
  }
}
