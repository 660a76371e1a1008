package dev.cancha.app.terminal;

import dev.cancha.app.text.Field;
import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import java.util.List;

/** One row of a form. Immutable. */
sealed interface Choice {
  String label();

  /** What {@code key} makes of it. */
  Choice on(Key key);

  /** What stands there, in {@code cells}; {@code chosen} where keys go to it. */
  Line line(boolean chosen, int cells);

  /** The value as text; empty where nothing was given. */
  String value();

  /** One of some words. */
  record OneOf(String label, List<String> words, int at) implements Choice {
    public OneOf {
      words = List.copyOf(words);
    }

    @Override
    public Choice on(Key key) {
      return switch (key.kind()) {
        case LEFT -> new OneOf(label, words, Math.floorMod(at - 1, words.size()));
        case RIGHT -> new OneOf(label, words, Math.floorMod(at + 1, words.size()));
        case CHARACTER -> key.is(' ') ? new OneOf(label, words, (at + 1) % words.size()) : this;
        default -> this;
      };
    }

    @Override
    public Line line(boolean chosen, int cells) {
      return (chosen && words.size() > 1 ? Line.of("◂ ").plus(value(), Ink.STRONG).plus(" ▸")
          : Line.of("  " + value()))
          .fit(cells);
    }

    @Override
    public String value() {
      return words.get(at);
    }
  }

  /** A number within bounds, which arrows change and digits write. */
  record Count(String label, long min, long max, long count) implements Choice {
    @Override
    public Choice on(Key key) {
      return switch (key.kind()) {
        case LEFT -> to(count - 1);
        case RIGHT -> to(count + 1);
        case BACKSPACE -> new Count(label, min, max, count / 10);
        case CHARACTER -> Character.isDigit(key.character())
            ? written(Character.digit(key.character(), 10))
            : this;
        default -> this;
      };
    }

    /** A digit behind the number, or a new number where that is too large. */
    private Count written(int digit) {
      long longer = count * 10 + digit;
      return new Count(label, min, max, longer <= max ? longer : Math.min(digit, max));
    }

    private Count to(long value) {
      return new Count(label, min, max, Math.clamp(value, min, max));
    }

    @Override
    public Line line(boolean chosen, int cells) {
      String bounds = max < Integer.MAX_VALUE ? "   " + min + " to " + max : "";
      return (chosen
          ? Line.of("◂ ").plus(String.valueOf(count), Ink.STRONG).plus(" ▸").plus(bounds, Ink.FAINT)
          : Line.of("  " + count)).fit(cells);
    }

    /** Digits are written one after the other, so that a number may be too small until the end. */
    @Override
    public String value() {
      return String.valueOf(Math.clamp(count, min, max));
    }
  }

  /** Words that are typed. */
  record Words(String label, Field field, boolean secret) implements Choice {
    @Override
    public Choice on(Key key) {
      return new Words(label, field.on(key), secret);
    }

    @Override
    public Line line(boolean chosen, int cells) {
      return chosen ? Line.of("  ").plus(field.line(Math.max(4, cells - 2), secret))
          : Line.of("  "
              + (field.text().isEmpty() ? "none" : secret ? "•".repeat(field.text().length()) : field.text()))
              .fit(cells);
    }

    @Override
    public String value() {
      return field.text();
    }
  }
}
