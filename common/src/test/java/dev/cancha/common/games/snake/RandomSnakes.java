package dev.cancha.common.games.snake;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.games.RandomMatch;
import dev.cancha.common.games.TestChance;
import java.util.BitSet;
import java.util.List;

/**
 * A match that follows from its seed alone, tick by tick. The snakes avoid what they can see would kill them, mostly,
 * and go for the food, so that matches are as long as those of people.
 */
record RandomSnakes(int seats, long seed, Options options) {
  private static final SnakeGame GAME = new SnakeGame();

  Match start() {
    return GAME.start(new Setup(RandomMatch.seats(seats), options, 0, new TestChance(seed)));
  }

  /** The match one tick later, with what everyone did before it. */
  Match after(Match match) {
    Chance chance = new TestChance(seed * 1_000_003 + match.ticks());
    Match turned = match;
    for (int seat : GAME.turn(match)) {
      if (chance.below(options.ticksPerMove()) == 0) {
        turned = state(GAME.act(turned, seat, choice(turned, seat, chance), chance));
      }
    }
    return state(GAME.tick(turned, chance));
  }

  static Match state(Step<Match> step) {
    return ((Step.Accepted<Match>) step).state();
  }

  /** Of the acts that lead to a free cell the one nearest to food; now and then any. */
  private static Steer choice(Match match, int seat, Chance chance) {
    List<Steer> legal = GAME.legal(match, seat);
    if (chance.below(300) == 0) {
      return chance.pick(legal);
    }
    BitSet taken = Larder.snakes(match.board());
    Steer best = legal.getFirst();
    int least = Integer.MAX_VALUE;
    for (Steer steer : chance.shuffled(legal)) {
      int cost = cost(match.board(), seat, steer.turn(), taken);
      if (cost < least) {
        least = cost;
        best = steer;
      }
    }
    return best;
  }

  private static int cost(Board board, int seat, Heading turn, BitSet taken) {
    Snake snake = board.snake(seat);
    int x = snake.x() + turn.dx();
    int y = snake.y() + turn.dy();
    if (!free(board, taken, x, y)) {
      return 10_000;
    }
    int nearest = board.food()
        .stream()
        .mapToInt(cell -> Math.abs(cell.get(0) - x) + Math.abs(cell.get(1) - y))
        .min()
        .orElse(0);
    boolean deadEnd = List.of(Heading.values())
        .stream()
        .noneMatch(next -> free(board, taken, x + next.dx(), y + next.dy()));
    boolean contested = board.living()
        .stream()
        .filter(other -> other != seat)
        .map(board::snake)
        .anyMatch(other -> Math.abs(other.x() - x) + Math.abs(other.y() - y) == 1);
    return nearest + (deadEnd ? 2_000 : 0) + (contested ? 1_000 : 0);
  }

  private static boolean free(Board board, BitSet taken, int x, int y) {
    return board.size().has(x, y) && !taken.get(board.size().index(x, y));
  }
}
