package dev.cancha.app.rating;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one group of matches says beyond what the strengths let expect, and how much it weighed itself in finding them.
 * Both stand for the group's own bots only, in the order of their indices.
 */
final class Surprise {
  private final int[] bots;
  private final double[] won;
  private final double[][] information;

  Surprise(List<Score> group, double[] strengths) {
    SortedSet<Integer> present = new TreeSet<>();
    group.forEach(score -> present.addAll(score.players()));
    bots = present.stream().mapToInt(Integer::intValue).toArray();
    won = new double[bots.length];
    information = Matrix.zero(bots.length);
    for (Score score : group) {
      add(score, present, strengths);
    }
  }

  private void add(Score score, SortedSet<Integer> present, double[] strengths) {
    for (int one = 0; one < score.players().size(); one++) {
      for (int other = 0; other < score.players().size(); other++) {
        int player = score.players().get(one);
        int opponent = score.players().get(other);
        if (player != opponent) {
          int row = present.headSet(player).size();
          int column = present.headSet(opponent).size();
          double share = BradleyTerry.share(strengths[player], strengths[opponent]);
          won[row] += score.against(one, other) - share;
          information[row][row] += share * (1 - share);
          information[row][column] -= share * (1 - share);
        }
      }
    }
  }

  /** How far the strengths of all bots would be moved, in one step of Newton's, if this group were left out. */
  double[] pull(double[][] inverse) {
    double[][] rest = Matrix.zero(bots.length);
    for (int row = 0; row < bots.length; row++) {
      rest[row][row] = 1;
      for (int column = 0; column < bots.length; column++) {
        for (int i = 0; i < bots.length; i++) {
          rest[row][column] -= information[row][i] * inverse[bots[i]][bots[column]];
        }
      }
    }
    double[] alone = Matrix.times(Matrix.inverse(rest), won);
    double[] pull = new double[inverse.length];
    for (int bot = 0; bot < pull.length; bot++) {
      for (int i = 0; i < bots.length; i++) {
        pull[bot] += inverse[bot][bots[i]] * alone[i];
      }
    }
    return pull;
  }
}
