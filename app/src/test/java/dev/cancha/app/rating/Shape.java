package dev.cancha.app.rating;

import java.util.List;
import java.util.SplittableRandom;

/** The leagues on which ratings are tried, and how often their intervals hold the truth. */
record Shape(String name, SyntheticLeague league) {
  private static final double[] SIX = {0, 50, 100, 150, 200, 300};
  private static final double[] EIGHT = {0, 0, 50, 100, 150, 200, 300, 400};

  static final List<Shape> ALL = List.of(
      new Shape("2 equal bots, 20 pairs", new SyntheticLeague(new double[] {0, 0}, 2, 20, 0, 0)),
      new Shape("2 bots 50 apart, 100 pairs, draws",
          new SyntheticLeague(new double[] {50, 0}, 2, 100, 0.6, 0)),
      new Shape("2 bots 50 apart, 100 pairs, half of them won by the seat",
          new SyntheticLeague(new double[] {50, 0}, 2, 100, 0.3, 0.5)),
      new Shape("2 bots 300 apart, 50 pairs", new SyntheticLeague(new double[] {300, 0}, 2, 50, 0, 0)),
      new Shape("2 bots 600 apart, 50 pairs", new SyntheticLeague(new double[] {600, 0}, 2, 50, 0, 0)),
      new Shape("6 bots, each two 10 pairs, draws", new SyntheticLeague(SIX, 2, 10, 0.3, 0)),
      new Shape("6 bots, each two 20 pairs, draws, some won by the seat",
          new SyntheticLeague(SIX, 2, 20, 0.6, 0.2)),
      new Shape("6 bots far apart, each two 10 pairs",
          new SyntheticLeague(new double[] {0, 0, 200, 300, 600, 800}, 2, 10, 0.3, 0.2)),
      new Shape("4 bots, 30 matches of four and their rotations",
          new SyntheticLeague(new double[] {0, 0, 100, 200}, 4, 30, 0, 0)),
      new Shape("8 bots, 10 matches of four each and their rotations",
          new SyntheticLeague(EIGHT, 4, 10, 0, 0)),
      new Shape("8 bots, 30 matches of four each and their rotations",
          new SyntheticLeague(EIGHT, 4, 30, 0, 0)));

  /** How many of {@code leagues} leagues had the truth of each bot in its interval. The same seed gives the same. */
  int[] covered(int leagues, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] covered = new int[league.bots()];
    for (int i = 0; i < leagues; i++) {
      List<Rating> ratings = Ratings.of(covered.length, league.scores(random));
      for (int bot = 0; bot < covered.length; bot++) {
        double truth = league.truth(bot);
        covered[bot] += ratings.get(bot).low() <= truth && truth <= ratings.get(bot).high() ? 1 : 0;
      }
    }
    return covered;
  }
}
