package dev.cancha.testkit.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.check.Check;
import dev.cancha.common.check.Report;
import dev.cancha.common.game.Game;
import dev.cancha.testkit.GameCheck;
import dev.cancha.testkit.work.Dash;
import dev.cancha.testkit.work.Whispers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The games that the kit is tested with hold what games promise, but for the one that is broken on purpose. */
class GameCheckTest {
  static Stream<Game<?, ?>> games() {
    return Stream.of(new RockPaperScissors(), new Comets(), new Dash(), new Whispers());
  }

  @ParameterizedTest
  @MethodSource("games")
  void theyPass(Game<?, ?> game) {
    GameCheck.of(game).matches(12).assertPasses();
  }

  @Test
  void diceThatRememberDoNot() {
    GameCheck check = GameCheck.of(new Loaded()).matches(3).most(50);

    assertThat(check.report().failures()).extracting(Report.Finding::check).contains(Check.REPEAT);
    assertThatThrownBy(check::assertPasses).isInstanceOf(AssertionError.class)
        .hasMessageContaining("FAILED repeat: the same step (seat ")
        .hasMessageContaining("leads to something else when it is done again");
  }
}
