package dev.cancha.common.games.snake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The whole truth of a match.
 *
 * @param options what was chosen
 * @param board what everyone sees: the very object, so that what did not change need not be compared
 * @param turns the turns of each living seat that wait for its next steps, at most {@link #MOST_TURNS}; a seat for
 *     which none waits is missing. Nobody sees them
 * @param fallen each dead seat to the tick in which it died
 * @param ticks how many have passed
 */
public record Match(Options options, Board board, SortedMap<Integer, List<Heading>> turns,
    SortedMap<Integer, Integer> fallen, int ticks) {
  /** Enough for a turn about, pressed between two steps; more would be played when they are no longer wanted. */
  static final int MOST_TURNS = 2;

  public Match {
    SortedMap<Integer, List<Heading>> copy = new TreeMap<>();
    turns.forEach((seat, waiting) -> copy.put(seat, List.copyOf(waiting)));
    turns = Collections.unmodifiableSortedMap(copy);
    fallen = Collections.unmodifiableSortedMap(new TreeMap<>(fallen));
  }

  List<Heading> waiting(int seat) {
    return turns.getOrDefault(seat, List.of());
  }

  /** Where a snake will go when all its turns are made. */
  Heading last(int seat) {
    List<Heading> waiting = waiting(seat);
    return waiting.isEmpty() ? board.snake(seat).heading() : waiting.getLast();
  }

  boolean over() {
    return board.living().size() < 2 || ticks >= options.lastTick();
  }

  Match turned(int seat, Heading turn) {
    List<Heading> more = new ArrayList<>(waiting(seat));
    more.add(turn);
    return with(seat, more);
  }

  /** Other turns wait than before. */
  Match with(int seat, List<Heading> waiting) {
    SortedMap<Integer, List<Heading>> others = new TreeMap<>(turns);
    if (waiting.isEmpty()) {
      others.remove(seat);
    } else {
      others.put(seat, waiting);
    }
    return new Match(options, board, others, fallen, ticks);
  }

  Match gone(int seat) {
    SortedMap<Integer, Integer> dead = new TreeMap<>(fallen);
    dead.put(seat, ticks);
    return new Match(options, board.with(seat, board.snake(seat).dead(Snake.Fate.GONE)), turns, dead, ticks)
        .with(seat, List.of());
  }
}
