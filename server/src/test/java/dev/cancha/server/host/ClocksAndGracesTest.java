package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Settings;
import dev.cancha.server.room.Pool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The room's timers: they ring when something is due, in time, and are gone with the room. */
class ClocksAndGracesTest {
  private Stage stage = new Stage(new ConnectFour(), new Settings(20, null, null, null, null), false);

  @BeforeEach
  void theLogIsNotFilledWithWhatIsMeant() {
    Stage.logged(false);
  }

  @AfterEach
  void everyRequestIsAnsweredOnceAndEveryoneHasTheRoom() {
    Stage.logged(true);
    stage.settled();
  }

  private Guest playing() {
    Guest ana = stage.enters("Ana");
    stage.enters("Beto");
    ana.ask(new ClientMessage.Start(1));
    stage.quiet();
    return ana;
  }

  private void noTimerIsLeft() {
    assertThat(stage.loop.nextInNanos()).as("no timer is left").isEqualTo(-1);
  }

  /** So much time passes, and the loop is a little late: what was read is handled before its timers. */
  private void late(int millis) {
    stage.after(millis - 500);
    stage.loops.ticker.advance(700, TimeUnit.MILLISECONDS);
  }

  /** The loop runs nothing for so long: its process was stopped. */
  private void away(int millis) {
    stage.loops.ticker.advance(millis, TimeUnit.MILLISECONDS);
    stage.after(0);
  }

  @Test
  void aClockRunsOutByItself() {
    Guest ana = playing();

    stage.after(19_999);
    assertThat(ana.heard()).isEmpty();
    stage.after(1);

    assertThat(ana.heard()).containsExactly("patch 4");
    assertThat(ana.doc.node().at("/result/reason").stringValue()).isEqualTo("clock");
    noTimerIsLeft();
  }

  @Test
  void aClockStandsStillWhileTheLoopIsAway() {
    Guest ana = playing();
    stage.after(19_000);
    away(60_000);

    stage.after(500);
    assertThat(ana.heard()).isEmpty();
    ana.act(1, "{\"column\":0}");
    assertThat(ana.heard()).containsExactly("patch 4 answers");
    assertThat(ana.doc.node().at("/time").longValue()).as("match time").isBetween(19_250L, 19_500L);
  }

  @Test
  void aClockThatHadLittleLeftRunsOutAfterTheLoopIsBack() {
    Guest ana = playing();
    stage.after(19_000);
    away(60_000);

    stage.after(1_250);
    assertThat(ana.heard()).containsExactly("patch 4");
    assertThat(ana.doc.node().at("/result/reason").stringValue()).isEqualTo("clock");
  }

  @Test
  void aGraceIsNotOverWhileTheLoopIsAway() {
    stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    beto.lose();
    stage.after(60_000);
    away(3_600_000);

    Guest again = stage.guest("Beto").attach(beto);

    assertThat(again.heard()).isNotEmpty().doesNotContain("not here");
  }

  @Test
  void lessThanASecondIsCounted() {
    Guest ana = playing();
    stage.after(19_250);
    away(750);

    assertThat(ana.heard()).containsExactly("patch 4");
    assertThat(ana.doc.node().at("/result/reason").stringValue()).isEqualTo("clock");
  }

  @Test
  void aDeadlineThatMovedOnIsNotRungFor() {
    Guest ana = playing();
    stage.after(15_000);
    ana.act(1, "{\"column\":0}");
    ana.heard();

    stage.after(19_999);
    assertThat(ana.heard()).isEmpty();
    stage.after(1);
    assertThat(ana.heard()).containsExactly("patch 5");
  }

  @Test
  void aDeadlineThatComesEarlierIsRungFor() {
    stage = new Stage(new ConnectFour(), new Settings(null, 500, null, null, 30), false);
    Guest ana = playing();
    Guest beto = stage.guest("Beto").attach();
    stage.quiet();
    stage.after(1_000);
    beto.lose();

    stage.after(30_000);

    assertThat(ana.heard()).containsExactly("patch 4", "patch 5");
    assertThat(ana.doc.node().at("/result/reason").stringValue()).isEqualTo("absent");
  }

  @Test
  void nothingIsDoneInTimeThatHasRunOut() {
    Guest ana = playing();
    late(20_000);

    ana.act(1, "{\"column\":0}");

    assertThat(ana.heard()).containsExactly("patch 4", "refused act 1 NOT_PLAYING");
    assertThat(ana.doc.node().at("/result/reason").stringValue()).isEqualTo("clock");
  }

  @Test
  void oneWhoseGraceIsOverAtThatMomentIsNotInTheRoom() {
    stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    beto.lose();
    late(120_000);

    Guest again = stage.guest("Beto").attach(beto);

    assertThat(again.heard()).containsExactly("not here");
    again.doc = null;
    assertThat(stage.places).containsEntry("Beto", "EXPIRED");
  }

  @Test
  void oneWhoComesWhenTheLastGraceIsOverFindsNoRoom() {
    Guest ana = stage.enters("Ana");
    ana.lose();
    late(120_000);

    Guest beto = stage.guest("Beto").enter();

    assertThat(beto.heard()).containsExactly("refused 1 NO_SUCH_ROOM");
    assertThat(stage.journal.closed).isTrue();
    noTimerIsLeft();
  }

  @Test
  void aRoomThatNobodyComesBackToClosesWithoutATimerLeft() {
    Guest ana = playing();
    ana.lose();
    stage.guest("Beto").attach().lose();

    stage.after(3_600_000);

    assertThat(stage.lobby).endsWith("release CODE1", "closed");
    assertThat(stage.journal.closed).isTrue();
    noTimerIsLeft();
  }

  @Test
  void aRoomThatClosesWhileTimersRunLeavesNone() {
    Guest ana = playing();
    Guest caro = stage.watches("Caro");
    Guest beto = stage.guest("Beto").attach();
    caro.ask(new ClientMessage.Leave(1));
    beto.ask(new ClientMessage.Leave(2));
    assertThat(stage.loop.nextInNanos()).as("a timer runs").isNotEqualTo(-1);

    ana.ask(new ClientMessage.Leave(3));

    assertThat(stage.journal.closed).isTrue();
    noTimerIsLeft();
  }

  @Test
  void aDeadlineThatCannotBeStoredIsTriedOnceASecond() {
    playing();
    stage.journal.broken = true;

    stage.after(20_000);
    int turns = stage.loop.given;
    stage.after(10_000);

    assertThat(stage.loop.given - turns).as("tasks within 10 s").isLessThan(60);
    stage.journal.broken = false;
    stage.after(1_000);
    assertThat(stage.journal.durable.shown().document().result().reason()).isEqualTo("clock");
  }

  @Test
  void theTimeOfAMatchIsTheLoopsTime() {
    stage = new Stage(new Pool(), new Settings(null, 60, null, null, null), false);
    stage.after(5_000);
    Guest ana = playing();
    stage.after(2_500);

    ana.act(1, "{\"take\":1}");

    assertThat(ana.doc.node().at("/time").longValue()).isEqualTo(2_500);
    assertThat(ana.doc.node().at("/clock/0").longValue()).isEqualTo(57_500);
    assertThat(stage.journal.inputs.getLast().at()).isEqualTo(7_500);
  }
}
