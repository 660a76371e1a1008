package dev.cancha.common.check;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the shortest match that shows what a longer one has shown: acts are left out, in halves, quarters and one
 * by one, and seats and options that it does not take. Owner: the thread that checks.
 */
final class Shrinking<S, A> {
  private static final int MOST_RUNS = 400;
  private static final int MOST_STEPS = 40_000;

  private final Ground<S, A> ground;
  private final Check check;
  private int runs;
  private int steps;

  Shrinking(Ground<S, A> ground, Check check) {
    this.ground = ground.only(check);
    this.check = check;
  }

  /** A match that shows it. */
  record Shown<A>(Opening opening, List<Move<A>> moves, Violation violation) {
    Shown {
      moves = List.copyOf(moves);
    }
  }

  Shown<A> shortest(Shown<A> first) {
    Shown<A> best = again(first.opening(), first.moves());
    if (best == null) {
      return first; // it does not show itself alone
    }
    best = withDefaults(best);
    best = withFewerSeats(best);
    best = withFewerMoves(best);
    return withFewerSeats(best);
  }

  private Shown<A> withDefaults(Shown<A> best) {
    Shown<A> usual = again(best.opening().first(ground.rules().info().types().options()), best.moves());
    usual = usual == null ? again(best.opening().first(best.opening().options()), best.moves()) : usual;
    return usual == null ? best : usual;
  }

  private Shown<A> withFewerSeats(Shown<A> first) {
    Shown<A> best = first;
    int min = ground.rules().info().seats().min();
    for (int seat : new TreeSet<>(first.opening().seats()).descendingSet()) {
      SortedSet<Integer> fewer = new TreeSet<>(best.opening().seats());
      fewer.remove(seat);
      Shown<A> without = fewer.size() < min ? null : again(best.opening().withSeats(fewer), best.moves());
      best = without == null ? best : without;
    }
    return best;
  }

  private Shown<A> withFewerMoves(Shown<A> first) {
    Shown<A> best = first;
    for (int size = Math.max(1, best.moves().size() / 2); size > 0; size /= 2) {
      for (int at = 0; at < best.moves().size();) {
        List<Move<A>> fewer = new ArrayList<>(best.moves());
        fewer.subList(at, Math.min(at + size, fewer.size())).clear();
        Shown<A> without = again(best.opening(), fewer);
        if (without == null) {
          at += size;
        } else {
          best = without;
        }
      }
    }
    return best;
  }

  /** That match as far as it fits, if it shows the same. */
  private @Nullable Shown<A> again(Opening opening, List<Move<A>> moves) {
    if (runs++ > MOST_RUNS || steps > MOST_STEPS) {
      return null;
    }
    steps += moves.size();
    Walk<S, A> walk = new Walk<>(ground, opening);
    try {
      walk.run(new GivenMoves<>(moves), new Walk.Bound(Integer.MAX_VALUE, false));
      return null;
    } catch (Violation v) {
      return v.check() == check && walk.done().size() <= moves.size() ? new Shown<>(opening, walk.done(), v)
          : null;
    }
  }
}
