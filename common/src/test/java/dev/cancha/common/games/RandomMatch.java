package dev.cancha.common.games;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A match of random acts that follows from its seed alone. As in a real match each position has draws of its own, so
 * that the same moves give the same states again.
 *
 * @param absentOneIn how often, instead of an act, some seat is gone for good; 0 for never
 */
public record RandomMatch<S, A>(Game<S, A> game, SortedSet<Integer> seats, long seed, int absentOneIn) {
  /** A match that is not over after so many moves is taken for one that never ends. */
  public static final int MOST_MOVES = 5_000;

  /** An act of a seat; null when the seat is gone. */
  public record Move<A>(int seat, @Nullable A act) {}

  /** The first {@code number} seats. */
  public static SortedSet<Integer> seats(int number) {
    return new TreeSet<>(IntStream.range(0, number).boxed().toList());
  }

  public S start() {
    return game.start(new Setup(seats, game.info().types().options(), (int) (seed & 1), at(0)));
  }

  /** The draws of the rules at {@code position}, from 0. */
  public Chance at(int position) {
    return new TestChance(seed * 1_000_003 + position);
  }

  /** What is done in {@code state} at {@code position}; the match is not over. */
  public Move<A> choose(S state, int position) {
    TestChance chance = new TestChance(~(seed * 1_000_003 + position));
    if (absentOneIn > 0 && chance.below(absentOneIn) == 0) {
      return new Move<>(pick(List.copyOf(seats), chance), null);
    }
    int seat = pick(List.copyOf(game.turn(state)), chance);
    return new Move<>(seat, pick(game.legal(state, seat), chance));
  }

  public Step<S> step(S state, Move<A> move, Chance chance) {
    A act = move.act();
    return act == null ? game.absent(state, move.seat(), chance) : game.act(state, move.seat(), act, chance);
  }

  /** Every move of the whole match, or up to a forfeit. */
  public List<Move<A>> moves() {
    List<Move<A>> moves = new ArrayList<>();
    S state = start();
    while (game.result(state).isEmpty()) {
      if (moves.size() == MOST_MOVES) {
        throw new AssertionError("no end after " + MOST_MOVES + " moves, seed " + seed);
      }
      Move<A> move = choose(state, moves.size());
      moves.add(move);
      if (!(step(state, move, at(moves.size())) instanceof Step.Accepted<S> accepted)) {
        return moves;
      }
      state = accepted.state();
    }
    return moves;
  }

  /** The states from the first to the one after the last of {@code moves}. */
  public List<S> fold(List<Move<A>> moves) {
    List<S> states = new ArrayList<>(List.of(start()));
    for (Move<A> move : moves) {
      if (step(states.getLast(), move, at(states.size())) instanceof Step.Accepted<S> accepted) {
        states.add(accepted.state());
      }
    }
    return states;
  }

  private static <T> T pick(List<T> from, Chance chance) {
    return from.get(chance.below(from.size()));
  }
}
