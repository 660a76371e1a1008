package dev.cancha.common.games.snake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.games.RandomMatch;
import dev.cancha.common.games.TestChance;
import dev.cancha.common.games.snake.Snake.Fate;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps, food and deaths. */
class SnakeTest {
  private static Setup setup(int seats, long seed) {
    return new Setup(RandomMatch.seats(seats), Options.DEFAULTS, 0, new TestChance(seed));
  }

  @Test
  void theServiceLoaderFindsTheGame() {
    assertThat(ServiceLoader.load(Game.class)).hasAtLeastOneElementOfType(SnakeGame.class);
  }

  @Test
  void aSnakeGoesStraightOnAndItsTailFollows() {
    Scene scene = Scene.empty().snake(5, 4, "ll").bystanders().tick();

    assertThat(scene.snake(0)).isEqualTo(new Snake(List.of(6, 4), "ll", true, null));
  }

  @Test
  void aTurnIsMadeAtTheNextStep() {
    Scene scene = Scene.empty().snake(5, 4, "ll").bystanders().turn(0, Heading.UP).tick();

    assertThat(scene.snake(0)).isEqualTo(new Snake(List.of(5, 3), "dl", true, null));
    assertThat(scene.tick().snake(0)).isEqualTo(new Snake(List.of(5, 2), "dd", true, null));
  }

  @Test
  void whoEatsIsOneLongerAndItsTailStaysForThatStep() {
    Scene scene = Scene.empty().snake(5, 4, "ll").bystanders().food(6, 4).tick();

    assertThat(scene.snake(0)).isEqualTo(new Snake(List.of(6, 4), "lll", true, null));
    assertThat(scene.events()).containsExactly(new Event.Ate(0));
    assertThat(scene.match().board().food()).as("the other piece is enough").containsExactly(List.of(19, 9));
    assertThat(scene.tick().snake(0).body()).isEqualTo("lll");
  }

  @Test
  void whatWasEatenLiesElsewhereAtOnce() {
    Scene scene = Scene.empty().snake(18, 9, "ll").snake(5, 4, "ll").tick();

    assertThat(scene.match().board().food()).hasSize(1).doesNotContain(List.of(19, 9));
  }

  @Test
  void wallsAreDeadly() {
    Scene scene = Scene.empty().snake(19, 4, "ll").bystanders().tick();

    assertThat(scene.snake(0)).isEqualTo(new Snake(List.of(19, 4), "ll", false, Fate.WALL));
    assertThat(scene.events()).containsExactly(new Event.Died(0, Fate.WALL));
    assertThat(Scene.GAME.turn(scene.match())).containsExactly(1, 2);
  }

  @Test
  void theBodyOfAnotherIsDeadly() {
    Scene scene = Scene.empty().snake(5, 4, "ll").snake(6, 3, "ddd").bystanders().tick();

    assertThat(scene.events()).containsExactly(new Event.Died(0, Fate.BODY));
    assertThat(scene.snake(1).alive()).isTrue();
  }

  @Test
  void theOwnBodyIsDeadly() {
    Scene scene = Scene.empty()
        .snake(5, 4, "lllll")
        .bystanders()
        .turn(0, Heading.DOWN, Heading.LEFT)
        .ticks(2)
        .turn(0, Heading.UP)
        .tick();

    assertThat(scene.events()).containsExactly(new Event.Died(0, Fate.BODY));
  }

  @Test
  void theCellThatATailLeavesIsFree() {
    Scene square = Scene.empty().snake(5, 4, "ldr").bystanders().turn(0, Heading.DOWN).tick();
    Scene behind = Scene.empty().snake(5, 4, "ll").snake(6, 3, "dd").bystanders();
    Scene follows = Scene.empty().snake(5, 4, "ll").snake(6, 3, "d").bystanders().tick();

    assertThat(square.snake(0)).as("its own").isEqualTo(new Snake(List.of(5, 5), "uld", true, null));
    assertThat(follows.snake(0).alive()).as("that of another").isTrue();
    assertThat(behind.tick().snake(0).alive()).as("the cell before it is not").isFalse();
  }

  @Test
  void theTailOfOneWhoEatsStaysInTheWay() {
    Scene scene = Scene.empty().snake(5, 4, "ll").snake(6, 3, "d").bystanders().food(6, 2).tick();

    assertThat(scene.events()).containsExactly(new Event.Died(0, Fate.BODY), new Event.Ate(1));
  }

  @Test
  void twoOfOneLengthWhoseHeadsMeetBothDie() {
    Scene scene = Scene.empty().snake(5, 4, "ll").snake(7, 4, "rr").bystanders().tick();

    assertThat(scene.events()).containsExactly(new Event.Died(0, Fate.HEAD), new Event.Died(1, Fate.HEAD));
  }

  @Test
  void whereHeadsMeetTheLongestLivesOnAndEatsWhatLiesThere() {
    Scene scene = Scene.empty().snake(5, 4, "ll").snake(7, 4, "rrr").bystanders().food(6, 4).tick();

    assertThat(scene.events()).containsExactly(new Event.Died(0, Fate.HEAD), new Event.Ate(1));
    assertThat(scene.snake(1)).isEqualTo(new Snake(List.of(6, 4), "rrrr", true, null));
  }

  @Test
  void ofThreeWhoMeetTheTwoLongestDieTooWhereTheyAreEqual() {
    Scene scene = Scene.empty().snake(5, 4, "lll").snake(7, 4, "rrr").snake(6, 5, "dd").bystanders().tick();

    assertThat(scene.match().board().living()).containsExactly(3, 4);
  }

  @Test
  void headsThatPassThroughEachOtherRunIntoNecks() {
    Scene scene = Scene.empty().snake(5, 4, "lll").snake(6, 4, "rr").bystanders().tick();

    assertThat(scene.events()).containsExactly(new Event.Died(0, Fate.BODY), new Event.Died(1, Fate.BODY));
  }

  @Test
  void whoDiesIsInTheWayInThatStepAndThenNoMore() {
    Scene scene = Scene.empty()
        .snake(19, 4, "lllll")
        .snake(17, 5, "d")
        .bystanders()
        .turn(1, Heading.UP)
        .tick();
    Scene later = Scene.empty().snake(19, 4, "lllll").snake(17, 6, "d").bystanders().tick().tick();

    assertThat(scene.events()).containsExactly(new Event.Died(0, Fate.WALL), new Event.Died(1, Fate.BODY));
    assertThat(later.snake(1)).isEqualTo(new Snake(List.of(17, 4), "d", true, null));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void everyoneStartsOnTheBoardWithRoomAheadAndFoodOnFreeCells(int seats) {
    for (long seed = 0; seed < 50; seed++) {
      for (Options options : List.of(Options.DEFAULTS, new Options(12, 8, 50, 1, 5),
          new Options(64, 48, 1, 20, 60))) {
        Match match = Scene.GAME
            .start(new Setup(RandomMatch.seats(seats), options, 0, new TestChance(seed)));

        assertThat(match.board().living()).hasSize(seats);
        assertThat(Larder.snakes(match.board()).cardinality()).as("all cells differ").isEqualTo(3 * seats);
        assertThat(new TreeSet<>(match.board().food().stream().map(Object::toString).toList()))
            .hasSize(options.food());
        assertThat(Scene.GAME.tick(match, new TestChance(seed))).isInstanceOf(Step.Accepted.class);
      }
    }
  }

  @Test
  void chanceDrawsWhoStandsWhere() {
    TreeSet<Integer> leftmost = new TreeSet<>();
    for (long seed = 0; seed < 40; seed++) {
      Match match = Scene.GAME.start(setup(4, seed));
      leftmost.addAll(
          match.board().living().stream().filter(seat -> match.board().snake(seat).x() < 10).toList());
    }
    assertThat(leftmost).containsExactly(0, 1, 2, 3);
  }

  @Test
  void noMoreThanEightPlay() {
    assertThatThrownBy(() -> Scene.GAME.start(setup(9, 1))).hasMessageContaining("2 to 8 seats");
    assertThatThrownBy(() -> Scene.GAME.start(setup(1, 1))).hasMessageContaining("2 to 8 seats");
  }
}
