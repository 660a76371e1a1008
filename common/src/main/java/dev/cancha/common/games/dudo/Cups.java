package dev.cancha.common.games.dudo;

import dev.cancha.common.game.Chance;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The dice under the cups, which is what is hidden in this game.
 *
 * @param dice every seat of the match to its dice in the order of the throw, 1 to 6 each; empty for a seat that is out
 */
public record Cups(SortedMap<Integer, List<Integer>> dice) {
  public Cups {
    SortedMap<Integer, List<Integer>> copy = new TreeMap<>();
    dice.forEach((seat, hand) -> copy.put(seat, List.copyOf(hand)));
    dice = Collections.unmodifiableSortedMap(copy);
  }

  /** Every seat throws as many dice as it has left, the lowest seat first. */
  static Cups thrown(SortedMap<Integer, Integer> left, Chance chance) {
    SortedMap<Integer, List<Integer>> dice = new TreeMap<>();
    left.forEach((seat, number) -> dice.put(seat, hand(number, chance)));
    return new Cups(dice);
  }

  private static List<Integer> hand(int number, Chance chance) {
    return IntStream.range(0, number).mapToObj(_ -> 1 + chance.below(6)).toList();
  }

  List<Integer> of(int seat) {
    return dice.getOrDefault(seat, List.of());
  }

  /** How many dice a seat has left, 0 when it is out. */
  int left(int seat) {
    return of(seat).size();
  }

  /** Every seat of the match to the number of dice it has left. */
  SortedMap<Integer, Integer> left() {
    SortedMap<Integer, Integer> left = new TreeMap<>();
    dice.forEach((seat, hand) -> left.put(seat, hand.size()));
    return left;
  }

  /** How many dice are on the table. */
  int total() {
    return dice.values().stream().mapToInt(List::size).sum();
  }

  /** How many dice count for a face: those that show it and, where they are wild, the ones. */
  int showing(int face, boolean wild) {
    return (int) dice.values()
        .stream()
        .flatMap(List::stream)
        .filter(die -> die == face || (wild && die == 1))
        .count();
  }

  /** The seats that still have dice, in the order of play. */
  List<Integer> in() {
    return dice.keySet().stream().filter(seat -> left(seat) > 0).toList();
  }

  /** {@code seat} if it still has dice, else the next one that has. */
  int inFrom(int seat) {
    List<Integer> in = in();
    return in.stream().filter(other -> other >= seat).findFirst().orElse(in.getFirst());
  }

  /** The next seat after {@code seat} that still has dice. */
  int inAfter(int seat) {
    return inFrom(seat + 1);
  }

  /** These cups with all but the dice of {@code viewer} thrown anew; -1 knows no dice at all. */
  Cups imagined(int viewer, Chance chance) {
    SortedMap<Integer, List<Integer>> imagined = new TreeMap<>();
    dice.forEach((seat, hand) -> imagined.put(seat, seat == viewer ? hand : hand(hand.size(), chance)));
    return new Cups(imagined);
  }
}
