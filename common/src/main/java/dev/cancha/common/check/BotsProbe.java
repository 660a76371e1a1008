package dev.cancha.common.check;

import dev.cancha.common.game.Bot;
import dev.cancha.common.game.Sight;
import java.util.Map;

/** {@link Check#BOTS}: those that the game brings along. They may take their time, so not every moment is looked at. */
final class BotsProbe<S, A> implements Probe<S, A> {
  private static final int ONE_IN = 8;

  @Override
  public Check check() {
    return Check.BOTS;
  }

  @Override
  public boolean applies(Rules<S, A> rules) {
    return !rules.game().bots().isEmpty();
  }

  @Override
  public void look(Scene<S, A> scene) {
    Map<String, Bot<S, A>> bots = scene.rules().game().bots();
    if (scene.chance(0).below(ONE_IN) > 0) {
      return;
    }
    for (int seat : scene.turn()) {
      Sight<S, A> sight = Sight.of(scene.rules().game(), scene.state(), seat);
      if (sight.legal().isEmpty()) {
        continue;
      }
      bots.forEach((name, bot) -> {
        A act = bot.act(sight, scene.chance(seat));
        if (!sight.legal().contains(act)) {
          throw new Violation(check(), "the bot '" + name + "' does " + act + " on seat " + seat
              + ", which is not legal", "A bot does one of Sight.legal.");
        }
      });
    }
  }
}
