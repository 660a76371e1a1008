package dev.cancha.common.games.snake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Step;
import dev.cancha.common.games.TestChance;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A match set up by hand on a board of 20 by 10, in which every tick is a step; {@code events} are of the last one. */
record Scene(Match match, List<Record> events) {
  static final SnakeGame GAME = new SnakeGame();
  static final Options OPTIONS = new Options(20, 10, 1, 1, 60);

  /** An empty board but for food in its lower right corner, so that none is thrown elsewhere. */
  static Scene empty() {
    return with(OPTIONS);
  }

  static Scene with(Options options) {
    Board board = new Board(new Board.Size(options.width(), options.height()), new TreeMap<>(),
        List.of(List.of(options.width() - 1, options.height() - 1)), options.seconds());
    return new Scene(new Match(options, board, new TreeMap<>(), new TreeMap<>(), 0), List.of());
  }

  /** One more snake, of the next seat; the letters lead from its head to its tail. */
  Scene snake(int x, int y, String body) {
    Board board = match.board();
    return on(board.with(board.snakes().size(), new Snake(List.of(x, y), body, true, null)));
  }

  /** Two that have a long way to go, below all that happens, so that the match goes on. */
  Scene bystanders() {
    return snake(2, 7, "ll").snake(2, 8, "ll");
  }

  Scene food(int x, int y) {
    Board board = match.board();
    List<List<Integer>> food = new ArrayList<>(board.food());
    food.add(List.of(x, y));
    return on(new Board(board.size(), board.snakes(), food, board.secondsLeft()));
  }

  private Scene on(Board board) {
    return new Scene(new Match(match.options(), board, match.turns(), match.fallen(), match.ticks()), events);
  }

  Scene turn(int seat, Heading... turns) {
    Scene scene = this;
    for (Heading turn : turns) {
      scene = scene.after(GAME.act(scene.match, seat, new Steer(turn), new TestChance(1)));
    }
    return scene;
  }

  /** The sentence with which a turn is refused, or {@code "accepted"}. */
  String answerTo(int seat, Heading turn) {
    return GAME.act(match, seat, new Steer(turn),
        new TestChance(1)) instanceof Step.Refused<Match>(String reason)
            ? reason
            : "accepted";
  }

  Scene tick() {
    return after(GAME.tick(match, new TestChance(match.ticks())));
  }

  Scene ticks(int number) {
    Scene scene = this;
    for (int i = 0; i < number; i++) {
      scene = scene.tick();
    }
    return scene;
  }

  Scene absent(int seat) {
    return after(GAME.absent(match, seat, new TestChance(1)));
  }

  Snake snake(int seat) {
    return match.board().snake(seat);
  }

  SortedMap<Integer, Integer> ranks() {
    return GAME.result(match).orElseThrow().ranks();
  }

  private Scene after(Step<Match> step) {
    assertThat(step).isInstanceOf(Step.Accepted.class);
    Step.Accepted<Match> accepted = (Step.Accepted<Match>) step;
    return new Scene(accepted.state(), accepted.events());
  }
}
