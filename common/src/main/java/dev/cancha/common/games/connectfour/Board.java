package dev.cancha.common.games.connectfour;

import java.util.ArrayList;
import java.util.List;

/**
 * Arithmetic on the discs of one seat, a bit each. A column takes seven bits, of which the lowest six are its rows,
 * bottom first; the seventh stays empty, so that a line can neither wrap into the next column nor out of the board:
 *
 * <pre>
 *   .  .  .  .  .  .  .     always empty
 *   5 12 19 26 33 40 47     row 5
 *   ...
 *   0  7 14 21 28 35 42     row 0
 * </pre>
 */
final class Board {
  static final int COLUMNS = 7;
  static final int ROWS = 6;

  private static final int STRIDE = ROWS + 1;
  private static final long COLUMN = (1L << ROWS) - 1;
  /** How far it is from a cell to the next one: up, along a row, and along both diagonals. */
  private static final int[] DIRECTIONS = {1, STRIDE, STRIDE - 1, STRIDE + 1};

  private Board() {}

  static long cell(int column, int row) {
    return 1L << (column * STRIDE + row);
  }

  /** How many of {@code discs} lie in {@code column}: its lowest free row, when {@code discs} are those of both. */
  static int height(long discs, int column) {
    return Long.bitCount((discs >>> (column * STRIDE)) & COLUMN);
  }

  /** Every cell that is part of four or more in a line, 0 when there is none. */
  static long lines(long discs) {
    long cells = 0;
    for (int step : DIRECTIONS) {
      long pairs = discs & (discs >>> step);
      long fours = pairs & (pairs >>> (2 * step));
      cells |= fours | (fours << step) | (fours << (2 * step)) | (fours << (3 * step));
    }
    return cells;
  }

  /** The cells as {@code [column, row]}, by column and then by row. */
  static List<List<Integer>> cells(long bits) {
    List<List<Integer>> cells = new ArrayList<>();
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      int bit = Long.numberOfTrailingZeros(rest);
      cells.add(List.of(bit / STRIDE, bit % STRIDE));
    }
    return List.copyOf(cells);
  }
}
