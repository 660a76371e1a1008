package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.games.snake.Heading;
import dev.cancha.common.games.snake.Match;
import dev.cancha.common.games.snake.Options;
import dev.cancha.common.games.snake.SnakeGame;
import dev.cancha.common.games.snake.Steer;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LapsTest {
  private static final List<Integer> SEATS = List.of(0, 1, 2, 3, 4, 5, 6, 7);

  private final SnakeGame game = new SnakeGame();
  private final Laps[] laps = new Laps[Laps.SEATS];
  private Match match;
  private int acts;

  /** Each turn is decided on one tick, and takes effect with the next, as between a client and a server. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void allEightLiveToTheEndOfTheMatchAndTurnEveryFewTicks(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Chance chance = random::nextInt;
    match = game.start(new Setup(new TreeSet<>(SEATS), options(), 0, chance));
    for (int seat : SEATS) {
      laps[seat] = new Laps((long) seed * Laps.SEATS + seat);
      laps[seat].begin();
    }
    for (long tick = 1; game.result(match).isEmpty(); tick++) {
      match = accepted(game.tick(match, chance));
      for (int seat : SEATS) {
        turn(seat, tick, chance);
      }
    }
    assertThat(match.ticks()).isEqualTo(30 * Laps.TICKS_A_SECOND);
    assertThat(game.result(match).orElseThrow().reason()).isEqualTo("timeIsUp");
    assertThat(match.board().snakes().values()).allMatch(snake -> snake.alive());
    assertThat(acts).isBetween(match.ticks() * Laps.SEATS / 5, match.ticks() * Laps.SEATS / 3);
  }

  private void turn(int seat, long tick, Chance chance) {
    if (laps[seat].turns(tick) && game.result(match).isEmpty()) {
      List<Integer> head = match.board().snakes().get(seat).head();
      String turn = laps[seat].turn(tick, new Laps.Cell(head.get(0), head.get(1)));
      Steer steer = new Steer(Heading.valueOf(turn.toUpperCase(Locale.ROOT)));
      match = accepted(game.act(match, seat, steer, chance));
      acts++;
    }
  }

  private static Match accepted(Step<Match> step) {
    assertThat(step).isInstanceOf(Step.Accepted.class);
    return ((Step.Accepted<Match>) step).state();
  }

  private static Options options() {
    return JsonType.of(Options.class).read(Json.ofChecked(Laps.options(30)));
  }
}
