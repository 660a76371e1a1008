package dev.cancha.common.check;

import dev.cancha.common.bots.SplitMix;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Legal play by chance. Owner: the thread that checks. */
final class RandomMoves<S, A> implements Mover<S, A> {
  /** In a game that ticks, of so many moves one is an act. */
  private static final int ACTS_ONE_IN = 3;

  private final SplitMix chance;
  private final int goneOneIn;

  /**
   * Moves from a seed.
   *
   * @param goneOneIn how often, instead of a move, some seat is gone for good; 0 for never
   */
  RandomMoves(long seed, int goneOneIn) {
    chance = new SplitMix(seed);
    this.goneOneIn = goneOneIn;
  }

  @Override
  public @Nullable Move<A> next(Scene<S, A> scene) {
    long draws = chance.next();
    SortedSet<Integer> present = scene.present();
    if (goneOneIn > 0 && !present.isEmpty() && chance.below(goneOneIn) == 0) {
      return new Move.Gone<>(chance.pick(List.copyOf(present)), draws);
    }
    boolean ticks = scene.rules().ticks();
    SortedSet<Integer> turn = scene.turn();
    if (turn.isEmpty() || (ticks && chance.below(ACTS_ONE_IN) > 0)) {
      return ticks ? new Move.Ticked<>(draws) : null;
    }
    int seat = chance.pick(List.copyOf(turn));
    List<A> legal = scene.rules().game().legal(scene.state(), seat);
    if (legal.isEmpty()) {
      return ticks ? new Move.Ticked<>(draws) : null;
    }
    return new Move.Acted<>(seat, chance.pick(legal), draws);
  }
}
