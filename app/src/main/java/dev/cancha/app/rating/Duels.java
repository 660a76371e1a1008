package dev.cancha.app.rating;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * All scores as duels: a match of n seats is one duel between each two of them. Counts how often two bots met and
 * what each had of it, and adds the duel that nobody played: between each two bots a tiny part of a draw, so that
 * each bot has one drawn duel in all. It keeps the rating of who always won finite, says nothing against a real
 * match, and ties bots together that never met.
 */
final class Duels {
  private final double[][] met;
  private final double[][] won;

  private Duels(int players) {
    met = Matrix.zero(players);
    won = Matrix.zero(players);
  }

  static Duels of(int players, List<Score> scores) {
    Duels duels = new Duels(players);
    for (int one = 0; one < players; one++) {
      for (int other = 0; other < players; other++) {
        if (one != other) {
          duels.met[one][other] = imagined(players);
          duels.won[one][other] = imagined(players) / 2;
        }
      }
    }
    scores.forEach(duels::add);
    return duels;
  }

  /** How much of a duel stands between each two bots before they meet. */
  static double imagined(int players) {
    return 1.0 / (players - 1);
  }

  /** How often two met. */
  double met(int one, int other) {
    return met[one][other];
  }

  /** What {@code one} had of it. */
  double won(int one, int other) {
    return won[one][other];
  }

  int players() {
    return met.length;
  }

  /** True if from each bot a chain of those that met leads to each other. */
  boolean tieAllTogether() {
    BitSet reached = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(0));
    reached.set(0);
    while (!open.isEmpty()) {
      int one = open.pop();
      for (int other = 0; other < players(); other++) {
        if (met[one][other] > imagined(players()) && !reached.get(other)) {
          reached.set(other);
          open.push(other);
        }
      }
    }
    return reached.cardinality() == players();
  }

  private void add(Score score) {
    for (int one = 0; one < score.players().size(); one++) {
      for (int other = 0; other < score.players().size(); other++) {
        int player = score.players().get(one);
        int opponent = score.players().get(other);
        if (player != opponent) {
          met[player][opponent]++;
          won[player][opponent] += score.against(one, other);
        }
      }
    }
  }
}
