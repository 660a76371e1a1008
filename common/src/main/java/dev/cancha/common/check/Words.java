package dev.cancha.common.check;

import java.util.Locale;
import java.util.stream.Collectors;

/** What sentences are made of. */
final class Words {
  private static final int MOST = 600;
  private static final int AROUND = 60;

  private Words() {}

  /** {@code TIME_IS_UP} as {@code timeIsUp}. */
  static String camel(String constant) {
    StringBuilder camel = new StringBuilder();
    for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
      camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }

  static String viewer(int seat) {
    return seat < 0 ? "a spectator" : "seat " + seat;
  }

  /** At most so much as a reader wants to see, and nothing that steers a terminal. */
  static String brief(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    return plain.length() <= MOST ? plain : plain.substring(0, MOST) + "…";
  }

  /** Both texts, or where they are long what is around the first place where they differ. */
  static String pair(String first, String one, String second, String other) {
    int width = Math.max(first.length(), second.length()) + 1;
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return "\n" + label(first, width) + around(one, at) + "\n" + label(second, width) + around(other, at);
  }

  private static String label(String name, int width) {
    return "  " + name + ":" + " ".repeat(width - name.length());
  }

  private static String around(String text, int at) {
    if (text.length() <= MOST) {
      return brief(text);
    }
    int from = Math.max(0, at - AROUND);
    int to = Math.min(text.length(), at + MOST / 2);
    return (from > 0 ? "…" : "") + brief(text.substring(from, to)) + (to < text.length() ? "…" : "");
  }

  /** What was thrown, and by which line of the game. */
  static String thrown(Throwable e) {
    String where = java.util.Arrays.stream(e.getStackTrace())
        .limit(1)
        .map(frame -> " at " + frame)
        .collect(Collectors.joining());
    return brief(e + where);
  }
}
