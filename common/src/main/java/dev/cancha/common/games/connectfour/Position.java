package dev.cancha.common.games.connectfour;

/**
 * The whole truth of a match; nothing of it is hidden. Whose turn it is follows from the number of discs.
 *
 * @param beginner the seat that drops the first disc, 0 or 1
 * @param zero the discs of seat 0, bit {@code 7 * column + row} each; below 2^48
 * @param one the discs of seat 1, likewise
 */
public record Position(int beginner, long zero, long one) {
  long discs() {
    return zero | one;
  }

  long discs(int seat) {
    return seat == 0 ? zero : one;
  }

  int height(int column) {
    return Board.height(discs(), column);
  }

  boolean full() {
    return Long.bitCount(discs()) == Board.COLUMNS * Board.ROWS;
  }

  /** The seat that drops the next disc, where there is one to drop. */
  int mover() {
    return (beginner + Long.bitCount(discs())) % 2;
  }

  /** The seat that dropped the last disc: the only one that can have won. */
  int lastMover() {
    return 1 - mover();
  }

  /** The winning cells, as bits; 0 while nobody has won. */
  long line() {
    return Board.lines(discs(lastMover()));
  }

  boolean over() {
    return line() != 0 || full();
  }

  /** The position after the seat in turn dropped a disc into {@code column}, which has a free row. */
  Position dropped(int column) {
    long disc = Board.cell(column, height(column));
    return mover() == 0 ? new Position(beginner, zero | disc, one) : new Position(beginner, zero, one | disc);
  }
}
