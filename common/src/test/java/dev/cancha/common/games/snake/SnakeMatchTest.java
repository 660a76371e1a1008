package dev.cancha.common.games.snake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Result;
import dev.cancha.common.patch.MergePatch;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole matches of snakes that mostly know what they do. */
class SnakeMatchTest {
  private static final int MATCHES = 40;
  private static final int MEAN_BYTES = 261;
  private static final int MOST_BYTES = 341;

  private static List<Match> states(RandomSnakes snakes) {
    List<Match> states = new ArrayList<>(List.of(snakes.start()));
    while (Scene.GAME.result(states.getLast()).isEmpty()) {
      states.add(snakes.after(states.getLast()));
    }
    return states;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 8})
  void everyMatchEndsInTimeAndRanksEveryone(int seats) {
    TreeMap<String, Integer> reasons = new TreeMap<>();
    for (long seed = 0; seed < MATCHES; seed++) {
      List<Match> states = states(new RandomSnakes(seats, seed, new Options(20, 12, 4, 2, 30)));
      Result result = Scene.GAME.result(states.getLast()).orElseThrow();

      assertThat(states).hasSizeLessThanOrEqualTo(30 * 20 + 1);
      assertThat(result.ranks()).hasSize(seats).containsValue(1);
      reasons.merge(result.reason(), 1, Integer::sum);
    }
    assertThat(reasons).containsKey("lastAlive");
  }

  @Test
  void theSameSeedAndTurnsGiveTheSameStates() {
    RandomSnakes snakes = new RandomSnakes(6, 9, Options.DEFAULTS);

    assertThat(states(snakes)).isEqualTo(states(snakes))
        .isNotEqualTo(states(new RandomSnakes(6, 10, Options.DEFAULTS)));
  }

  @Test
  void aSnakeThatLivesIsAsLongAsItHasEaten() {
    RandomSnakes snakes = new RandomSnakes(4, 3, new Options(20, 12, 8, 1, 30));
    for (Match match : states(snakes)) {
      match.board().snakes().values().forEach(snake -> assertThat(snake.length()).isGreaterThanOrEqualTo(3));
      assertThat(match.board().food()).hasSize(8);
    }
  }

  /**
   * The figures of docs/games/snake.md: default options, 20 matches, what a patch holds of the view while all eight
   * live.
   */
  @Test
  void aPatchOfEightSnakesIsSmall() {
    IntSummaryStatistics steps = new IntSummaryStatistics();
    for (long seed = 0; seed < 20; seed++) {
      List<Match> states = states(new RandomSnakes(8, seed, Options.DEFAULTS));
      for (int i = 1; i < states.size() && states.get(i - 1).board().living().size() == 8; i++) {
        Board before = states.get(i - 1).board();
        Board after = states.get(i).board();
        if (states.get(i).ticks() % Options.DEFAULTS.ticksPerMove() == 0) {
          steps.accept(MergePatch.between(before, after).length());
        } else {
          assertThat(after).as("a tick without a step sends nothing").isSameAs(before);
        }
      }
    }
    assertThat((int) steps.getAverage()).isEqualTo(MEAN_BYTES);
    assertThat(steps.getMax()).isEqualTo(MOST_BYTES);
  }
}
