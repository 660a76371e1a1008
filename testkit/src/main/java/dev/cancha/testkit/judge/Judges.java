package dev.cancha.testkit.judge;

import dev.cancha.testkit.scene.Judge;
import java.util.List;
import java.util.Set;

/** The judges of every run. */
public final class Judges {
  private Judges() {}

  /** Fresh ones, for one run. */
  public static List<Judge> all() {
    return List.of(new AgreementJudge(), new OrderJudge(), new ExactlyOnceJudge(), new SecrecyJudge(),
        new AnswersJudge(), new LivenessJudge(), new IdleJudge(), new ReachedStates());
  }

  /** Those of a match whose players need not go on: all but that of liveness. Fresh ones, for one run. */
  public static List<Judge> ofMatches() {
    return List.of(new AgreementJudge(), new OrderJudge(), new ExactlyOnceJudge(), new SecrecyJudge(),
        new AnswersJudge(), new IdleJudge());
  }

  /** The rare states that some hundred seeds together must reach. */
  public static Set<String> expected() {
    return ReachedStates.EXPECTED;
  }
}
