package dev.cancha.app.match;

import dev.cancha.app.rating.Score;
import java.util.List;

/**
 * How one match went, as far as the league's result depends on it.
 *
 * @param number from 1
 * @param seats who sat where, by index
 * @param seed 32 hex digits
 * @param ranks by seat, 1 is the best
 * @param end the reason of the result, or {@link #UNFINISHED}
 * @param acts that counted
 * @param ticks that went by, 0 in a game that waits
 * @param first the seat that could act first, where it was only one; else -1
 * @param faults of its bots, in the order in which they came
 */
record Played(int number, int group, List<Integer> seats, String seed, List<Integer> ranks, String end,
    int acts, int ticks, int first, List<Fault> faults) {
  /** It took longer than a match may, and is a draw. */
  static final String UNFINISHED = "unfinished";

  Played {
    seats = List.copyOf(seats);
    ranks = List.copyOf(ranks);
    faults = List.copyOf(faults);
  }

  Score score() {
    return new Score(group, seats, ranks);
  }

  /** How long it was, as its game counts. */
  int length() {
    return ticks > 0 ? ticks : acts;
  }

  /**
   * What {@code seat} had of it, from 0 to 1: the share of its opponents that it left behind, half of those it drew
   * with.
   */
  double share(int seat) {
    if (ranks.size() == 1) {
      return 1;
    }
    double behind = 0;
    for (int other = 0; other < ranks.size(); other++) {
      if (other != seat) {
        behind += 0.5 + 0.5 * Integer.signum(ranks.get(other) - ranks.get(seat));
      }
    }
    return behind / (ranks.size() - 1);
  }
}
