package dev.cancha.common.games.snake;

import java.util.Locale;

/** Where a snake may go; {@code [0, 0]} is top left. */
public enum Heading {
  UP('u', 0, -1), DOWN('d', 0, 1), LEFT('l', -1, 0), RIGHT('r', 1, 0);

  private final char letter;
  private final int dx;
  private final int dy;

  Heading(char letter, int dx, int dy) {
    this.letter = letter;
    this.dx = dx;
    this.dy = dy;
  }

  /** As it stands in {@link Snake#body()}. */
  char letter() {
    return letter;
  }

  int dx() {
    return dx;
  }

  int dy() {
    return dy;
  }

  Heading opposite() {
    return switch (this) {
      case UP -> DOWN;
      case DOWN -> UP;
      case LEFT -> RIGHT;
      case RIGHT -> LEFT;
    };
  }

  static Heading of(char letter) {
    return switch (letter) {
      case 'u' -> UP;
      case 'd' -> DOWN;
      case 'l' -> LEFT;
      case 'r' -> RIGHT;
      default -> throw new IllegalArgumentException("'" + letter + "' is none of u, d, l and r");
    };
  }

  /** For sentences. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
