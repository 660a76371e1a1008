package dev.cancha.app.rating;

/**
 * Strengths, of mean 0, under which the duels that were seen are most likely, where the share that one takes of another
 * is the logistic function of the difference of their strengths: R. A. Bradley and M. E. Terry, "Rank analysis of
 * incomplete block designs", Biometrika 39 (1952), with a draw as half of each end. The likelihood is concave, so
 * Newton's steps, held short, arrive.
 */
final class BradleyTerry {
  private static final int STEPS = 100;
  private static final double LONGEST_STEP = 1;
  private static final double EXACT = 1e-10;

  private BradleyTerry() {}

  /** What one takes of another on average, from 0 to 1. */
  static double share(double one, double other) {
    return 1 / (1 + Math.exp(other - one));
  }

  static double[] strengths(Duels duels) {
    double[] strengths = new double[duels.players()];
    for (int i = 0; i < STEPS; i++) {
      double[] step = Matrix.times(inverseInformation(duels, strengths), slope(duels, strengths));
      double longest = 0;
      for (double part : step) {
        longest = Math.max(longest, Math.abs(part));
      }
      double factor = Math.min(1, LONGEST_STEP / longest);
      for (int player = 0; player < strengths.length; player++) {
        strengths[player] += factor * step[player];
      }
      if (longest < EXACT) {
        break;
      }
    }
    return strengths;
  }

  /**
   * The inverse of the information where it has one, between bots: all strengths may be moved together, so one
   * direction is filled before inverting and left out again.
   */
  static double[][] inverseInformation(Duels duels, double[] strengths) {
    int players = duels.players();
    double[][] information = Matrix.zero(players);
    for (int one = 0; one < players; one++) {
      for (int other = 0; other < players; other++) {
        double share = share(strengths[one], strengths[other]);
        double known = duels.met(one, other) * share * (1 - share);
        information[one][other] += 1.0 / players - known;
        information[one][one] += known;
      }
    }
    double[][] inverse = Matrix.inverse(information);
    for (double[] row : inverse) {
      for (int column = 0; column < players; column++) {
        row[column] -= 1.0 / players;
      }
    }
    return inverse;
  }

  private static double[] slope(Duels duels, double[] strengths) {
    double[] slope = new double[strengths.length];
    for (int one = 0; one < strengths.length; one++) {
      for (int other = 0; other < strengths.length; other++) {
        slope[one] += duels.won(one, other)
            - duels.met(one, other) * share(strengths[one], strengths[other]);
      }
    }
    return slope;
  }
}
