package dev.cancha.app.rating;

import java.util.List;

/**
 * The end of one match. Matches of one {@code group} are not independent of each other, as those that are played from
 * one seed with the seats swapped.
 *
 * @param group   0 or more; the matches of a group share it, all others have one that is theirs alone
 * @param players who sat in each seat, as an index from 0; the same one may sit in several
 * @param ranks   the place of each seat, 1 is the best; equal places are a draw
 */
public record Score(int group, List<Integer> players, List<Integer> ranks) {
  public Score {
    players = List.copyOf(players);
    ranks = List.copyOf(ranks);
    if (players.size() != ranks.size() || players.isEmpty()) {
      throw new IllegalArgumentException("a score has a rank for each seat: " + players + " " + ranks);
    }
    if (group < 0) {
      throw new IllegalArgumentException("a group is 0 or more: " + group);
    }
  }

  /** What the seat {@code one} has against the seat {@code other}: 1 for a better place, 0.5 for the same. */
  double against(int one, int other) {
    return 0.5 + 0.5 * Integer.signum(ranks.get(other) - ranks.get(one));
  }
}
