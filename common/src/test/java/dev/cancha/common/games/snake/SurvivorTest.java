package dev.cancha.common.games.snake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.bots.Bots;
import dev.cancha.common.bots.SplitMix;
import dev.cancha.common.game.Bot;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Sight;
import dev.cancha.common.game.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SurvivorTest {
  private final SnakeGame game = new SnakeGame();
  private final Bot<Match, Steer> survivor = new Survivor();

  private Result play(List<Bot<Match, Steer>> bots, long seed) {
    SplitMix chance = new SplitMix(seed);
    TreeSet<Integer> seats = new TreeSet<>();
    bots.forEach(bot -> seats.add(seats.size()));
    Match match = game.start(new Setup(seats, Options.DEFAULTS, 0, chance));
    while (game.result(match).isEmpty()) {
      for (int seat : game.turn(match)) {
        Steer act = bots.get(seat).act(Sight.of(game, match, seat), chance);
        match = after(game.act(match, seat, act, chance));
      }
      match = after(game.tick(match, chance));
    }
    return game.result(match).orElseThrow();
  }

  private static Match after(Step<Match> step) {
    return ((Step.Accepted<Match>) step).state();
  }

  @Test
  void itOutlivesThoseWhoTurnAtRandom() {
    int won = 0;
    for (int seed = 0; seed < 20; seed++) {
      List<Bot<Match, Steer>> bots = new ArrayList<>();
      for (int seat = 0; seat < 4; seat++) {
        bots.add(seat == seed % 4 ? survivor : Bots.of(game).get("random"));
      }
      won += play(bots, seed).ranks().get(seed % 4) == 1 ? 1 : 0;
    }
    assertThat(won).as("of 20").isGreaterThanOrEqualTo(18);
  }

  @Test
  void aloneWithItsLikeItLivesForHalfAMatchAtLeast() {
    List<Integer> seconds = new ArrayList<>();
    for (int seed = 0; seed < 10; seed++) {
      SplitMix chance = new SplitMix(seed);
      Match match = game.start(new Setup(new TreeSet<>(List.of(0, 1)), Options.DEFAULTS, 0, chance));
      while (game.result(match).isEmpty()) {
        for (int seat : game.turn(match)) {
          match = after(game.act(match, seat, survivor.act(Sight.of(game, match, seat), chance), chance));
        }
        match = after(game.tick(match, chance));
      }
      seconds.add(match.ticks() / SnakeGame.TICKS_A_SECOND);
    }
    seconds.sort(null);
    assertThat(seconds.get(5)).as("median of %s", seconds).isGreaterThanOrEqualTo(90);
  }

  @Test
  void itIsTheDefaultBotOfSnake() {
    assertThat(Bots.of(game).keySet()).containsExactly("survivor", "random");
  }
}
