package dev.cancha.testkit.judge;

import dev.cancha.testkit.scene.Judge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The judges of every run. */
public final class Judges {
  private Judges() {}

  /** Fresh ones, for one run. */
  public static List<Judge> all() {
    return List.of(new AgreementJudge(), new OrderJudge(), new ExactlyOnceJudge(), new SecrecyJudge(),
        new AnswersJudge(), new NothingShownIsLostJudge(), new ReplayJudge(), new TimeJudge(),
        new LivenessJudge(), new PresenceJudge(), new IdleJudge(), new ReachedStates());
  }

  /**
   * Those of a match whose players need not go on: all but that of liveness. Fresh ones, for one run.
   *
   * @param replayed whether what is stored is compared with what was live; not where two runs are compared, which names
   *     the first difference
   */
  public static List<Judge> ofMatches(boolean replayed) {
    List<Judge> judges = new ArrayList<>(
        List.of(new AgreementJudge(), new OrderJudge(), new ExactlyOnceJudge(),
            new SecrecyJudge(), new AnswersJudge(), new NothingShownIsLostJudge(), new TimeJudge(),
            new IdleJudge()));
    if (replayed) {
      judges.add(new ReplayJudge());
    }
    return judges;
  }

  /** The rare states that some hundred seeds together must reach. */
  public static Set<String> expected() {
    return ReachedStates.EXPECTED;
  }
}
