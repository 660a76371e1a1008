package dev.cancha.common.games.snake;

/** What happened on the board, for animation, sound and logs; {@code seat} is always whom it happened to. */
public sealed interface Event {
  /** The snake is one cell longer. */
  record Ate(int seat) implements Event {}

  /** The snake is off the board; {@code fate} says why. */
  record Died(int seat, Snake.Fate fate) implements Event {}
}
