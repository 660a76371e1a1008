package dev.cancha.common.game;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a match starts from.
 *
 * @param seats the seats in play; those of a room that nobody took are missing
 * @param options an instance of the class of {@link GameInfo.Types#options()}
 * @param number which match of its room this is, from 0: the seat that begins may alternate by it
 * @param chance for dice and shuffles
 */
public record Setup(SortedSet<Integer> seats, Record options, int number, Chance chance) {
  public Setup {
    seats = Collections.unmodifiableSortedSet(new TreeSet<>(seats));
  }

  /** The options as what they are: {@code type} is the class that the game gave in its {@link GameInfo}. */
  public <R extends Record> R options(Class<R> type) {
    return type.cast(options);
  }
}
