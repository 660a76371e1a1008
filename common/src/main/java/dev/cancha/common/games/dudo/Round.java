package dev.cancha.common.games.dudo;

import dev.cancha.common.game.Chance;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From one throw of all dice to the call that lifts the cups.
 *
 * @param number from 1
 * @param specialOf the seat that has just come down to one die for the first time, for which this round is special:
 *     ones are only ones, and only seats with one die may change the face; null in an ordinary round
 * @param cups the dice
 * @param turn the seat that bids or calls
 * @param bid the standing bid; null until the first
 */
public record Round(int number, @Nullable Integer specialOf, Cups cups, int turn, @Nullable StandingBid bid) {
  boolean special() {
    return specialOf != null;
  }

  Round raised(Act.Bid raise) {
    return new Round(number, specialOf, cups, cups.inAfter(turn),
        new StandingBid(turn, raise.count(), raise.face()));
  }

  /** This round with its dice thrown, or imagined, otherwise. */
  Round with(Cups others) {
    return new Round(number, specialOf, others, turn, bid);
  }

  /** The dice are thrown anew; the first seat from {@code beginner} on that still has some begins. */
  Round next(SortedMap<Integer, Integer> left, int beginner, @Nullable Integer special, Chance chance) {
    Cups thrown = Cups.thrown(left, chance);
    return new Round(number + 1, special, thrown, thrown.inFrom(beginner), null);
  }

  /** The last round of a match, as it stays: the winner keeps the dice of its last throw. */
  Round leftTo(int winner) {
    SortedMap<Integer, List<Integer>> dice = new TreeMap<>(cups.dice());
    dice.replaceAll((seat, hand) -> seat == winner ? hand : List.of());
    return new Round(number, specialOf, new Cups(dice), winner, null);
  }
}
