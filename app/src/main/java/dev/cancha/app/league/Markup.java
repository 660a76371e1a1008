package dev.cancha.app.league;

import java.util.Locale;

/**
 * HTML and SVG as it is written, element by element. Text and the values of attributes are escaped here and nowhere
 * else, so nothing that a bot is called can become part of a page. Owner: whoever writes the page.
 */
final class Markup {
  private final StringBuilder text = new StringBuilder(8_192);

  /** Begins an element with {@code attributes}, which are names and values in turn. */
  Markup open(String element, Object... attributes) {
    text.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      escape(value(attributes[i + 1]));
      text.append('"');
    }
    text.append('>');
    return this;
  }

  Markup close(String element) {
    text.append("</").append(element).append(">\n");
    return this;
  }

  Markup text(Object content) {
    escape(value(content));
    return this;
  }

  /** A whole element with nothing in it but text. */
  Markup element(String element, Object content, Object... attributes) {
    return open(element, attributes).text(content).close(element);
  }

  /** An element that has no content, such as a line of a drawing. */
  Markup empty(String element, Object... attributes) {
    open(element, attributes);
    text.insert(text.length() - 1, '/');
    text.append('\n');
    return this;
  }

  /** What another one holds. */
  Markup add(Markup other) {
    text.append(other.text);
    return this;
  }

  /** As a document of its own. */
  String whole() {
    return "<!DOCTYPE html>\n" + text;
  }

  /** Coordinates need no more than a tenth of a pixel. */
  private static String value(Object value) {
    return value instanceof Double number ? String.format(Locale.ROOT, "%.1f", number)
        : String.valueOf(value);
  }

  private void escape(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      switch (c) {
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '&' -> text.append("&amp;");
        case '"' -> text.append("&quot;");
        case '\'' -> text.append("&#39;");
        default -> text.append(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
      }
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
