package dev.cancha.server.room;

import dev.cancha.common.game.Game;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import org.jspecify.annotations.Nullable;

/**
 * All that the fold of a match depends on beside its inputs and its game.
 *
 * @param state the room before the input that started it, as {@link Room#write} wrote it
 */
public record MatchBase(RoomRules rules, Json state) {
  private static final JsonType<MatchBase> FORM = JsonType.of(MatchBase.class);

  /** {@code base} as that of a match; null where states of its game cannot be written. */
  public static @Nullable MatchBase of(Room<?, ?> room, RoomState base) {
    Json state = room.write(base);
    return state == null ? null : new MatchBase(room.rules(), state);
  }

  public Json write() {
    return FORM.write(this);
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws dev.cancha.common.json.Mismatch where it is of another shape
   */
  public static MatchBase read(Json written) {
    return FORM.read(written);
  }

  /** A room of {@code game} in which the inputs may be folded again. */
  public <S, A> Room<S, A> room(Game<S, A> game) {
    return new Room<>(game, rules);
  }
}
