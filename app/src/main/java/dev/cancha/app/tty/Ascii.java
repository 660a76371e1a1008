package dev.cancha.app.tty;

import java.util.Map;

/** Our own signs for terminals that know none but ASCII. */
final class Ascii {
  private static final Map<Character, Character> SIGNS = Map.ofEntries(Map.entry('│', '|'),
      Map.entry('─', '-'),
      Map.entry('┌', '+'), Map.entry('┐', '+'), Map.entry('└', '+'), Map.entry('┘', '+'), Map.entry('●', 'x'),
      Map.entry('○', 'o'), Map.entry('·', '.'), Map.entry('…', '~'), Map.entry('▸', '>'), Map.entry('◂', '<'),
      Map.entry('▾', 'v'), Map.entry('▴', '^'), Map.entry('■', '#'), Map.entry('•', '*'), Map.entry('←', '<'),
      Map.entry('→', '>'), Map.entry('↑', '^'), Map.entry('↓', 'v'));

  private Ascii() {}

  static String of(String text) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(SIGNS.getOrDefault(text.charAt(i), text.charAt(i)));
    }
    return plain.toString();
  }
}
