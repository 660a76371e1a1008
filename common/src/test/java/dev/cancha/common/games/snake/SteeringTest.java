package dev.cancha.common.games.snake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.games.TestChance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Turns that wait for the next step, and how much time passes between steps. */
class SteeringTest {
  private final Scene scene = Scene.empty().snake(5, 4, "ll").bystanders();

  @Test
  void twoTurnsBetweenTwoStepsAreMadeOneAStep() {
    Scene turned = scene.turn(0, Heading.UP, Heading.LEFT);

    assertThat(turned.tick().snake(0).head()).containsExactly(5, 3);
    assertThat(turned.ticks(2).snake(0).head()).containsExactly(4, 3);
    assertThat(turned.ticks(3).snake(0).head()).as("and then it goes on so").containsExactly(3, 3);
  }

  @Test
  void aThirdTurnIsRefusedUntilOneIsMade() {
    Scene full = scene.turn(0, Heading.UP, Heading.LEFT);

    assertThat(full.answerTo(0, Heading.DOWN))
        .isEqualTo("two turns are waiting already; wait for the next step");
    assertThat(full.tick().answerTo(0, Heading.DOWN)).isEqualTo("accepted");
  }

  @Test
  void nobodyTurnsAbout() {
    assertThat(scene.answerTo(0, Heading.LEFT))
        .isEqualTo("a snake that goes right cannot turn about; turn up or down");
    assertThat(scene.turn(0, Heading.UP).answerTo(0, Heading.DOWN))
        .as("measured at where it will go")
        .isEqualTo("a snake that goes up cannot turn about; turn left or right");
    assertThat(scene.turn(0, Heading.UP).answerTo(0, Heading.LEFT)).isEqualTo("accepted");
  }

  @Test
  void whereItGoesAnywayIsNoTurn() {
    assertThat(scene.turn(0, Heading.RIGHT).match()).isSameAs(scene.match());
    assertThat(scene.turn(0, Heading.UP, Heading.LEFT).answerTo(0, Heading.LEFT)).isEqualTo("accepted");
  }

  @Test
  void legalIsWhatIsAccepted() {
    assertThat(Scene.GAME.legal(scene.match(), 0)).containsExactly(new Steer(Heading.RIGHT),
        new Steer(Heading.UP),
        new Steer(Heading.DOWN));
    assertThat(Scene.GAME.legal(scene.turn(0, Heading.UP, Heading.LEFT).match(), 0))
        .containsExactly(new Steer(Heading.LEFT));
  }

  @Test
  void nobodySeesATurnBeforeItIsMade() {
    assertThat(Scene.GAME.view(scene.turn(0, Heading.UP).match())).isSameAs(Scene.GAME.view(scene.match()));
  }

  @Test
  void whatOthersHavePressedIsDrawnWhenOneImagines() {
    Match truth = scene.turn(0, Heading.UP).turn(1, Heading.RIGHT).match();
    Match imagined = Scene.GAME.imagine(truth, 0, new TestChance(4));

    assertThat(imagined.waiting(0)).containsExactly(Heading.UP);
    assertThat(List.of(0, 1, 2, 3)
        .stream()
        .map(seed -> Scene.GAME.imagine(truth, 0, new TestChance(seed)).waiting(1)))
        .anyMatch(waiting -> !waiting.equals(truth.waiting(1)));
    assertThat(imagined.board()).isSameAs(truth.board());
  }

  @Test
  void aStepTakesAsManyTicksAsTheOptionSays() {
    Scene slow = Scene.with(new Options(20, 10, 1, 4, 60)).snake(5, 4, "ll").bystanders();

    assertThat(slow.ticks(3).snake(0).head()).containsExactly(5, 4);
    assertThat(slow.ticks(3).match().board()).as("nothing to compare or to send")
        .isSameAs(slow.match().board());
    assertThat(slow.ticks(4).snake(0).head()).containsExactly(6, 4);
    assertThat(slow.ticks(8).snake(0).head()).containsExactly(7, 4);
  }
}
