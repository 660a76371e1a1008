package dev.cancha.app.join;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Draws what a game shows, as lines of plain text. Pure. */
@FunctionalInterface
interface Painter {
  /** The painter of {@code game}; one that can draw anything, where it has none of its own. */
  static Painter of(String game) {
    return switch (game) {
      case "connectFour" -> ConnectFourPainter::paint;
      case "snake" -> SnakePainter::paint;
      default -> PlainPainter::paint;
    };
  }

  /** {@code doc}: the whole room document, with a {@code view} and maybe a {@code me}. */
  List<String> paint(JsonNode doc);
}
