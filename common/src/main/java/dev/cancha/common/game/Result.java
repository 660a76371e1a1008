package dev.cancha.common.game;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a match ended.
 *
 * @param ranks seat to rank, 1 is the best; equal ranks are a draw between them
 * @param reason the game's own word in lowerCamelCase, such as {@code fourInLine}; the room itself uses
 *     {@code clock}, {@code resigned} and {@code absent}
 */
public record Result(SortedMap<Integer, Integer> ranks, String reason) {
  public Result {
    ranks = Collections.unmodifiableSortedMap(new TreeMap<>(ranks));
    Objects.requireNonNull(reason);
  }

  /** {@code winner} is first, all others of {@code seats} share the second rank. */
  public static Result won(int winner, Collection<Integer> seats, String reason) {
    SortedMap<Integer, Integer> ranks = new TreeMap<>();
    seats.forEach(seat -> ranks.put(seat, seat == winner ? 1 : 2));
    return new Result(ranks, reason);
  }

  /** All {@code seats} share the first rank. */
  public static Result drawn(Collection<Integer> seats, String reason) {
    SortedMap<Integer, Integer> ranks = new TreeMap<>();
    seats.forEach(seat -> ranks.put(seat, 1));
    return new Result(ranks, reason);
  }

  /** More is better: the rank of a seat is one more than there are seats with more; equal scores, equal ranks. */
  public static <C extends Comparable<? super C>> Result byScore(SortedMap<Integer, C> scores,
      String reason) {
    SortedMap<Integer, Integer> ranks = new TreeMap<>();
    scores.forEach((seat, score) -> ranks.put(seat,
        1 + (int) scores.values().stream().filter(other -> other.compareTo(score) > 0).count()));
    return new Result(ranks, reason);
  }
}
