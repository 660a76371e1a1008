package dev.cancha.app.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What every screen has in common: a title at the top, then what it is about, and at the bottom the line for what went
 * wrong and the line of the keys.
 *
 * @param left of the title
 * @param right of it: who one is
 * @param notice what must be seen, or nothing
 * @param help the keys
 */
public record Frame(Line left, Line right, Line notice, Line help) {
  /** The smallest window in which anything can be played. */
  public static final Window LEAST = new Window(40, 12);
  private static final int LINES_AROUND = 3;

  public static boolean fits(Window window) {
    return window.width() >= LEAST.width() && window.height() >= LEAST.height();
  }

  /** What is left for the body of a screen in {@code window}. */
  public static Window inside(Window window) {
    return new Window(window.width(), window.height() - LINES_AROUND);
  }

  /** As many lines as {@code window} is high, each as wide as it is. */
  public List<Line> around(List<Line> body, Window window) {
    List<Line> lines = new ArrayList<>();
    int room = Math.max(0, window.width() - right.width() - 1);
    lines.add(Line.of(left.fit(room).plus(" ").plus(right).fit(window.width()).text(),
        Ink.STRONG.asUnderlined()));
    for (int i = 0; i < window.height() - LINES_AROUND; i++) {
      lines.add((i < body.size() ? body.get(i) : Line.EMPTY).fit(window.width()));
    }
    lines.add(notice.fit(window.width()));
    lines.add(help(window.width()).in(Ink.FAINT).fit(window.width()));
    return lines;
  }

  /** What does not fit is left out before the last key, which is the way out or to all the others. */
  private Line help(int cells) {
    List<String> keys = new ArrayList<>(List.of(help.text().split(" · ", -1)));
    while (keys.size() > 2 && Text.width(String.join(" · ", keys)) > cells) {
      keys.remove(keys.size() - 2);
    }
    return Line.of(String.join(" · ", keys));
  }

  /** Says that {@code window} is too small, as well as that goes. */
  public static List<Line> tooSmall(Window window) {
    List<Line> lines = new ArrayList<>();
    String sentence = "This window is " + window.width() + " by " + window.height()
        + ". Cancha needs at least "
        + LEAST.width() + " by " + LEAST.height() + ": make it larger.";
    for (String line : Text.wrap(sentence, Math.max(2, window.width()))) {
      if (lines.size() < window.height()) {
        lines.add(Line.of(line).fit(window.width()));
      }
    }
    while (lines.size() < window.height()) {
      lines.add(Line.EMPTY.fit(window.width()));
    }
    return lines;
  }
}
