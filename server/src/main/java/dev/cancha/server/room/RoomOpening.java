package dev.cancha.server.room;

import dev.cancha.common.game.Game;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;

/**
 * What a room was opened with, as its journal keeps it: all that the fold of its inputs depends on and no input says.
 * It holds for the room's whole life, whatever an operator changes meanwhile.
 *
 * @param relaxed whether it may show what is not on disk yet
 */
public record RoomOpening(RoomConfig config, RoomRules rules, boolean relaxed) {
  private static final JsonType<Image> IMAGE = JsonType.of(Image.class);

  private record Image(ConfigForm.Image config, RoomRules rules, boolean relaxed) {}

  public Json write(Game<?, ?> game) {
    return IMAGE.write(new Image(new ConfigForm(game.info()).image(config), rules, relaxed));
  }

  /**
   * The opening that {@link #write} wrote.
   *
   * @throws dev.cancha.common.json.Mismatch where it is of another shape
   */
  public static RoomOpening read(Game<?, ?> game, Json written) {
    Image image = IMAGE.read(written);
    return new RoomOpening(new ConfigForm(game.info()).config(image.config), image.rules, image.relaxed);
  }
}
