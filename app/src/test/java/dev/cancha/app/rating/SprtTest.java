package dev.cancha.app.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SprtTest {
  @Test
  void theBoundsAreWalds() {
    Sprt.Standing standing = Sprt.of(0, 50).after(List.of());
    assertThat(standing).isEqualTo(new Sprt.Standing(0, 0, Math.log(0.05 / 0.95), Math.log(0.95 / 0.05)));
    assertThat(standing.verdict()).isEqualTo(Sprt.Verdict.OPEN);
  }

  /** 128 pairs of a test of chess engines, whose exact ratio for 0 against 2.716 Elo was published as -0.53772. */
  @Test
  void theRatioIsTheOneThatChessEnginesAreTestedWith() {
    List<Double> shares = new ArrayList<>();
    shares.addAll(Collections.nCopies(13, 0.0));
    shares.addAll(Collections.nCopies(37, 0.25));
    shares.addAll(Collections.nCopies(50, 0.5));
    shares.addAll(Collections.nCopies(25, 0.75));
    shares.addAll(Collections.nCopies(3, 1.0));
    assertThat(Sprt.of(0, 2.716).after(shares).llr()).isEqualTo(-0.5377, within(0.0005));
  }

  /** Without draws and pairs it is Wald's own: each victory counts the logarithm of the ratio of its two chances. */
  @Test
  void withVictoriesAndDefeatsAloneItIsTheTestOfAShare() {
    List<Double> shares = new ArrayList<>(Collections.nCopies(60, 1.0));
    shares.addAll(Collections.nCopies(40, 0.0));
    double strong = 1 / (1 + Math.pow(10, -0.25));
    double known = 60 * Math.log(strong / 0.5) + 40 * Math.log((1 - strong) / 0.5);
    assertThat(Sprt.of(0, 100).after(shares).llr()).isEqualTo(known, within(0.01));
  }

  @Test
  void aStrongerBotIsBelievedAndAnEqualOneIsNot() {
    List<Double> better = List.of(1.0, 0.75, 1.0, 0.5, 1.0, 1.0, 0.75, 1.0, 1.0, 0.75, 1.0, 1.0, 0.5, 1.0,
        1.0, 1.0);
    List<Double> equal = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      equal.add(i % 4 < 2 ? 0.25 : 0.75);
    }
    assertThat(Sprt.of(0, 100).after(better).verdict()).isEqualTo(Sprt.Verdict.H1);
    assertThat(Sprt.of(0, 100).after(equal).verdict()).isEqualTo(Sprt.Verdict.H0);
  }

  @Test
  void theCourseEndsWhereTheTestStands() {
    List<Double> shares = List.of(1.0, 0.5, 0.75, 0.0);
    Sprt sprt = Sprt.of(0, 50);
    List<Sprt.Standing> course = sprt.course(shares);
    assertThat(course).hasSize(4);
    assertThat(course.get(3)).isEqualTo(sprt.after(shares));
    assertThat(course.get(0)).isEqualTo(sprt.after(List.of(1.0)));
  }

  @Test
  void aGroupIsWhatTheFirstBotHadOfItOnAverage() {
    assertThat(Sprt.shares(List.of(new Score(0, List.of(0, 1), List.of(1, 2)),
        new Score(1, List.of(0, 1), List.of(2, 1)), new Score(0, List.of(1, 0), List.of(1, 1)),
        new Score(1, List.of(1, 0), List.of(1, 2))))).containsExactly(0.75, 0.0);
  }

  /** The short form of {@code build/measure rating}: 5 % of 400 and what chance adds to it, three standard errors. */
  @Test
  void theErrorsAreAsRareAsPromised() {
    Sprt sprt = Sprt.of(0, 100);
    for (SprtTrial.Kind kind : SprtTrial.Kind.ALL) {
      assertThat(SprtTrial.of(sprt, kind.league(0), 400, 11).h1()).as(kind.name()).isLessThanOrEqualTo(33);
      assertThat(SprtTrial.of(sprt, kind.league(100), 400, 12).h0()).as(kind.name()).isLessThanOrEqualTo(33);
    }
  }

  @Test
  void hypothesesThatCannotBeToldApartAreRefused() {
    assertThatThrownBy(() -> Sprt.of(50, 50)).hasMessageContaining("elo0 is less than elo1");
    assertThatThrownBy(() -> new Sprt(0, 50, 0, 0.05)).hasMessageContaining("alpha");
  }
}
