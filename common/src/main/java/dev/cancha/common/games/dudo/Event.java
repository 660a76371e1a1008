package dev.cancha.common.games.dudo;

/** What happened at the table, for animation, sound and logs; {@code seat} is always whom it happened to. */
public sealed interface Event {
  /** A bid now stands: at least {@code count} dice, 1 to 30, show {@code face}, 1 to 6. */
  record BidMade(int seat, int count, int face) implements Event {}

  /** The standing bid was called, all cups were lifted, and {@code found} dice counted for it. */
  record Called(int seat, Act.Kind call, int found) implements Event {}

  /** One die less. */
  record DieLost(int seat) implements Event {}

  /** One die back. */
  record DieWon(int seat) implements Event {}

  /** No dice left, or gone for good. */
  record WentOut(int seat) implements Event {}

  /** All dice were thrown anew, and {@code seat} begins; {@code round} counts from 1. */
  record RoundBegan(int seat, int round, boolean special) implements Event {}

  /** The only seat with dice left: the match is over. */
  record Won(int seat) implements Event {}
}
