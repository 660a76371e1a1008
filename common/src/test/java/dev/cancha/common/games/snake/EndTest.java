package dev.cancha.common.games.snake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.games.snake.Snake.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a match ends, who is ranked how, and those who are gone. */
class EndTest {
  private static String reason(Scene scene) {
    return Scene.GAME.result(scene.match()).orElseThrow().reason();
  }

  @Test
  void theLastOneAliveWinsAndTheOthersAreRankedByWhenTheyDied() {
    Scene scene = Scene.empty().snake(18, 4, "ll").snake(19, 6, "ll").snake(5, 4, "ll");

    Scene first = scene.tick();
    assertThat(Scene.GAME.result(first.match())).as("two live").isEmpty();
    Scene over = first.tick();
    assertThat(over.ranks()).containsEntry(2, 1).containsEntry(0, 2).containsEntry(1, 3);
    assertThat(reason(over)).isEqualTo("lastAlive");
    assertThat(Scene.GAME.turn(over.match())).isEmpty();
    assertThat(Scene.GAME.legal(over.match(), 2)).isEmpty();
  }

  @Test
  void whenAllDieAtOnceTheLongestIsBest() {
    Scene scene = Scene.empty().snake(19, 2, "ll").snake(19, 4, "lll").snake(19, 6, "ll").tick();

    assertThat(scene.ranks()).containsEntry(1, 1).containsEntry(0, 2).containsEntry(2, 2);
    assertThat(reason(scene)).isEqualTo("allDead");
  }

  @Test
  void twoOfOneLengthWhoDieTogetherDraw() {
    Scene scene = Scene.empty().snake(5, 4, "ll").snake(7, 4, "rr").tick();

    assertThat(scene.ranks()).containsEntry(0, 1).containsEntry(1, 1);
  }

  @Test
  void whenTimeIsUpTheLongestWins() {
    Scene scene = Scene.with(new Options(20, 10, 1, 20, 5))
        .snake(1, 4, "l")
        .snake(1, 6, "l")
        .snake(5, 8, "llll")
        .absent(2);

    assertThat(scene.match().board().secondsLeft()).isEqualTo(5);
    assertThat(scene.tick().match().board().secondsLeft()).as("rounded up").isEqualTo(5);
    assertThat(scene.ticks(21).match().board().secondsLeft()).isEqualTo(4);
    assertThat(Scene.GAME.result(scene.ticks(99).match())).isEmpty();
    Scene over = scene.ticks(100);
    assertThat(reason(over)).isEqualTo("timeIsUp");
    assertThat(over.match().board().secondsLeft()).isZero();
    assertThat(over.ranks()).as("equal, and ahead of a longer one that is dead")
        .containsEntry(0, 1)
        .containsEntry(1, 1)
        .containsEntry(2, 3);
  }

  @Test
  void oneWhoIsGoneIsOffTheBoardAndTheOthersPlayOn() {
    Scene scene = Scene.empty().snake(5, 4, "ll").bystanders().turn(0, Heading.UP).absent(0);

    assertThat(scene.events()).containsExactly(new Event.Died(0, Fate.GONE));
    assertThat(scene.snake(0)).isEqualTo(new Snake(List.of(5, 4), "ll", false, Fate.GONE));
    assertThat(Scene.GAME.turn(scene.match())).containsExactly(1, 2);
    assertThat(scene.match().turns()).isEmpty();
    assertThat(scene.tick().snake(0)).isEqualTo(scene.snake(0));
  }

  @Test
  void whenAllButOneAreGoneTheMatchIsOver() {
    Scene over = Scene.empty().snake(5, 4, "ll").bystanders().absent(1).absent(0);

    assertThat(reason(over)).isEqualTo("lastAlive");
    assertThat(over.ranks()).containsEntry(2, 1).containsEntry(0, 2).containsEntry(1, 2);
  }

  @Test
  void oneWhoIsDeadOrLateIsNotMissed() {
    Scene dead = Scene.empty().snake(19, 4, "ll").bystanders().tick();
    Scene over = Scene.empty().snake(5, 4, "ll").snake(19, 4, "ll").tick();

    assertThat(dead.absent(0).match()).isSameAs(dead.match());
    assertThat(over.absent(0).match()).isSameAs(over.match());
  }
}
