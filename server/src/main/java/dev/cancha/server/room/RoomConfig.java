package dev.cancha.server.room;

import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * What the host of a room decides.
 *
 * @param size how many seats there are
 * @param options the game's own, defaults filled in
 * @param settings as they were given: what is absent has the game's default
 * @param permanent opened by the host's machine itself: stays open when nobody is there
 */
public record RoomConfig(String code, int size, Record options, Settings settings, Visibility visibility,
    @Nullable PasswordHash password, boolean permanent) {
  RoomConfig with(Record newOptions, Settings newSettings, int newSize) {
    return new RoomConfig(code, newSize, newOptions, newSettings, visibility, password, permanent);
  }

  RoomConfig with(@Nullable PasswordHash newPassword) {
    return new RoomConfig(code, size, options, settings, visibility, newPassword, permanent);
  }

  public RoomConfig with(Visibility newVisibility, String newCode) {
    return new RoomConfig(newCode, size, options, settings, newVisibility, password, permanent);
  }
}
