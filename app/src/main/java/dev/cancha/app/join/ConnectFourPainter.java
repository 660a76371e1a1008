package dev.cancha.app.join;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Draws the board of Connect Four: x is seat 0, o is seat 1, and the winning four are capitals. */
final class ConnectFourPainter {
  private static final int ROWS = 6;
  private static final int COLUMNS = 7;

  private ConnectFourPainter() {}

  static List<String> paint(JsonNode doc) {
    JsonNode view = doc.path("view");
    List<String> lines = new ArrayList<>();
    for (int row = ROWS - 1; row >= 0; row--) {
      var line = new StringBuilder(" |");
      for (int column = 0; column < COLUMNS; column++) {
        line.append(' ').append(cell(view, column, row));
      }
      lines.add(line.append(" |").toString());
    }
    var numbers = new StringBuilder("  ");
    for (int column = 0; column < COLUMNS; column++) {
      numbers.append(' ').append(column);
    }
    lines.add(numbers.append("     x: ")
        .append(RoomText.name(doc, "0"))
        .append(", o: ")
        .append(RoomText.name(doc, "1"))
        .toString());
    return lines;
  }

  private static char cell(JsonNode view, int column, int row) {
    String discs = view.path("columns").path(String.valueOf(column)).asString("");
    if (row >= discs.length()) {
      return '.';
    }
    char disc = discs.charAt(row) == '0' ? 'x' : 'o';
    boolean winning = view.path("line")
        .valueStream()
        .anyMatch(at -> at.path(0).asInt(-1) == column && at.path(1).asInt(-1) == row);
    return winning ? Character.toUpperCase(disc) : disc;
  }
}
