package dev.cancha.common.games.connectfour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.games.TestChance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardTest {
  @Test
  void everyCellHasABitOfItsOwnThatLeadsBackToIt() {
    long all = 0;
    for (int column = 0; column < Board.COLUMNS; column++) {
      for (int row = 0; row < Board.ROWS; row++) {
        assertThat(all & Board.cell(column, row)).isZero();
        all |= Board.cell(column, row);
        assertThat(Board.cells(Board.cell(column, row))).containsExactly(List.of(column, row));
      }
    }
    assertThat(Long.bitCount(all)).isEqualTo(42);
    assertThat(all).as("fits a JSON integer").isLessThan(1L << 48);
  }

  @Test
  void heightCountsTheDiscsOfOneColumnOnly() {
    long discs = Board.cell(2, 0) | Board.cell(2, 1) | Board.cell(3, 0) | Board.cell(1, 5);

    assertThat(Board.height(discs, 2)).isEqualTo(2);
    assertThat(Board.height(discs, 0)).isZero();
  }

  @Test
  void threeAtTheTopOfAColumnAndOneAtTheFootOfTheNextAreNoLine() {
    long discs = Board.cell(0, 3) | Board.cell(0, 4) | Board.cell(0, 5) | Board.cell(1, 0);

    assertThat(Board.lines(discs)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void linesAreThoseThatASearchCellByCellFinds(int oneIn) {
    TestChance chance = new TestChance(oneIn);
    int withLines = 0;
    for (int i = 0; i < 20_000; i++) {
      long discs = 0;
      for (int cell = 0; cell < 42; cell++) {
        discs |= chance.below(oneIn) == 0 ? Board.cell(cell % 7, cell / 7) : 0;
      }
      long lines = Board.lines(discs);
      assertThat(lines).as("discs %x", discs).isEqualTo(searched(discs));
      withLines += lines == 0 ? 0 : 1;
    }
    assertThat(withLines).as("boards with a line").isBetween(100, 20_000);
  }

  private static long searched(long discs) {
    long found = 0;
    int[][] directions = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};
    for (int[] step : directions) {
      for (int column = 0; column < 7; column++) {
        for (int row = 0; row < 6; row++) {
          found |= four(discs, new int[] {column, row}, step);
        }
      }
    }
    return found;
  }

  /** The four cells from {@code from} on, where all of them are on the board and taken; else 0. */
  private static long four(long discs, int[] from, int[] step) {
    long line = 0;
    for (int i = 0; i < 4; i++) {
      int column = from[0] + i * step[0];
      int row = from[1] + i * step[1];
      if (column > 6 || row < 0 || row > 5 || (discs & Board.cell(column, row)) == 0) {
        return 0;
      }
      line |= Board.cell(column, row);
    }
    return line;
  }
}
