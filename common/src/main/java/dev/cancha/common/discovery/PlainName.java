package dev.cancha.common.discovery;

/** Names of servers, which are shown to people and come from anyone. */
public final class PlainName {
  private static final int MAX_CHARACTERS = 40;

  private PlainName() {}

  static boolean is(String text) {
    int characters = text.codePointCount(0, text.length());
    return characters >= 1 && characters <= MAX_CHARACTERS && !text.isBlank()
        && text.codePoints().noneMatch(PlainName::invisible);
  }

  /** {@code text} without what may not be in a name, cut to its length. */
  public static String of(String text) {
    String plain = text.codePoints()
        .filter(c -> !invisible(c))
        .limit(MAX_CHARACTERS)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
    return plain.isBlank() ? "Cancha" : plain;
  }

  /** What moves the cursor, turns the direction of writing, or shows nothing: it could forge a line of a terminal. */
  private static boolean invisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
        true;
      default -> false;
    };
  }
}
