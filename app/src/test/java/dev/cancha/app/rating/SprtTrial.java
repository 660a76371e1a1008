package dev.cancha.app.rating;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Many sequential tests of two bots, one of which is so much stronger. Counts the verdicts. */
record SprtTrial(int runs, int h0, int h1, long groups) {
  /** How the pairs of a test are drawn: with so many draws, and so many pairs that whoever sits first wins twice. */
  record Kind(String name, double draws, double fortune) {
    static final List<Kind> ALL = List.of(new Kind("no draws", 0, 0), new Kind("many draws", 0.6, 0),
        new Kind("half of the pairs won by the seat", 0.3, 0.5));

    SyntheticLeague league(double elo) {
      return new SyntheticLeague(new double[] {elo, 0}, 2, 1, draws, fortune);
    }
  }

  static SprtTrial of(Sprt sprt, SyntheticLeague league, int runs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Sprt.Verdict, Integer> verdicts = new EnumMap<>(Sprt.Verdict.class);
    long all = 0;
    for (int run = 0; run < runs; run++) {
      Map<Double, Double> counts = Sprt.counts();
      Sprt.Verdict verdict = Sprt.Verdict.OPEN;
      for (int groups = 1; verdict == Sprt.Verdict.OPEN; groups++) {
        Sprt.shares(league.scores(random)).forEach(share -> counts.merge(share, 1.0, Double::sum));
        verdict = sprt.standing(groups, counts).verdict();
        all++;
      }
      verdicts.merge(verdict, 1, Integer::sum);
    }
    return new SprtTrial(runs, verdicts.getOrDefault(Sprt.Verdict.H0, 0),
        verdicts.getOrDefault(Sprt.Verdict.H1, 0), all);
  }
}
