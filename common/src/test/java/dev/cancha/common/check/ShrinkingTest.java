package dev.cancha.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is found is told with the shortest match that shows it. */
class ShrinkingTest {
  @Test
  void aSeatThatComesBackTakesTwoSeatsThatStayAndOneThatGoes() {
    String example = example(new BrokenGames.AbsentSeatComesBack(), Check.TURN);

    assertThat(example.lines().count()).as(example).isLessThanOrEqualTo(4);
    assertThat(example).contains("is gone").contains("seats [");
  }

  @Test
  void whatIsWrongFromTheStartTakesNoAct() {
    assertThat(example(new BrokenGames.HashMapInState(), Check.IMMUTABLE)).isEqualToNormalizingNewlines(
        "match 1 of seed 1, after 0 steps: seats [0, 1]");
  }

  @Test
  void aThrowIsToldWithItsLineAndTheActsBefore() {
    Report report = Conformance.of(new BrokenGames.Throws()).check();
    Report.Finding finding = Objects.requireNonNull(report.failure(Check.THROWS));

    assertThat(finding.what()).contains("IllegalStateException: the last one at", "BrokenGames.java:");
    assertThat(Objects.requireNonNull(finding.example()).lines().count()).isLessThanOrEqualTo(9);
    assertThat(report.text()).contains("FAILED throws: ", "  1. seat ",
        "pile does not pass: 1 check failed.");
  }

  @Test
  void theSameSeedFindsTheSame() {
    assertThat(Conformance.of(new BrokenGames.SecretInView()).seed(7).check())
        .isEqualTo(Conformance.of(new BrokenGames.SecretInView()).seed(7).check());
  }

  private static String example(Pile game, Check check) {
    Report report = Conformance.of(game).check();
    return Objects.requireNonNull(Objects.requireNonNull(report.failure(check), report.text()).example());
  }
}
