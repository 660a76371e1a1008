package dev.cancha.app.board;

import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Each seat is a letter, large at the head and small along the body; food is a star. A cell is two characters wide
 * where there is room, so that ways up and ways along look alike; of a board larger than the window, the part around
 * the own head is shown.
 */
final class SnakeBoard implements Board {
  private static final int LARGEST = 200;
  private static final int BORDER = 2;

  /** One cell: what it shows and in which ink. */
  private record Cell(char shown, Ink ink, boolean solid) {
    static final Cell EMPTY = new Cell(' ', Ink.PLAIN, false);
    static final Cell FOOD = new Cell('*', Ink.GOOD.asBold(), false);
  }

  /** The part of the board that is shown. */
  private record Part(int x, int y, int width, int height, int cell) {}

  @Override
  public List<Line> draw(Sight sight) {
    JsonNode view = sight.view();
    int width = Math.clamp(view.path("size").path("width").asInt(0), 0, LARGEST);
    int height = Math.clamp(view.path("size").path("height").asInt(0), 0, LARGEST);
    Cell[][] cells = cells(view, width, height);
    Part part = part(sight, width, height);
    List<Line> lines = new ArrayList<>();
    String edge = "─".repeat(part.width() * part.cell());
    lines.add(Line.of("┌" + edge + "┐", Ink.FAINT));
    for (int y = part.y(); y < part.y() + part.height(); y++) {
      lines.add(row(cells[y], part));
    }
    lines.add(Line.of("└" + edge + "┘", Ink.FAINT));
    return lines;
  }

  /** Neighbours in the same ink are one span, since a whole board goes over the line twenty times a second. */
  private static Line row(Cell[] row, Part part) {
    List<Line.Span> spans = new ArrayList<>();
    spans.add(new Line.Span("│", Ink.FAINT));
    var text = new StringBuilder();
    Ink ink = Ink.PLAIN;
    for (int x = part.x(); x < part.x() + part.width(); x++) {
      Cell cell = row[x];
      if (!cell.ink().equals(ink)) {
        spans.add(new Line.Span(text.toString(), ink));
        text.setLength(0);
        ink = cell.ink();
      }
      text.append(cell.shown()).append(part.cell() == 1 ? "" : cell.solid() ? cell.shown() : ' ');
    }
    spans.add(new Line.Span(text.toString(), ink));
    spans.add(new Line.Span("│", Ink.FAINT));
    return new Line(spans);
  }

  private static Part part(Sight sight, int width, int height) {
    Window space = sight.space();
    int cell = width * 2 + BORDER <= space.width() ? 2 : 1;
    int shownWidth = Math.clamp(space.width() - BORDER, 0, width);
    int shownHeight = Math.clamp(space.height() - BORDER, 0, height);
    JsonNode head = sight.view().path("snakes").path(String.valueOf(sight.seat())).path("head");
    int x = head.path(0).asInt(width / 2) - shownWidth / 2;
    int y = head.path(1).asInt(height / 2) - shownHeight / 2;
    return new Part(Math.clamp(x, 0, width - shownWidth), Math.clamp(y, 0, height - shownHeight), shownWidth,
        shownHeight, cell);
  }

  private static Cell[][] cells(JsonNode view, int width, int height) {
    Cell[][] cells = new Cell[height][width];
    for (Cell[] row : cells) {
      Arrays.fill(row, Cell.EMPTY);
    }
    view.path("food")
        .valueStream()
        .forEach(at -> put(cells, at.path(0).asInt(-1), at.path(1).asInt(-1), Cell.FOOD));
    for (Map.Entry<String, JsonNode> snake : view.path("snakes").properties()) {
      Integer seat = seat(snake.getKey());
      if (seat != null && snake.getValue().path("alive").asBoolean(false)) {
        snake(cells, seat, snake.getValue());
      }
    }
    return cells;
  }

  private static void snake(Cell[][] cells, int seat, JsonNode snake) {
    int x = snake.path("head").path(0).asInt(-1);
    int y = snake.path("head").path(1).asInt(-1);
    char letter = letter(seat);
    put(cells, x, y, new Cell(Character.toUpperCase(letter), Ink.seat(seat).asBold().asInverse(), true));
    var body = new Cell(letter, Ink.seat(seat).asInverse(), false);
    for (char to : snake.path("body").asString("").toCharArray()) {
      x += to == 'r' ? 1 : to == 'l' ? -1 : 0;
      y += to == 'd' ? 1 : to == 'u' ? -1 : 0;
      put(cells, x, y, body);
    }
  }

  private static void put(Cell[][] cells, int x, int y, Cell what) {
    if (y >= 0 && y < cells.length && x >= 0 && x < cells[y].length) {
      cells[y][x] = what;
    }
  }

  private static @Nullable Integer seat(String key) {
    return key.matches("[0-9]{1,2}") ? Integer.valueOf(key) : null;
  }

  private static char letter(int seat) {
    return (char) ('a' + seat % 26);
  }

  @Override
  public int width(JsonNode doc) {
    return 2 * Math.clamp(doc.path("view").path("size").path("width").asInt(0), 0, LARGEST) + BORDER;
  }

  @Override
  public Line badge(JsonNode doc, int seat) {
    return Line.of(String.valueOf(Character.toUpperCase(letter(seat))), Ink.seat(seat).asBold().asInverse());
  }

  @Override
  public String score(JsonNode doc, int seat) {
    JsonNode snake = doc.path("view").path("snakes").path(String.valueOf(seat));
    if (snake.isMissingNode()) {
      return "";
    }
    if (snake.path("alive").asBoolean(false)) {
      return String.valueOf(snake.path("body").asString("").length() + 1);
    }
    return switch (snake.path("fate").asString("")) {
      case "wall" -> "hit a wall";
      case "body" -> "hit a snake";
      case "head" -> "met a head";
      default -> "gone";
    };
  }
}
