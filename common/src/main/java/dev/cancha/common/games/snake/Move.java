package dev.cancha.common.games.snake;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One step of all snakes at once. First all move; then it is seen who left the board, who is where a body is, and whose
 * heads met. Those who die of it are still in the way of the others in this step. Owner: one call.
 */
final class Move {
  private final Match match;
  private final Board.Size size;
  private final int tick;
  /** The living seats to their snakes after the step. */
  private final SortedMap<Integer, Snake> moved = new TreeMap<>();
  private final SortedMap<Integer, List<Heading>> turns = new TreeMap<>();
  private final SortedMap<Integer, Snake> snakes;
  private final SortedMap<Integer, Integer> fallen;
  private final List<List<Integer>> food;
  private final List<Record> events = new ArrayList<>();

  private Move(Match match, int tick) {
    this.match = match;
    this.tick = tick;
    size = match.board().size();
    snakes = new TreeMap<>(match.board().snakes());
    fallen = new TreeMap<>(match.fallen());
    food = new ArrayList<>(match.board().food());
  }

  /** The match after a step in {@code tick}. */
  static Step<Match> made(Match match, int tick, int secondsLeft, Chance chance) {
    Move move = new Move(match, tick);
    move.everyoneMoves();
    move.whoDies();
    List<List<Integer>> left = move.food.size() == match.board().food().size() ? match.board().food()
        : move.food;
    Board board = new Board(move.size, move.snakes, left, secondsLeft);
    Board filled = Larder.filled(board, match.options().food(), chance);
    return Step.to(new Match(match.options(), filled, move.turns, move.fallen, tick), move.events);
  }

  private void everyoneMoves() {
    for (int seat : match.board().living()) {
      Snake snake = match.board().snake(seat);
      List<Heading> waiting = match.waiting(seat);
      Heading heading = waiting.isEmpty() ? snake.heading() : waiting.getFirst();
      boolean grows = food.contains(List.of(snake.x() + heading.dx(), snake.y() + heading.dy()));
      moved.put(seat, snake.moved(heading, grows));
      if (waiting.size() > 1) {
        turns.put(seat, waiting.subList(1, waiting.size()));
      }
    }
  }

  private void whoDies() {
    BitSet bodies = new BitSet(size.cells());
    moved.values().forEach(snake -> Larder.addBody(bodies, size, snake));
    moved.forEach((seat, snake) -> {
      Snake.Fate fate = fate(seat, snake, bodies);
      if (fate != null) {
        snakes.put(seat, match.board().snake(seat).dead(fate));
        fallen.put(seat, tick);
        turns.remove(seat);
        events.add(new Event.Died(seat, fate));
      } else {
        snakes.put(seat, snake);
        if (food.remove(snake.head())) {
          events.add(new Event.Ate(seat));
        }
      }
    });
  }

  private Snake.@Nullable Fate fate(int seat, Snake snake, BitSet bodies) {
    if (!size.has(snake.x(), snake.y())) {
      return Snake.Fate.WALL;
    }
    if (bodies.get(size.index(snake.x(), snake.y()))) {
      return Snake.Fate.BODY;
    }
    boolean met = moved.entrySet()
        .stream()
        .anyMatch(other -> other.getKey() != seat && other.getValue().head().equals(snake.head())
            && other.getValue().length() >= snake.length());
    return met ? Snake.Fate.HEAD : null;
  }
}
