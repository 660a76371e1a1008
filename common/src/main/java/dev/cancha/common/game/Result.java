package dev.cancha.common.game;

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
}
