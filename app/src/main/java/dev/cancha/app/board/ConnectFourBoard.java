package dev.cancha.app.board;

import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Line;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Full discs are seat 0, empty ones seat 1, and the winning four stand in brackets. */
final class ConnectFourBoard implements Board {
  static final int COLUMNS = 7;
  private static final int ROWS = 6;
  private static final int CELL = 4;
  /** From this many lines on, rows have a line between them, which makes the cells square. */
  private static final int ROOMY = 2 * ROWS + 3;
  private static final int NOWHERE = -1;

  @Override
  public List<Line> draw(Sight sight) {
    return draw(sight, NOWHERE);
  }

  /** {@code cursor}: the column in hand. */
  List<Line> draw(Sight sight, int cursor) {
    List<Line> lines = new ArrayList<>();
    lines.add(pointer(sight, cursor));
    for (int row = ROWS - 1; row >= 0; row--) {
      Line line = Line.of("│ ", Ink.FAINT);
      for (int column = 0; column < COLUMNS; column++) {
        line = line.plus(cell(sight.view(), column, row));
      }
      lines.add(line.plus(" │", Ink.FAINT));
      if (row > 0 && sight.space().height() >= ROOMY) {
        lines.add(Line.of("│" + " ".repeat(COLUMNS * CELL + 2) + "│", Ink.FAINT));
      }
    }
    lines.add(Line.of("└" + "─".repeat(COLUMNS * CELL + 2) + "┘", Ink.FAINT));
    Line numbers = Line.of("  ");
    for (int column = 0; column < COLUMNS; column++) {
      numbers = numbers.plus("  " + (column + 1) + " ".repeat(CELL - 3),
          column == cursor ? Ink.STRONG : Ink.FAINT);
    }
    lines.add(numbers);
    return lines;
  }

  private static Line pointer(Sight sight, int cursor) {
    if (cursor < 0 || sight.seat() == null) {
      return Line.EMPTY;
    }
    return Line.of(" ".repeat(CELL + cursor * CELL)).plus(disc(sight.seat()));
  }

  private static Line cell(JsonNode view, int column, int row) {
    String discs = view.path("columns").path(String.valueOf(column)).asString("");
    if (row >= discs.length()) {
      return Line.of("  · ", Ink.FAINT);
    }
    int seat = discs.charAt(row) - '0';
    boolean winning = view.path("line")
        .valueStream()
        .anyMatch(at -> at.path(0).asInt(-1) == column && at.path(1).asInt(-1) == row);
    return winning ? Line.of(" [", Ink.STRONG).plus(disc(seat)).plus("]", Ink.STRONG)
        : Line.of("  ").plus(disc(seat)).plus(" ");
  }

  private static Line disc(int seat) {
    return Line.of(seat == 0 ? "●" : "○", Ink.seat(seat).asBold());
  }

  @Override
  public int width(JsonNode doc) {
    return COLUMNS * CELL + 4;
  }

  @Override
  public Line badge(JsonNode doc, int seat) {
    return disc(seat);
  }
}
