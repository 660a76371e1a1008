package dev.cancha.common.wire;

/** How the names of Java stand on the wire. */
final class WireNames {
  private WireNames() {}

  /** An enum constant in lowerCamelCase: {@code TAKEN_OVER} is {@code takenOver}. */
  static String of(Enum<?> constant) {
    String name = constant.name();
    StringBuilder camel = new StringBuilder(name.length());
    boolean capital = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_') {
        capital = true;
      } else {
        camel.append(capital ? c : Character.toLowerCase(c));
        capital = false;
      }
    }
    return camel.toString();
  }

  /** What a client sent, quoted in an error: cut to {@code max} characters, and nothing in it that is not visible. */
  static String quoted(String text, int max) {
    StringBuilder quoted = new StringBuilder().append('\'');
    text.codePoints().limit(max).map(c -> plain(c) ? c : '?').forEach(quoted::appendCodePoint);
    return quoted.append(text.codePointCount(0, text.length()) > max ? "…'" : "'").toString();
  }

  private static boolean plain(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
        false;
      default -> true;
    };
  }
}
