package dev.cancha.app.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A league whose truth is known: bots of given strengths, whose matches are drawn. What one takes of another is on
 * average what Bradley and Terry say, exactly, in every shape.
 */
final class SyntheticLeague {
  private final double[] elos;
  private final int seats;
  private final int rounds;
  private final double draws;
  private final double fortune;

  /**
   * The league of bots of these strengths.
   *
   * @param elos the strengths
   * @param seats of a match
   * @param rounds how often each two meet, or how many matches of more seats each bot plays; each from a seed of its
   *     own, once for each seat
   * @param draws the part, 0 to 1, of as many draws as the strengths allow
   * @param fortune the chance that the seed of two matches, not the strength, gives both of them to whoever sits first
   */
  SyntheticLeague(double[] elos, int seats, int rounds, double draws, double fortune) {
    this.elos = elos.clone();
    this.seats = seats;
    this.rounds = rounds;
    this.draws = draws;
    this.fortune = fortune;
  }

  int bots() {
    return elos.length;
  }

  List<Score> scores(SplittableRandom random) {
    List<Score> scores = new ArrayList<>();
    int group = 0;
    for (int round = 0; round < rounds; round++) {
      if (seats == 2) {
        for (int one = 0; one < elos.length; one++) {
          for (int other = 0; other < one; other++) {
            scores.addAll(pair(group++, one, other, random));
          }
        }
      } else {
        List<Integer> order = shuffled(random);
        for (int first = 0; first + seats <= order.size(); first += seats) {
          rotations(group++, order.subList(first, first + seats), scores, random);
        }
      }
    }
    return scores;
  }

  double truth(int player) {
    double sum = 0;
    for (double elo : elos) {
      sum += elo;
    }
    return elos[player] - sum / elos.length;
  }

  private List<Score> pair(int group, int one, int other, SplittableRandom random) {
    double share = share(elos[one], elos[other]);
    // Who sits first wins both: one point each, whatever the strengths. What is left must make up for it.
    double fortunate = Math.min(fortune, 2 * Math.min(share, 1 - share));
    boolean lucky = random.nextDouble() < fortunate;
    double rest = fortunate == 1 ? 0.5 : (share - fortunate / 2) / (1 - fortunate);
    return List.of(duel(group, List.of(one, other), lucky ? 1 : drawn(rest, random)),
        duel(group, List.of(other, one), lucky ? 1 : 1 - drawn(rest, random)));
  }

  /** 1, 0.5 or 0, on average {@code share}. */
  private double drawn(double share, SplittableRandom random) {
    double draw = draws * 2 * Math.min(share, 1 - share);
    double chance = random.nextDouble();
    if (chance < draw) {
      return 0.5;
    }
    return chance < share + draw / 2 ? 1 : 0;
  }

  private static Score duel(int group, List<Integer> players, double first) {
    return new Score(group, players,
        first == 0.5 ? List.of(1, 1) : first == 1 ? List.of(1, 2) : List.of(2, 1));
  }

  private void rotations(int group, List<Integer> players, List<Score> scores, SplittableRandom random) {
    for (int turn = 0; turn < players.size(); turn++) {
      List<Integer> seated = new ArrayList<>();
      for (int seat = 0; seat < players.size(); seat++) {
        seated.add(players.get((seat + turn) % players.size()));
      }
      scores.add(race(group, seated, random));
    }
  }

  /** Who arrives first, by a race of exponential times: of each two, the one before the other as often as it should. */
  private Score race(int group, List<Integer> players, SplittableRandom random) {
    double[] times = new double[players.size()];
    for (int seat = 0; seat < times.length; seat++) {
      times[seat] = -Math.log1p(-random.nextDouble()) / Math.pow(10, elos[players.get(seat)] / 400);
    }
    List<Integer> ranks = new ArrayList<>();
    for (double time : times) {
      int before = 0;
      for (double other : times) {
        before += other < time ? 1 : 0;
      }
      ranks.add(before + 1);
    }
    return new Score(group, players, ranks);
  }

  private List<Integer> shuffled(SplittableRandom random) {
    List<Integer> order = new ArrayList<>();
    for (int player = 0; player < elos.length; player++) {
      order.add(random.nextInt(order.size() + 1), player);
    }
    return order;
  }

  private static double share(double one, double other) {
    return 1 / (1 + Math.pow(10, (other - one) / 400));
  }
}
