package dev.cancha.server.room;

import static dev.cancha.server.room.Scene.changed;
import static dev.cancha.server.room.Scene.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Bot;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.connectfour.Drop;
import dev.cancha.common.games.connectfour.Position;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.OnAbsent;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.Settings;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Bots on seats of their own, and on those of players who are away. */
class BotSeatsTest {
  private static final Settings BOT_PLAYS_ON = new Settings(null, null, null, OnAbsent.BOT, 30);

  private static Scene room() {
    Scene scene = Scene.withBots(new ConnectFour(), Settings.NONE);
    changed(scene.enter("Ana"));
    return scene;
  }

  @Test
  void aBotTakesAFreeSeatAndIsReady() {
    Scene scene = room();
    changed(scene.bot("Ana", 1, "random"));

    assertThat(scene.seat(1)).isEqualTo(new RoomDocument.SeatEntry("b1", "random", "random", true, true));
    assertThat(scene.host()).isEqualTo("Ana");
    refused(scene.sit("Ana", 1), ErrorCode.SEAT_TAKEN);
  }

  @Test
  void theMatchStartsWhenTheLastPersonIsReadyAndTheBotPlaysItsTurns() {
    Scene scene = room();
    changed(scene.bot("Ana", 1, "random"));
    changed(scene.ready("Ana"));
    assertThat(scene.state.phase()).isEqualTo(Phase.PLAYING);
    assertThat(scene.room.botTurns().of(scene.state)).isEmpty();
    scene.act("Ana", 1, "{\"column\":3}");

    assertThat(scene.room.botTurns().of(scene.state)).containsOnlyKeys(1);
    changed(scene.botActs(1, "{\"column\":3}"));

    assertThat(scene.doc().turn()).containsExactly(0);
    refused(scene.botActs(1, "{\"column\":3}"), ErrorCode.NOT_YOUR_TURN);
    refused(scene.botActs(0, "{\"column\":3}"), ErrorCode.NOT_YOUR_TURN);
  }

  @Test
  void aBotThatComesMayStartTheMatchAndGoesOnlyOutsideOfIt() {
    Scene scene = room();
    changed(scene.ready("Ana"));
    changed(scene.bot("Ana", 1, "random"));

    assertThat(scene.state.phase()).isEqualTo(Phase.PLAYING);
    refused(scene.noBot("Ana", 1), ErrorCode.ALREADY_PLAYING);
    changed(scene.resign("Ana"));
    assertThat(scene.seat(1).ready()).as("a bot is always ready").isTrue();
    changed(scene.noBot("Ana", 1));
    assertThat(scene.doc().seats()).containsOnlyKeys(0);
  }

  @Test
  void anActThatWasDecidedForAnotherTurnIsStale() {
    Scene scene = room();
    changed(scene.bot("Ana", 1, "random"));
    changed(scene.ready("Ana"));
    scene.act("Ana", 1, "{\"column\":3}");
    long since = scene.room.botTurns().of(scene.state).get(1);

    refused(scene.give(new RoomInput.BotAct(scene.at, 1, Json.ofChecked("{\"column\":3}"), since - 1)),
        ErrorCode.STALE);
  }

  @Test
  void botsAloneWaitForTheirHost() {
    Scene scene = Scene.withBots(new ConnectFour(), Settings.NONE);
    changed(scene
        .give(new RoomInput.Enter(0, Scene.arrival("Ana"), null, true, new RoomInput.Company("random", 2))));
    assertThat(scene.doc().seats()).containsOnlyKeys(0, 1);
    assertThat(scene.state.phase()).isEqualTo(Phase.LOBBY);

    changed(scene.start("Ana"));

    assertThat(scene.room.botTurns().of(scene.state)).hasSize(1);
  }

  @Test
  void whoOpensARoomWithBotsSitsOnTheFirstSeat() {
    Scene scene = Scene.withBots(new Dudo(), Settings.NONE);
    changed(scene
        .give(new RoomInput.Enter(0, Scene.arrival("Ana"), null, false, new RoomInput.Company("random", 3))));

    assertThat(scene.doc().seats()).containsOnlyKeys(0, 1, 2, 3);
    assertThat(scene.seat(0).name()).isEqualTo("Ana");
  }

  @Test
  void aBotPlaysOnForWhoIsAbsentUntilTheReturn() {
    Scene scene = Scene.withBots(new ConnectFour(), BOT_PLAYS_ON).playing("Ana", "Beto");
    changed(scene.lose("Ana"));
    changed(scene.atDeadline());

    assertThat(scene.state.phase()).isEqualTo(Phase.PLAYING);
    assertThat(scene.seat(0))
        .isEqualTo(new RoomDocument.SeatEntry("p-Ana", "Ana", "random", false, true));
    changed(scene.botActs(0, "{\"column\":3}"));
    scene.act("Beto", 1, "{\"column\":4}");

    changed(scene.back("Ana"));

    assertThat(scene.seat(0).bot()).isNull();
    assertThat(scene.seat(0).connected()).isTrue();
    refused(scene.botActs(0, "{\"column\":3}"), ErrorCode.NOT_YOUR_TURN);
    scene.act("Ana", 1, "{\"column\":3}");
    assertThat(scene.doc().turn()).containsExactly(1);
  }

  @Test
  void theSeatOfWhoStaysAwayIsHeldForAWhileAfterTheMatch() {
    Scene scene = Scene.withBots(new ConnectFour(), BOT_PLAYS_ON).playing("Ana", "Beto");
    changed(scene.lose("Ana"));
    changed(scene.atDeadline());
    changed(scene.resign("Beto"));

    assertThat(scene.seat(0).bot()).isNull();
    changed(scene.atDeadline());
    assertThat(scene.doc().seats()).containsOnlyKeys(1);
  }

  @Test
  void aBotIsAskedWithWhatItsSeatMayKnowAndWithNothingElse() {
    Scene scene = Scene.withBots(new ConnectFour(), Settings.NONE);
    changed(scene.enter("Ana"));
    changed(scene.ready("Ana"));
    changed(scene.bot("Ana", 1, "random"));
    scene.act("Ana", 1, "{\"column\":3}");
    AtomicReference<Object> seen = new AtomicReference<>();
    Bot<Position, Drop> bot = (sight, chance) -> {
      seen.set(sight.view());
      return sight.legal().getLast();
    };

    Supplier<Json> question = scene.room.botTurns().question(scene.state, 1, bot, bound -> 0);

    assertThat(question).isNotNull();
    assertThat(question.get()).isEqualTo(Json.ofChecked("{\"column\":6}"));
    assertThat(seen.get()).isEqualTo(scene.doc().view());
    assertThat(scene.room.botTurns().first(scene.state, 1)).isEqualTo(Json.ofChecked("{\"column\":0}"));
  }
}
