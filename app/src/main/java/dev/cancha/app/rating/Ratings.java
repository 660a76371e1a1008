package dev.cancha.app.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The ratings of all bots of a league. The strengths are those of {@link BradleyTerry} over the duels of all matches;
 * their intervals come from how much the matches disagree, not from what the model would expect: the duels of one
 * match, and the matches of one group, depend on each other, and draws are steadier than the model believes. So the
 * variance is the sandwich of P. J. Huber (1967) over groups of matches, as K.-Y. Liang and S. L. Zeger,
 * "Longitudinal data analysis using generalized linear models", Biometrika 73 (1986), made it for such clusters, in
 * the form that allows for few of them: each group counts by how far the ratings move without it, which is R. M. Bell
 * and D. F. McCaffrey's jackknife, "Bias reduction in standard errors for linear regression with multi-stage
 * samples", Survey Methodology 28 (2002). The imagined duels of {@link Duels} stand in it as half won and half lost,
 * which is what Haldane and Anscombe add to a count before they take its logarithm: so the interval of who always won
 * is as wide as it must be.
 */
public final class Ratings {
  private static final double ELO = 400 / Math.log(10);

  private Ratings() {}

  /**
   * One rating for each of {@code players}, at its index. While not all of them are tied together by matches, nothing
   * bounds what they are worth against the mean of all, and the intervals are infinite.
   */
  public static List<Rating> of(int players, List<Score> scores) {
    double[] points = new double[players];
    int[] games = new int[players];
    for (Score score : scores) {
      for (int seat = 0; seat < score.players().size(); seat++) {
        points[score.players().get(seat)] += points(score, seat);
        games[score.players().get(seat)]++;
      }
    }
    double[] strengths = {0};
    double[] errors = {0};
    if (players > 1) {
      Duels duels = Duels.of(players, scores);
      strengths = BradleyTerry.strengths(duels);
      errors = errors(duels, strengths, scores);
      if (!duels.tieAllTogether()) {
        Arrays.fill(errors, Double.POSITIVE_INFINITY);
      }
    }
    List<Rating> ratings = new ArrayList<>();
    for (int player = 0; player < players; player++) {
      double elo = ELO * strengths[player];
      double reach = ELO * errors[player] * Interval.Z;
      ratings.add(new Rating(elo, elo - reach, elo + reach, points[player], games[player]));
    }
    return List.copyOf(ratings);
  }

  private static double points(Score score, int seat) {
    int seats = score.players().size();
    double points = 0;
    for (int other = 0; other < seats; other++) {
      points += other == seat ? 0 : score.against(seat, other);
    }
    return seats == 1 ? 0 : points / (seats - 1);
  }

  /** The standard error of each strength against the mean of all. */
  private static double[] errors(Duels duels, double[] strengths, List<Score> scores) {
    double[][] inverse = BradleyTerry.inverseInformation(duels, strengths);
    TreeMap<Integer, List<Score>> groups = new TreeMap<>();
    for (Score score : scores) {
      groups.computeIfAbsent(score.group(), _ -> new ArrayList<>()).add(score);
    }
    double[] variances = imaginedVariances(duels, strengths, inverse);
    for (List<Score> group : groups.values()) {
      double[] pull = new Surprise(group, strengths).pull(inverse);
      for (int player = 0; player < pull.length; player++) {
        variances[player] += pull[player] * pull[player];
      }
    }
    double[] errors = new double[variances.length];
    for (int player = 0; player < errors.length; player++) {
      errors[player] = Math.sqrt(variances[player]);
    }
    return errors;
  }

  private static double[] imaginedVariances(Duels duels, double[] strengths, double[][] inverse) {
    double[] variances = new double[strengths.length];
    for (int one = 0; one < strengths.length; one++) {
      for (int other = 0; other < one; other++) {
        double share = BradleyTerry.share(strengths[one], strengths[other]);
        double spread = Duels.imagined(duels.players()) * (share * share + (1 - share) * (1 - share)) / 2;
        for (int player = 0; player < variances.length; player++) {
          double pull = inverse[player][one] - inverse[player][other];
          variances[player] += spread * pull * pull;
        }
      }
    }
    return variances;
  }
}
