package dev.cancha.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Game;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.games.snake.SnakeGame;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The games that ship hold all that they promise. */
class ShippedGamesTest {
  static Stream<Game<?, ?>> games() {
    return Stream.of(new ConnectFour(), new Dudo(), new SnakeGame());
  }

  @ParameterizedTest
  @MethodSource("games")
  void theyPassWithoutAWarning(Game<?, ?> game) {
    Report report = Conformance.of(game).matches(24).check();

    assertThat(report.failures()).as(report.text()).isEmpty();
    assertThat(report.warnings()).as(report.text()).isEqualTo(List.of());
  }
}
