package dev.cancha.app.board;

import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Nothing is kept in hand: a key is an act. */
record SnakeHand() implements Hand {
  @Override
  public @Nullable Grip on(Key key, JsonNode doc, int seat) {
    String turn = switch (key.kind()) {
      case UP -> "up";
      case DOWN -> "down";
      case LEFT -> "left";
      case RIGHT -> "right";
      case CHARACTER -> switch (Character.toString(key.character()).toLowerCase(Locale.ROOT)) {
        case "w" -> "up";
        case "s" -> "down";
        case "a" -> "left";
        case "d" -> "right";
        default -> null;
      };
      default -> null;
    };
    if (turn == null) {
      return null;
    }
    boolean alive = doc.path("view").path("snakes").path(String.valueOf(seat)).path("alive").asBoolean(false);
    return alive ? Grip.act(this, "{\"turn\":\"" + turn + "\"}") : Grip.keep(this);
  }

  @Override
  public List<Line> draw(Sight sight) {
    return new SnakeBoard().draw(sight);
  }

  @Override
  public String help() {
    return "arrows or WASD steer";
  }
}
