package dev.cancha.app.terminal;

import dev.cancha.common.message.ClientMessage.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a key led to.
 *
 * @param screen that is shown from now on
 * @param notice a sentence about it, or empty
 * @param exit the exit code, where it is the end
 */
record Turn(Screen screen, List<Effect> effects, String notice, OptionalInt exit) {
  Turn {
    effects = List.copyOf(effects);
  }

  static Turn to(Screen screen, Effect... effects) {
    return new Turn(screen, List.of(effects), "", OptionalInt.empty());
  }

  static Turn ask(Screen screen, Request request) {
    return to(screen, new Effect.Ask(request));
  }

  static Turn end(Screen screen, int code) {
    return new Turn(screen, List.of(), "", OptionalInt.of(code));
  }

  Turn with(Effect effect) {
    List<Effect> more = new ArrayList<>(effects);
    more.add(effect);
    return new Turn(screen, more, notice, exit);
  }

  Turn saying(String sentence) {
    return new Turn(screen, effects, sentence, exit);
  }
}
