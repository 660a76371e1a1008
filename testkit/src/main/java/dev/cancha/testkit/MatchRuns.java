package dev.cancha.testkit;

import dev.cancha.server.replay.NoReplay;
import dev.cancha.testkit.MatchReport.Smallest;
import dev.cancha.testkit.fault.FaultPlan;
import dev.cancha.testkit.fault.Shrinker;
import dev.cancha.testkit.fault.Shrinker.Shrunk;
import dev.cancha.testkit.sim.Trace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/** The runs of one seed of a match test. Owner: the thread of the test. */
final class MatchRuns {
  private static final int KEPT_EVENTS = 40;
  private static final int SHRINK_RUNS = 60;

  private final MatchSpec spec;
  private final long seed;
  private final ReplayFiles files;

  MatchRuns(MatchSpec spec, long seed, ReplayFiles files) {
    this.spec = spec;
    this.seed = seed;
    this.files = files;
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
   * @param replay of the match of a failure; null for a pass
   */
  record Ran(FaultPlan plan, @Nullable Throwable failure, List<String> events, Trace trace,
      @Nullable Recording replay) {
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

  /** The text of a replay, or a sentence that says why there is none. */
  record Recording(@Nullable String text, String why) {
    static Recording of(Arena arena) {
      try {
        return new Recording(new String(arena.replay(), StandardCharsets.UTF_8), "");
      } catch (NoReplay none) {
        return new Recording(null, String.valueOf(none.getMessage()));
      }
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
    Smallest failure = new Smallest(smallest[0], shrunk, kept(smallest[0]));
    return new AssertionError(MatchReport.failed(spec, seed, failure), smallest[0].failure);
  }

  /** Where its replay was put, or why there is none. */
  private String kept(Ran ran) {
    Recording replay = ran.replay;
    String text = replay == null ? null : replay.text;
    if (text == null) {
      return "it has no replay: " + (replay == null ? "nothing was played." : replay.why);
    }
    return "its replay is " + files.write(spec, seed, text);
  }

  private static Ran run(Match match, Body body) {
    Arena arena = match.arena();
    Throwable failure;
    Recording replay;
    try (arena) {
      failure = thrown(match, body);
      replay = failure == null ? null : Recording.of(arena);
    }
    return new Ran(arena.plan(), failure, arena.tail().lines(), arena.world().trace(), replay);
  }

  private static @Nullable Throwable thrown(Match match, Body body) {
    try {
      body.play(match);
      match.finish();
      return null;
    } catch (TestAbortedException assumption) {
      throw assumption;
    } catch (Throwable thrown) {
      return thrown;
    }
  }
}
