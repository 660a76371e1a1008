package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.server.room.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who watches is told when it changes, and at most once a second. */
class WatchersTest {
  private final Stage stage = new Stage(new Pool());
  private Guest ana = stage.guest("Ana");

  @BeforeEach
  void someoneIsThere() {
    ana = stage.enters("Ana");
    stage.after(10_000);
  }

  @AfterEach
  void everyRequestIsAnsweredOnceAndEveryoneHasTheRoom() {
    stage.settled();
  }

  @Test
  void theFirstChangeIsToldAtOnce() {
    stage.guest("Beto").watch();

    assertThat(ana.heard()).containsExactly("watching [Beto]");
  }

  @Test
  void aBurstIsToldOnceMoreWhenTheSecondIsOver() {
    stage.guest("Beto").watch();
    stage.after(200);
    stage.guest("Caro").watch();
    stage.guest("Dani").watch();
    stage.after(799);
    assertThat(ana.heard()).containsExactly("watching [Beto]");

    stage.after(1);
    assertThat(ana.heard()).containsExactly("watching [Beto, Caro, Dani]");

    stage.after(5_000);
    assertThat(ana.heard()).isEmpty();
  }

  @Test
  void theSecondRunsFromWhatWasToldLast() {
    stage.guest("Beto").watch();
    Guest caro = stage.guest("Caro").watch();
    stage.after(1_000);
    assertThat(ana.heard()).containsExactly("watching [Beto]", "watching [Beto, Caro]");

    caro.ask(new ClientMessage.Leave(1));
    assertThat(ana.heard()).isEmpty();
    stage.after(1_000);
    assertThat(ana.heard()).containsExactly("watching [Beto]");
  }

  @Test
  void oneWhoStandsUpOrSitsDownChangesWhoWatches() {
    Guest beto = stage.enters("Beto");

    beto.ask(new ClientMessage.Sit(1, null));
    assertThat(ana.heard()).containsExactly("patch 3", "watching [Beto]");
    stage.after(1_000);
    beto.ask(new ClientMessage.Sit(2, 1));
    assertThat(ana.heard()).containsExactly("patch 4", "watching []");
  }

  @Test
  void aSpectatorWhoIsLostIsStillOneUntilGraceIsOver() {
    Guest beto = stage.watches("Beto");
    stage.after(1_000);
    beto.lose();
    stage.after(119_999);
    assertThat(ana.heard()).isEmpty();

    stage.after(1);
    assertThat(ana.heard()).containsExactly("watching []");
  }

  @Test
  void whatElseChangesIsNotToldAsAChangeOfWhoWatches() {
    ana.ask(new ClientMessage.Ready(1, true));
    stage.enters("Beto").ask(new ClientMessage.Leave(2));

    assertThat(ana.heard()).containsExactly("patch 4");
  }

  @Test
  void aChangeThatIsNotDurableIsNotTold() {
    stage.late();
    stage.guest("Beto").watch();
    assertThat(ana.heard()).isEmpty();

    stage.fail();
    stage.after(2_000);

    assertThat(ana.heard()).containsExactly("room 1, watching []");
  }

  @Test
  void aRoomThatClosesBeforeTheSecondIsOverTellsNobody() {
    Guest beto = stage.guest("Beto").watch();
    beto.ask(new ClientMessage.Leave(1));
    ana.ask(new ClientMessage.Leave(2));

    assertThat(stage.journal.closed).isTrue();
    assertThat(stage.loop.nextInNanos()).as("no timer is left").isEqualTo(-1);
  }
}
