package dev.cancha.common.json;

import dev.cancha.common.game.Range;
import dev.cancha.common.message.Json;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Types as games have them, one for each convention. */
final class Samples {
  private Samples() {}

  enum Direction {
    UP, DOWN, HALF_LEFT
  }

  /** The acts of a dice game. */
  sealed interface Act {}

  record Bid(@Range(min = 1, max = 30) int count, @Range(min = 1, max = 6) int face) implements Act {}

  record Call(Direction call) implements Act {}

  record Pass() implements Act {}

  /** An interface between: its variants stand beside the others. */
  sealed interface Quiet extends Act {}

  record LookAway(List<Integer> seats) implements Quiet {}

  record Options(@Range(min = 4, max = 9) int columns, boolean fast, @Nullable String name, Clock clock) {}

  record Clock(@Range(min = 1, max = 3_600) long seconds, Direction when) {}

  record View(SortedMap<Integer, Integer> dice, @Nullable Bid bid, SortedSet<String> names, double heat,
      SortedMap<Direction, Clock> clocks, List<List<Integer>> line) {}

  /** Contains itself, also through a list and through an absent component. */
  sealed interface Tree {}

  record Leaf(int weight) implements Tree {}

  record Fork(List<Tree> branches, @Nullable Tree trunk) implements Tree {}

  record Chain(int link, @Nullable Chain next) {}

  record Box(Json content, @Nullable Json note) {}

  record Open(String code, Object view) {}

  /** A record whose constructor checks what no schema can say. */
  record Pair(int low, int high) {
    Pair {
      if (low > high) {
        throw new IllegalArgumentException("'low' is above 'high'");
      }
    }
  }

  /** A record whose constructor repeats what it does not like. */
  record Fussy(String name) {
    Fussy {
      if (name.length() > 3) {
        throw new IllegalArgumentException(name);
      }
    }
  }

  sealed interface Event {}

  record Dropped(int seat, @Range(min = 0, max = 6) int column) implements Event {}

  record GameWon(@Nullable Integer seat, Act last) implements Event {}

  record Drawn() implements Event {}

  static Json json(String text) {
    return Json.ofChecked(text.replace('\'', '"'));
  }
}
