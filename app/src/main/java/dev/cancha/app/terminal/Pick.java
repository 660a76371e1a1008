package dev.cancha.app.terminal;

import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Window;
import java.util.ArrayList;
import java.util.List;

/** A list of which one row is chosen: how the choice moves, and which part of it is shown. */
final class Pick {
  private static final int PAGE = 10;

  private Pick() {}

  /** Where the choice among {@code size} rows is after {@code key}. */
  static int moved(int at, Key key, int size) {
    int to = switch (key.kind()) {
      case UP -> at - 1;
      case DOWN -> at + 1;
      case PAGE_UP -> at - PAGE;
      case PAGE_DOWN -> at + PAGE;
      case HOME -> 0;
      case END -> size - 1;
      default -> at;
    };
    return Math.clamp(to, 0, Math.max(0, size - 1));
  }

  /** The rows around the chosen one, as many as fit, each as wide as {@code space}. */
  static List<Line> lines(List<Line> rows, int chosen, Window space) {
    int first = Math.clamp(chosen - space.height() / 2, 0, Math.max(0, rows.size() - space.height()));
    List<Line> lines = new ArrayList<>();
    for (int i = first; i < rows.size() && lines.size() < space.height(); i++) {
      Line row = Line.of(i == chosen ? "▸ " : "  ").plus(rows.get(i));
      lines.add(i == chosen ? row.fit(space.width()).in(Ink.CHOSEN) : row.fit(space.width()));
    }
    return lines;
  }
}
