package dev.cancha.common.games.dudo;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What everyone sees: never a die that is under a cup.
 *
 * @param dice every seat of the match to the number of dice it has left, 0 to 5
 * @param bid the standing bid; null when there is none
 * @param round from 1
 * @param special whether ones are only ones in this round and only seats with one die may change the face
 * @param reveal from a call to the next bid, every seat that was in to its dice of the round that the call ended; null
 *     otherwise
 * @param verdict from a call to the next bid, what came of the call; null otherwise
 */
public record Table(SortedMap<Integer, Integer> dice, @Nullable StandingBid bid, int round, boolean special,
    @Nullable SortedMap<Integer, List<Integer>> reveal, @Nullable Verdict verdict) {
  public Table {
    dice = Collections.unmodifiableSortedMap(new TreeMap<>(dice));
    reveal = reveal == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(reveal));
  }

  static Table of(Match match) {
    Round round = match.round();
    Showdown showdown = match.showdown();
    return new Table(round.cups().left(), round.bid(), round.number(), round.special(),
        showdown == null ? null : revealed(showdown.cups()), showdown == null ? null : showdown.verdict());
  }

  private static SortedMap<Integer, List<Integer>> revealed(Cups cups) {
    SortedMap<Integer, List<Integer>> revealed = new TreeMap<>(cups.dice());
    revealed.values().removeIf(List::isEmpty);
    return revealed;
  }
}
