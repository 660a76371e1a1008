package dev.cancha.app.text;

/**
 * A line that is being typed.
 *
 * @param at where the next character goes, in UTF-16 code units
 * @param max how many code points fit
 */
public record Field(String text, int at, int max) {
  public static Field empty(int max) {
    return new Field("", 0, max);
  }

  /** The same after {@code key}, which may mean nothing here. */
  public Field on(Key key) {
    return switch (key.kind()) {
      case CHARACTER -> text.codePointCount(0, text.length()) < max ? insert(key.character()) : this;
      case BACKSPACE -> at > 0 ? cut(text.offsetByCodePoints(at, -1), at) : this;
      case DELETE -> at < text.length() ? cut(at, text.offsetByCodePoints(at, 1)) : this;
      case LEFT -> at > 0 ? moved(text.offsetByCodePoints(at, -1)) : this;
      case RIGHT -> at < text.length() ? moved(text.offsetByCodePoints(at, 1)) : this;
      case HOME -> moved(0);
      case END -> moved(text.length());
      case CONTROL -> key.character() == 'u' ? empty(max) : this;
      default -> this;
    };
  }

  private Field insert(int character) {
    String typed = Character.toString(character);
    return new Field(text.substring(0, at) + typed + text.substring(at), at + typed.length(), max);
  }

  private Field cut(int from, int to) {
    return new Field(text.substring(0, from) + text.substring(to), from, max);
  }

  private Field moved(int to) {
    return new Field(text, to, max);
  }

  /** With its cursor, in {@code cells}; the part around the cursor where it is longer. */
  public Line line(int cells, boolean secret) {
    String shown = secret ? "•".repeat(text.codePointCount(0, text.length())) : text;
    int cursor = secret ? text.codePointCount(0, at) : at;
    String before = Text.clean(shown.substring(0, cursor));
    int skipped = 0;
    while (Text.width(before.substring(skipped)) > Math.max(0, cells - 2)) {
      skipped = before.offsetByCodePoints(skipped, 1);
    }
    int end = cursor < shown.length() ? shown.offsetByCodePoints(cursor, 1) : cursor;
    String under = cursor < shown.length() ? Text.clean(shown.substring(cursor, end)) : " ";
    return Line.of(before.substring(skipped))
        .plus(under.isEmpty() ? " " : under, Ink.CHOSEN)
        .plus(shown.substring(end))
        .fit(cells);
  }
}
