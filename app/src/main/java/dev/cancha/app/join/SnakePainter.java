package dev.cancha.app.join;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Draws the board of snake: each seat is a letter, large at the head and small along the body, food is a star. Snakes
 * that are dead are off the board, and only in the line below it.
 */
final class SnakePainter {
  private static final int LARGEST = 200;

  private SnakePainter() {}

  static List<String> paint(JsonNode doc) {
    JsonNode view = doc.path("view");
    int width = Math.clamp(view.path("size").path("width").asInt(0), 0, LARGEST);
    int height = Math.clamp(view.path("size").path("height").asInt(0), 0, LARGEST);
    char[][] cells = new char[height][width];
    for (char[] row : cells) {
      Arrays.fill(row, '.');
    }
    view.path("food")
        .valueStream()
        .forEach(cell -> put(cells, cell.path(0).asInt(-1), cell.path(1).asInt(-1), '*'));
    view.path("snakes").properties().forEach(snake -> snake(cells, letter(snake.getKey()), snake.getValue()));
    List<String> lines = new ArrayList<>();
    for (char[] row : cells) {
      var line = new StringBuilder(" |");
      for (char cell : row) {
        line.append(' ').append(cell);
      }
      lines.add(line.append(" |").toString());
    }
    lines.add("  " + view.path("snakes")
        .properties()
        .stream()
        .map(snake -> Character.toUpperCase(letter(snake.getKey())) + ": "
            + RoomText.name(doc, snake.getKey()) + " "
            + state(snake.getValue()))
        .collect(Collectors.joining(", ")) + "; " + view.path("secondsLeft").asInt(0) + " s left");
    return lines;
  }

  private static void snake(char[][] cells, char letter, JsonNode snake) {
    if (!snake.path("alive").asBoolean(false)) {
      return;
    }
    int x = snake.path("head").path(0).asInt(-1);
    int y = snake.path("head").path(1).asInt(-1);
    put(cells, x, y, Character.toUpperCase(letter));
    for (char to : snake.path("body").asString("").toCharArray()) {
      x += to == 'r' ? 1 : to == 'l' ? -1 : 0;
      y += to == 'd' ? 1 : to == 'u' ? -1 : 0;
      put(cells, x, y, letter);
    }
  }

  private static void put(char[][] cells, int x, int y, char what) {
    if (y >= 0 && y < cells.length && x >= 0 && x < cells[y].length) {
      cells[y][x] = what;
    }
  }

  private static char letter(String seat) {
    return seat.matches("[0-9]{1,2}") ? (char) ('a' + Integer.parseInt(seat) % 26) : '?';
  }

  private static String state(JsonNode snake) {
    if (snake.path("alive").asBoolean(false)) {
      return String.valueOf(snake.path("body").asString("").length() + 1);
    }
    return switch (snake.path("fate").asString("")) {
      case "wall" -> "(ran into a wall)";
      case "body" -> "(ran into a snake)";
      case "head" -> "(met a head)";
      default -> "(gone)";
    };
  }
}
