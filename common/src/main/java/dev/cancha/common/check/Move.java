package dev.cancha.common.check;

import dev.cancha.common.bots.SplitMix;
import dev.cancha.common.game.Chance;

/**
 * One step of a match. It carries the seed of the chance that it gets, so that it stays the same when others before it
 * are left out.
 */
sealed interface Move<A> {
  long draws();

  /** The chance of the rules in this step: the same at every call. */
  default Chance chance() {
    return new SplitMix(draws());
  }

  /** A seat acts. */
  record Acted<A>(int seat, A act, long draws) implements Move<A> {}

  /** Time passes. */
  record Ticked<A>(long draws) implements Move<A> {}

  /** A seat is gone for good. */
  record Gone<A>(int seat, long draws) implements Move<A> {}
}
