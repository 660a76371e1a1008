package dev.cancha.app.board;

import dev.cancha.app.text.Line;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Draws what a game shows. Pure. */
public interface Board {
  /** Lines of at most the width that there is; more of them than fit are cut off below. */
  List<Line> draw(Sight sight);

  /** What tells a seat apart on the board, to stand in front of its player's name; the same width for all. */
  Line badge(JsonNode doc, int seat);

  /** How wide it likes to be. */
  int width(JsonNode doc);

  /** How well a seat stands, to stand behind its player's name; often nothing. */
  default String score(JsonNode doc, int seat) {
    return "";
  }

  /** Of {@code game}; one that can draw anything, where it has none of its own. */
  static Board of(String game) {
    return switch (game) {
      case "connectFour" -> new ConnectFourBoard();
      case "dudo" -> new DudoBoard();
      case "snake" -> new SnakeBoard();
      default -> new PlainBoard();
    };
  }
}
