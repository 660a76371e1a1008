package dev.cancha.server.room;

import dev.cancha.common.game.GameInfo;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import org.jspecify.annotations.Nullable;

/** How the configurations of one game's rooms are written and read: the options are a record of the game. Immutable. */
final class ConfigForm {
  private final Record defaults;

  /** A {@link RoomConfig}. */
  record Image(String code, int size, Json options, Settings settings, Visibility visibility,
      @Nullable PasswordHash password, boolean permanent) {}

  ConfigForm(GameInfo<?> info) {
    defaults = info.types().options();
  }

  Image image(RoomConfig config) {
    return new Image(config.code(), config.size(), options(config.options()), config.settings(),
        config.visibility(), config.password(), config.permanent());
  }

  RoomConfig config(Image image) {
    return new RoomConfig(image.code, image.size, read(defaults, image.options), image.settings,
        image.visibility,
        image.password, image.permanent);
  }

  @SuppressWarnings("unchecked") // a record's class is the class of its type
  private static <R extends Record> Json options(R options) {
    return JsonType.of((Class<R>) options.getClass()).write(options);
  }

  /** Options that an older version of the game did not know are by default. */
  @SuppressWarnings("unchecked") // a record's class is the class of its type
  private static <R extends Record> Record read(R defaults, Json written) {
    return JsonType.of((Class<R>) defaults.getClass()).read(written, defaults);
  }
}
