package dev.cancha.app.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sequential test between two bots: is the first one {@code elo1} stronger than the second, or only {@code elo0}?
 * It decides after as few matches as it can: A. Wald, "Sequential tests of statistical hypotheses", Annals of
 * Mathematical Statistics 16 (1945). What it looks at are groups of matches, as the two of one seed with the seats
 * swapped, whose results are not independent; what a group gives may be distributed in any way that has the mean
 * which a hypothesis says: X. Li, J. Liu and Z. Ying, "Generalized sequential probability ratio test for separate
 * families of hypotheses", Sequential Analysis 33 (2014), with the likeliest such distribution as M. Van den Bergh,
 * "Comments on normalized Elo" (2020), computes it for the tests of Stockfish.
 *
 * @param elo0 what the first bot has over the second if the hypothesis H0 holds
 * @param elo1 and if H1 does; more than {@code elo0}
 * @param alpha how often H1 may be believed where H0 holds, from 0 to 0.5
 * @param beta how often H0 may be believed where H1 holds, from 0 to 0.5
 */
public record Sprt(double elo0, double elo1, double alpha, double beta) {
  /** What a result counts that was not seen: with it every mean can be explained, if badly. */
  private static final double UNSEEN = 1e-3;
  private static final int HALVINGS = 40;

  /** What the test says so far. */
  public enum Verdict {
    H0, H1, OPEN
  }

  /**
   * Where the test stands.
   *
   * @param groups how many it saw
   * @param llr    the logarithm of how much likelier they are under H1 than under H0
   * @param lower  at this or less H0 is believed
   * @param upper  at this or more H1 is
   */
  public record Standing(int groups, double llr, double lower, double upper) {
    public Verdict verdict() {
      if (llr >= upper) {
        return Verdict.H1;
      }
      return llr <= lower ? Verdict.H0 : Verdict.OPEN;
    }
  }

  public Sprt {
    if (!(elo0 < elo1)) {
      throw new IllegalArgumentException("elo0 is less than elo1: " + elo0 + " " + elo1);
    }
    if (!(alpha > 0 && alpha < 0.5 && beta > 0 && beta < 0.5)) {
      throw new IllegalArgumentException("alpha and beta are between 0 and 0.5: " + alpha + " " + beta);
    }
  }

  /** With 5 % of each error. */
  public static Sprt of(double elo0, double elo1) {
    return new Sprt(elo0, elo1, 0.05, 0.05);
  }

  /** What the bot 0 had of each group of its matches against the bot 1, from 0 to 1, in the order of the groups. */
  public static List<Double> shares(List<Score> scores) {
    TreeMap<Integer, List<Double>> groups = new TreeMap<>();
    for (Score score : scores) {
      groups.computeIfAbsent(score.group(), _ -> new ArrayList<>())
          .add(score.against(score.players().indexOf(0), score.players().indexOf(1)));
    }
    List<Double> shares = new ArrayList<>();
    for (List<Double> group : groups.values()) {
      shares.add(group.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
    }
    return List.copyOf(shares);
  }

  /** Where the test stands after groups that gave the first bot these shares. Their order does not matter. */
  public Standing after(List<Double> shares) {
    Map<Double, Double> counts = counts();
    shares.forEach(share -> counts.merge(share, 1.0, Double::sum));
    return standing(shares.size(), counts);
  }

  /** Where the test stood after each group. */
  public List<Standing> course(List<Double> shares) {
    Map<Double, Double> counts = counts();
    List<Standing> course = new ArrayList<>();
    for (double share : shares) {
      counts.merge(share, 1.0, Double::sum);
      course.add(standing(course.size() + 1, counts));
    }
    return List.copyOf(course);
  }

  static Map<Double, Double> counts() {
    Map<Double, Double> counts = new TreeMap<>();
    for (double share = 0; share <= 1; share += 0.25) {
      counts.put(share, UNSEEN);
    }
    return counts;
  }

  Standing standing(int groups, Map<Double, Double> counts) {
    double llr = groups == 0 ? 0 : logLikelihood(counts, mean(elo1)) - logLikelihood(counts, mean(elo0));
    return new Standing(groups, llr, Math.log(beta / (1 - alpha)), Math.log((1 - beta) / alpha));
  }

  private static double mean(double elo) {
    return 1 / (1 + Math.pow(10, -elo / 400));
  }

  /**
   * The logarithm of the likelihood of what was seen, under the likeliest distribution of this mean, but for a term
   * that is the same for all means. That distribution gives a result {@code share} its frequency divided by {@code 1
   * + tilt * (share - mean)}; the tilt is where the mean is right.
   */
  private static double logLikelihood(Map<Double, Double> counts, double mean) {
    double low = -1 / (1 - mean);
    double high = 1 / mean;
    for (int i = 0; i < HALVINGS; i++) {
      double tilt = (low + high) / 2;
      double excess = 0;
      for (Map.Entry<Double, Double> count : counts.entrySet()) {
        double off = count.getKey() - mean;
        excess += count.getValue() * off / (1 + tilt * off);
      }
      if (excess > 0) {
        low = tilt;
      } else {
        high = tilt;
      }
    }
    double likelihood = 0;
    for (Map.Entry<Double, Double> count : counts.entrySet()) {
      likelihood -= count.getValue() * Math.log1p((low + high) / 2 * (count.getKey() - mean));
    }
    return likelihood;
  }
}
