package dev.cancha.common.games.snake;

import dev.cancha.common.game.Bot;
import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Sight;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A bot that lives long: of straight on, left and right it takes the way that leaves it the most room, up to what its
 * own length needs, keeps away from heads that it could not beat, and then goes where food is near. It looks one step
 * ahead, and decides once before each.
 */
final class Survivor implements Bot<Match, Steer> {
  private static final int DEADLY = -1;
  /** Room beyond the own length is worth nothing more. */
  private static final int SPARE = 8;

  /** What a way is worth: the higher rank first, then the shorter one to food. */
  private record Prospect(int room, boolean threatened, int toFood) {
    boolean isBetterThan(Prospect other) {
      if (threatened != other.threatened && Math.min(room, other.room) > 0) {
        return other.threatened;
      }
      return room != other.room ? room > other.room : toFood < other.toFood;
    }
  }

  @Override
  public Steer act(Sight<Match, Steer> sight, Chance chance) {
    Board board = (Board) sight.view();
    Snake own = board.snake(sight.seat());
    Steer straight = sight.legal().getFirst();
    if (straight.turn() != own.heading()) {
      return straight; // a turn is waiting already
    }
    boolean[] taken = taken(board);
    Steer best = straight;
    Prospect prospect = prospect(board, own, straight.turn(), taken);
    for (Steer steer : sight.legal().subList(1, sight.legal().size())) {
      Prospect other = prospect(board, own, steer.turn(), taken);
      if (other.isBetterThan(prospect)) {
        best = steer;
        prospect = other;
      }
    }
    return best;
  }

  /** The cells that a step may not go to: all of the living but their tails, which move on. */
  private static boolean[] taken(Board board) {
    boolean[] taken = new boolean[board.size().cells()];
    for (int seat : board.living()) {
      Snake snake = board.snake(seat);
      int x = snake.x();
      int y = snake.y();
      for (int i = 0; i < snake.body().length(); i++) {
        taken[board.size().index(x, y)] = true;
        Heading next = Heading.of(snake.body().charAt(i));
        x += next.dx();
        y += next.dy();
      }
    }
    return taken;
  }

  private static Prospect prospect(Board board, Snake own, Heading heading, boolean[] taken) {
    int x = own.x() + heading.dx();
    int y = own.y() + heading.dy();
    if (!board.size().has(x, y) || taken[board.size().index(x, y)]) {
      return new Prospect(DEADLY, true, 0);
    }
    int toFood = Integer.MAX_VALUE;
    for (List<Integer> cell : board.food()) {
      toFood = Math.min(toFood, Math.abs(cell.get(0) - x) + Math.abs(cell.get(1) - y));
    }
    int room = room(board.size(), board.size().index(x, y), taken.clone(), own.length() + SPARE);
    return new Prospect(room,
        threatened(board, own, x, y), toFood);
  }

  /** How many cells can be reached from here, counted up to {@code most}. */
  private static int room(Board.Size size, int from, boolean[] seen, int most) {
    Deque<Integer> open = new ArrayDeque<>();
    open.add(from);
    seen[from] = true;
    int room = 0;
    while (!open.isEmpty() && room < most) {
      int cell = open.remove();
      room++;
      for (Heading heading : Heading.values()) {
        int x = cell % size.width() + heading.dx();
        int y = cell / size.width() + heading.dy();
        if (size.has(x, y) && !seen[size.index(x, y)]) {
          seen[size.index(x, y)] = true;
          open.add(size.index(x, y));
        }
      }
    }
    return room;
  }

  /** Whether another head that would win or take both along can be there at the same time. */
  @SuppressWarnings("ReferenceEquality") // it is the board's own
  private static boolean threatened(Board board, Snake own, int x, int y) {
    for (int seat : board.living()) {
      Snake other = board.snake(seat);
      if (other != own && other.length() >= own.length()
          && Math.abs(other.x() - x) + Math.abs(other.y() - y) == 1) {
        return true;
      }
    }
    return false;
  }
}
