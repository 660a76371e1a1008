package dev.cancha.app.match;

import dev.cancha.common.message.Json;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a match, as it is kept: an act, a seat that gave up, or ticks. In a game that ticks,
 * what came before a tick takes effect with it.
 *
 * @param seat who; absent where ticks went by
 * @param action the act; absent where the seat gave up
 * @param ticks how many went by, absent where none did
 */
record Move(@Nullable Integer seat, @Nullable Json action, @Nullable Integer ticks) {
  static Move act(int seat, Json action) {
    return new Move(seat, action, null);
  }

  static Move resignation(int seat) {
    return new Move(seat, null, null);
  }

  static Move ticks(int count) {
    return new Move(null, null, count);
  }
}
