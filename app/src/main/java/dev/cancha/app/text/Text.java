package dev.cancha.app.text;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** What characters do on a screen: how many cells they take, and which of them are let there at all. */
public final class Text {
  /** More marks than these on one character spill over the lines above and below it. */
  private static final int MAX_MARKS = 2;
  private static final int FIRST_REGIONAL = 0x1F1E6;
  private static final int LAST_REGIONAL = 0x1F1FF;

  private Text() {}

  /**
   * {@code text} without anything that steers a terminal or on whose width terminals disagree: what is no character to
   * look at is a question mark, joiners and variants are left out, and flags are their two letters.
   */
  public static String clean(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
      return text;
    }
    var clean = new StringBuilder(text.length());
    int marks = MAX_MARKS; // a mark needs something to stand on
    for (int i = 0; i < text.length();) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isLeftOut(c)) {
        continue;
      }
      int shown = shown(c);
      marks = WCWidth.wcwidth(shown) == 0 ? marks + 1 : 0;
      if (marks <= MAX_MARKS) {
        clean.appendCodePoint(shown);
      }
    }
    return clean.toString();
  }

  private static boolean isLeftOut(int c) {
    boolean joiner = c == 0x200C || c == 0x200D || c == 0x00AD || c == 0xFEFF;
    boolean variant = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    boolean skin = c >= 0x1F3FB && c <= 0x1F3FF;
    return joiner || variant || skin;
  }

  private static int shown(int c) {
    if (c >= FIRST_REGIONAL && c <= LAST_REGIONAL) {
      return 'A' + c - FIRST_REGIONAL;
    }
    boolean visible = switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> false;
      case Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> WCWidth.wcwidth(c) >= 0;
    };
    return visible ? c : '?';
  }

  /** How many cells {@code clean} takes. */
  public static int width(String clean) {
    int width = 0;
    for (int i = 0; i < clean.length();) {
      int c = clean.codePointAt(i);
      width += Math.max(0, WCWidth.wcwidth(c));
      i += Character.charCount(c);
    }
    return width;
  }

  /** As much of {@code clean} from its beginning as fits into {@code cells}. */
  public static String head(String clean, int cells) {
    int width = 0;
    for (int i = 0; i < clean.length();) {
      int c = clean.codePointAt(i);
      width += Math.max(0, WCWidth.wcwidth(c));
      if (width > cells) {
        return clean.substring(0, i);
      }
      i += Character.charCount(c);
    }
    return clean;
  }

  /** {@code text} in lines of at most {@code cells}, broken between words where that is possible. */
  public static List<String> wrap(String text, int cells) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (String word : clean(text).split(" ", -1)) {
      String rest = word;
      if (!line.isEmpty() && width(line.toString()) + 1 + width(rest) > cells) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (width(rest) > cells) {
        String head = head(rest, Math.max(2, cells));
        lines.add(head);
        rest = rest.substring(head.length());
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }
}
