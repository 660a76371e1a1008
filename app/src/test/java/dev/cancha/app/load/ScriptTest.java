package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.connectfour.Drop;
import dev.cancha.common.games.connectfour.Options;
import dev.cancha.common.games.connectfour.Position;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
  private static final int REVISIONS = Script.ACTS + 2;

  private final Game<Position, Drop> game = new ConnectFour();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void everyMatchIsLegalAndEndsInADrawOnAFullBoard(int match) {
    Position position = game
        .start(new Setup(new TreeSet<>(List.of(0, 1)), new Options(), match, bound -> 0));
    for (int act = 0; act < Script.ACTS; act++) {
      int seat = game.turn(position).first();
      long since = (long) match * REVISIONS + act;
      assertThat(Script.next(since, 1 - seat)).isEqualTo(Script.WAIT);
      Step<Position> step = game.act(position, seat, new Drop(Script.next(since, seat)), bound -> 0);
      assertThat(step).isInstanceOf(Step.Accepted.class);
      position = ((Step.Accepted<Position>) step).state();
      assertThat(game.result(position).isPresent()).isEqualTo(act == Script.ACTS - 1);
    }
    assertThat(game.result(position)).map(Result::reason).contains("boardFull");
  }

  @Test
  void betweenTwoMatchesEachPlayerAgreesOnce() {
    for (int seat = 0; seat < 2; seat++) {
      assertThat(Script.next(Script.ACTS, seat)).isEqualTo(Script.REMATCH);
      assertThat(Script.next(Script.ACTS + 1, seat)).isEqualTo(Script.WAIT);
    }
  }
}
