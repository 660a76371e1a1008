package dev.cancha.common.games.snake;

import dev.cancha.common.game.Chance;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Where things lie on a board. */
final class Larder {
  private Larder() {}

  /** {@code board} with as much food as there should be, or as there is room for, each free cell equally likely. */
  static Board filled(Board board, int most, Chance chance) {
    if (board.food().size() >= most) {
      return board;
    }
    BitSet taken = snakes(board);
    board.food().forEach(cell -> taken.set(board.size().index(cell.get(0), cell.get(1))));
    List<List<Integer>> food = new ArrayList<>(board.food());
    int free = board.size().cells() - taken.cardinality();
    for (; food.size() < most && free > 0; free--) {
      int cell = free(taken, chance.below(free));
      taken.set(cell);
      food.add(board.size().cell(cell));
    }
    return new Board(board.size(), board.snakes(), food, board.secondsLeft());
  }

  private static int free(BitSet taken, int number) {
    int cell = taken.nextClearBit(0);
    for (int i = 0; i < number; i++) {
      cell = taken.nextClearBit(cell + 1);
    }
    return cell;
  }

  /** The cells of all snakes that live. */
  static BitSet snakes(Board board) {
    BitSet cells = new BitSet(board.size().cells());
    board.snakes().values().stream().filter(Snake::alive).forEach(snake -> {
      cells.set(board.size().index(snake.x(), snake.y()));
      addBody(cells, board.size(), snake);
    });
    return cells;
  }

  /** Adds the cells of a snake, but for its head. */
  static void addBody(BitSet cells, Board.Size size, Snake snake) {
    int x = snake.x();
    int y = snake.y();
    for (int i = 0; i < snake.body().length(); i++) {
      Heading to = Heading.of(snake.body().charAt(i));
      x += to.dx();
      y += to.dy();
      cells.set(size.index(x, y));
    }
  }
}
