package dev.cancha.common.check;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves that were made before, as far as they still fit. Owner: the thread that checks. */
final class GivenMoves<S, A> implements Mover<S, A> {
  private final Iterator<Move<A>> moves;

  GivenMoves(List<Move<A>> moves) {
    this.moves = moves.iterator();
  }

  @Override
  public @Nullable Move<A> next(Scene<S, A> scene) {
    while (moves.hasNext()) {
      Move<A> move = moves.next();
      if (fits(scene, move)) {
        return move;
      }
    }
    return null;
  }

  private boolean fits(Scene<S, A> scene, Move<A> move) {
    return switch (move) {
      case Move.Acted<A>(int seat, A act, long _) -> scene.turn().contains(seat)
          && scene.rules().game().legal(scene.state(), seat).contains(act);
      case Move.Ticked<A> _ -> true;
      case Move.Gone<A>(int seat, long _) -> scene.present().contains(seat);
    };
  }
}
