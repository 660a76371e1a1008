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

  /**
   * Every column that there can be, as the digits of the seats from the bottom: at its discs of seat 0, with a bit
   * above the topmost row. There are few, and a column that did not change is the same object, which need not be
   * compared.
   */
  private static final String[] DIGITS = digits();

  private Board() {}

  private static String[] digits() {
    String[] digits = new String[2 << ROWS];
    for (int height = 0; height <= ROWS; height++) {
      for (int zero = 0; zero < 1 << height; zero++) {
        StringBuilder column = new StringBuilder(height);
        for (int row = 0; row < height; row++) {
          column.append((zero & (1 << row)) != 0 ? '0' : '1');
        }
        digits[(1 << height) | zero] = column.toString();
      }
    }
    return digits;
  }

  /** The digits of the seats whose discs lie in {@code column}, up to {@code height}, where seat 0 has {@code zero}. */
  static String column(long zero, int height, int column) {
    return DIGITS[(1 << height) | (int) ((zero >>> (column * STRIDE)) & COLUMN)];
  }

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
