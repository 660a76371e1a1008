package dev.cancha.common.games;

import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.connectfour.Drop;
import dev.cancha.common.games.connectfour.Position;
import dev.cancha.common.games.dudo.Act;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.games.dudo.Match;
import dev.cancha.common.games.snake.Heading;
import dev.cancha.common.games.snake.SnakeGame;
import dev.cancha.common.games.snake.Steer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A thousand matches of each game, in which nobody may be able to tell what is hidden. */
class LeakTest {
  private static final int MATCHES = 1_000;

  @Test
  void connectFourHidesNothing() {
    LeakCheck<Position, Drop> check = new LeakCheck<>(new ConnectFour(), List.of(new Drop(0), new Drop(7)));

    for (long seed = 0; seed < MATCHES; seed++) {
      check.check(new RandomMatch<>(new ConnectFour(), RandomMatch.seats(2), seed, 0));
    }
    check.assertHiddenThingsVaried();
  }

  @Test
  void dudoShowsNoDieThatIsUnderACup() {
    List<Act> probes = List.of(new Act.Bid(1, 1), new Act.Bid(3, 4), new Act.Bid(12, 6), new Act.Bid(31, 2),
        new Act.Call(Act.Kind.DUDO));
    LeakCheck<Match, Act> check = new LeakCheck<>(new Dudo(), probes);

    for (long seed = 0; seed < MATCHES; seed++) {
      int seats = 2 + (int) (seed % 5);
      check.check(new RandomMatch<>(new Dudo(), RandomMatch.seats(seats), seed, 60));
    }
    check.assertHiddenThingsVaried();
  }

  /** A turn that was pressed and not yet made is nobody else's business. */
  @Test
  void snakeShowsNoTurnBeforeItIsMade() {
    Hurried<dev.cancha.common.games.snake.Match, Steer> game = new Hurried<>(new SnakeGame());
    List<Steer> probes = List.of(new Steer(Heading.UP), new Steer(Heading.LEFT), new Steer(Heading.RIGHT));
    LeakCheck<dev.cancha.common.games.snake.Match, Steer> check = new LeakCheck<>(game, probes);

    for (long seed = 0; seed < MATCHES / 10; seed++) {
      check.check(new RandomMatch<>(game, RandomMatch.seats(2 + (int) (seed % 7)), seed, 40));
    }
    check.assertHiddenThingsVaried();
  }
}
