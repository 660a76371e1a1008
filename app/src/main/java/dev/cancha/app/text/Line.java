package dev.cancha.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One line of a screen. Immutable. */
public record Line(List<Span> spans) {
  public static final Line EMPTY = new Line(List.of());
  private static final String RESET = "\u001b[0m";

  /** A piece of a line in one ink; its text is clean. */
  public record Span(String text, Ink ink) {
    public Span {
      text = Text.clean(text);
    }
  }

  public Line {
    spans = List.copyOf(spans);
  }

  public static Line of(String text) {
    return of(text, Ink.PLAIN);
  }

  public static Line of(String text, Ink ink) {
    return new Line(List.of(new Span(text, ink)));
  }

  public Line plus(String text) {
    return plus(text, Ink.PLAIN);
  }

  public Line plus(String text, Ink ink) {
    return plus(of(text, ink));
  }

  public Line plus(Line other) {
    List<Span> all = new ArrayList<>(spans);
    all.addAll(other.spans);
    return new Line(all);
  }

  /** The same in another ink throughout. */
  public Line in(Ink ink) {
    return of(text(), ink);
  }

  public String text() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  public int width() {
    return spans.stream().mapToInt(span -> Text.width(span.text())).sum();
  }

  /** In exactly {@code cells}: filled up with spaces, or cut, which an ellipsis shows. */
  public Line fit(int cells) {
    int width = width();
    if (width > cells) {
      return cells <= 0 ? EMPTY : cut(cells - 1).plus("…").fit(cells);
    }
    return width == cells ? this : plus(" ".repeat(cells - width));
  }

  /** In the middle of {@code cells}. */
  public Line centred(int cells) {
    return of(" ".repeat(Math.max(0, (cells - width()) / 2))).plus(this).fit(cells);
  }

  private Line cut(int cells) {
    List<Span> kept = new ArrayList<>();
    int left = cells;
    for (Span span : spans) {
      String head = Text.head(span.text(), left);
      kept.add(new Span(head, span.ink()));
      left -= Text.width(head);
      if (head.length() < span.text().length()) {
        break;
      }
    }
    return new Line(kept);
  }

  /** For a terminal: with the sequences of its inks, and plain again at its end. */
  public String encode(boolean colours) {
    var encoded = new StringBuilder();
    for (Span span : spans) {
      String sequence = span.ink().sequence(colours);
      encoded.append(sequence).append(span.text()).append(sequence.isEmpty() ? "" : RESET);
    }
    return encoded.toString();
  }
}
