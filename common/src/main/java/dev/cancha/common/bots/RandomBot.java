package dev.cancha.common.bots;

import dev.cancha.common.game.Bot;
import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Sight;

/** Does anything that it may. */
final class RandomBot<S, A> implements Bot<S, A> {
  @Override
  public A act(Sight<S, A> sight, Chance chance) {
    return sight.legal().get(chance.below(sight.legal().size()));
  }
}
