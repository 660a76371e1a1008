package dev.cancha.common.games.connectfour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Step;
import dev.cancha.common.games.TestChance;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Counts the different positions after each ply by the rules alone, against OEIS A212693 ("Number of legal 7 X 6
 * Connect-Four positions after n plies", <a href="https://oeis.org/A212693">oeis.org/A212693</a>, by John Tromp). The
 * published numbers include won positions, which have no successors.
 */
class PositionCountTest {
  private static final long[] PUBLISHED = {1, 7, 49, 238, 1_120, 4_263, 16_422, 54_859, 184_275, 558_186,
    1_662_623,
    4_568_683, 12_236_101, 30_929_111};

  private final ConnectFour game = new ConnectFour();
  private final TestChance none = new TestChance(0);

  @Test
  void thePositionsOfTheFirstPliesAreAsManyAsPublished() {
    assertThat(counts(10)).containsExactly(Arrays.copyOf(PUBLISHED, 11));
  }

  @Test
  @Tag("long")
  void thePositionsOfThirteenPliesAreAsManyAsPublished() {
    assertThat(counts(13)).containsExactly(PUBLISHED);
  }

  private long[] counts(int plies) {
    long[] counts = new long[plies + 1];
    long[] positions = {0};
    counts[0] = 1;
    for (int ply = 1; ply <= plies; ply++) {
      positions = successors(positions, ply - 1);
      counts[ply] = positions.length;
    }
    return counts;
  }

  /** Every position that can follow those of {@code ply}, once each. */
  private long[] successors(long[] positions, int ply) {
    long[] next = new long[positions.length * Board.COLUMNS];
    int size = 0;
    for (long packed : positions) {
      Position position = unpacked(packed, ply);
      for (int seat : game.turn(position)) {
        for (Drop drop : game.legal(position, seat)) {
          if (game.act(position, seat, drop, none) instanceof Step.Accepted<Position> accepted) {
            next[size++] = packed(accepted.state());
          }
        }
      }
    }
    Arrays.sort(next, 0, size);
    return distinct(next, size);
  }

  private static long[] distinct(long[] sorted, int size) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  /** A position in 49 bits: a column's bits are the seats of its discs, bottom first, below a one that ends them. */
  private static long packed(Position position) {
    long packed = 0;
    for (int column = 0; column < Board.COLUMNS; column++) {
      long digits = (position.one() >>> (7 * column)) & 0x3F;
      packed |= (digits | 1L << position.height(column)) << (7 * column);
    }
    return packed;
  }

  private static Position unpacked(long packed, int ply) {
    long zero = 0;
    long one = 0;
    for (int column = 0; column < Board.COLUMNS && ply > 0; column++) {
      long digits = (packed >>> (7 * column)) & 0x7F;
      long top = Long.highestOneBit(digits);
      one |= (digits ^ top) << (7 * column);
      zero |= (~digits & (top - 1)) << (7 * column);
    }
    return new Position(0, zero, one);
  }
}
