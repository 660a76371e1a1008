package dev.cancha.app.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingsTest {
  @Test
  void threeOfFourAreWhatTheyAreWithOneImaginedDraw() {
    List<Rating> ratings = Ratings.of(2, duels(3, 1));
    double apart = 400 * Math.log10(3.5 / 1.5);
    assertThat(ratings.get(0).elo()).isEqualTo(apart / 2, within(1e-6));
    assertThat(ratings.get(1).elo()).isEqualTo(-apart / 2, within(1e-6));
    assertThat(ratings.get(0).points()).isEqualTo(3);
    assertThat(ratings.get(1).points()).isEqualTo(1);
    assertThat(ratings.get(0).games()).isEqualTo(4);
  }

  @Test
  void manyMatchesOutweighTheImaginedDraw() {
    assertThat(Ratings.of(2, duels(10_000, 1_000)).get(0).elo()).isEqualTo(200, within(0.2));
  }

  /**
   * With k of n won, the variance of the difference is 1 / (k + 1/2) + 1 / (n - k + 1/2), as Haldane and Anscombe
   * have it.
   */
  @Test
  void theIntervalOfIndependentMatchesIsTheKnownOne() {
    Rating rating = Ratings.of(2, duels(120, 80)).get(0);
    double known = 400 / Math.log(10) / 2 * 1.96 * Math.sqrt(1 / 120.5 + 1 / 80.5);
    assertThat(rating.high() - rating.elo()).isEqualTo(known, within(known / 100));
    assertThat(rating.elo() - rating.low()).isEqualTo(rating.high() - rating.elo(), within(1e-9));
  }

  @Test
  void whoAlwaysWonIsFinitelyStrongerAndTheIntervalIsWide() {
    Rating rating = Ratings.of(2, duels(20, 0)).get(0);
    assertThat(rating.elo()).isBetween(200.0, 400.0);
    assertThat(rating.low()).isBetween(10.0, 150.0);
    assertThat(rating.high()).isGreaterThan(450).isFinite();
  }

  @Test
  void matchesOfOneSeedCountAsOne() {
    List<Score> together = new ArrayList<>();
    List<Score> apart = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      List<Integer> ranks = i % 4 < 2 ? List.of(1, 2) : List.of(2, 1);
      together.add(new Score(i / 2, List.of(0, 1), ranks));
      apart.add(new Score(i, List.of(0, 1), ranks));
    }
    assertThat(width(Ratings.of(2, together).get(0)) / width(Ratings.of(2, apart).get(0)))
        .isEqualTo(Math.sqrt(2), within(0.02));
  }

  @Test
  void drawsAreSteadierThanVictoriesAndDefeats() {
    List<Score> draws = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      draws.add(
          new Score(i, List.of(0, 1), i < 80 ? List.of(1, 1) : i % 2 == 0 ? List.of(1, 2) : List.of(2, 1)));
    }
    assertThat(width(Ratings.of(2, draws).get(0))).isLessThan(width(Ratings.of(2, duels(50, 50)).get(0)) / 2);
  }

  @Test
  void aMatchOfFourIsADuelBetweenEachTwo() {
    List<Rating> ratings = Ratings.of(4, List.of(new Score(0, List.of(2, 0, 3, 1), List.of(1, 2, 2, 4))));
    assertThat(ratings).extracting(Rating::points).containsExactly(0.5, 0.0, 1.0, 0.5);
    assertThat(ratings.get(0).elo()).isEqualTo(ratings.get(3).elo(), within(1e-6));
    assertThat(ratings.get(2).elo()).isGreaterThan(ratings.get(0).elo());
    assertThat(ratings.stream().mapToDouble(Rating::elo).sum()).isEqualTo(0, within(1e-6));
  }

  @Test
  void botsThatNothingTiesTogetherHaveNoBounds() {
    List<Rating> ratings = Ratings.of(4,
        List.of(new Score(0, List.of(0, 1), List.of(1, 2)), new Score(1, List.of(2, 3), List.of(1, 2))));
    assertThat(ratings).allSatisfy(rating -> {
      assertThat(rating.elo()).isFinite();
      assertThat(rating.low()).isEqualTo(Double.NEGATIVE_INFINITY);
      assertThat(rating.high()).isEqualTo(Double.POSITIVE_INFINITY);
    });
  }

  @Test
  void aBotAloneIsTheMean() {
    assertThat(Ratings.of(1, List.of(new Score(0, List.of(0), List.of(1)))))
        .containsExactly(new Rating(0, 0, 0, 0, 1));
    assertThat(Ratings.of(0, List.of())).isEmpty();
  }

  @Test
  void aBotAgainstItselfChangesNoStrength() {
    List<Score> scores = new ArrayList<>(duels(3, 1));
    List<Rating> before = Ratings.of(2, scores);
    scores.add(new Score(4, List.of(0, 0), List.of(1, 2)));
    assertThat(Ratings.of(2, scores).get(0).elo()).isEqualTo(before.get(0).elo(), within(1e-9));
  }

  @Test
  void aScoreHasARankForEachSeat() {
    assertThatThrownBy(() -> new Score(0, List.of(0, 1), List.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Score(-1, List.of(0), List.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void strengthsAreFoundAgainFromManyMatches() {
    SyntheticLeague league = new SyntheticLeague(new double[] {-500, 0, 0, 200, 900}, 2, 2_000, 0.4, 0.1);
    List<Rating> ratings = Ratings.of(5, league.scores(new SplittableRandom(5)));
    for (int bot = 0; bot < 5; bot++) {
      assertThat(ratings.get(bot).elo()).isEqualTo(league.truth(bot), within(30.0));
    }
  }

  /** The short form of {@code build/measure rating}, with room for what chance does to 300 leagues. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 8})
  void theIntervalsHoldTheTruth(int shape) {
    int[] covered = Shape.ALL.get(shape).covered(300, 7);
    for (int bot : covered) {
      assertThat(bot / 300.0).as(Shape.ALL.get(shape).name()).isBetween(0.91, 0.985);
    }
  }

  private static double width(Rating rating) {
    return rating.high() - rating.low();
  }

  private static List<Score> duels(int won, int lost) {
    List<Score> scores = new ArrayList<>();
    for (int i = 0; i < won + lost; i++) {
      scores.add(new Score(i, List.of(0, 1), i < won ? List.of(1, 2) : List.of(2, 1)));
    }
    return scores;
  }
}
