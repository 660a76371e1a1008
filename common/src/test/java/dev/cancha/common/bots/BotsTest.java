package dev.cancha.common.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import org.junit.jupiter.api.Test;

class BotsTest {
  @Test
  void mctsBeatsRandomInConnectFour() {
    ConnectFour game = new ConnectFour();

    assertThat(new Table<>(game).wins(Bots.mcts(game, 100), new RandomBot<>(), 100))
        .isGreaterThanOrEqualTo(95);
  }

  @Test
  void mctsBeatsRandomInDudo() {
    Dudo game = new Dudo();

    assertThat(new Table<>(game).wins(Bots.mcts(game, 60), new RandomBot<>(), 60))
        .as("32 is what chance alone would pass in one run of three")
        .isGreaterThanOrEqualTo(42);
  }
}
