package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.games.Race;
import dev.cancha.server.games.Race.Heading;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shell of a room that ticks, under a frozen clock. A tick is 50 ms. */
class TickingRoomTest {
  private final TickStage stage = TickStage.started();
  private final TickGuest ana = stage.ana;
  private final TickGuest beto = stage.beto;

  @Test
  void anActWaitsForTheTickAndIsAnsweredByItsPatch() {
    ana.ask(TickStage.turn(1, Heading.ON));
    stage.pass(49);
    assertThat(ana.heard()).isEmpty();
    assertThat(ana.open).isOne();

    stage.pass(1);
    assertThat(ana.heard()).containsExactly("{\"type\":\"patch\",\"rev\":5,\"acks\":{\"0\":1},"
        + "\"patch\":{\"view\":{\"runners\":{\"0\":{\"at\":1,\"heading\":\"on\"}}}}}");
    assertThat(ana.open).isZero();
    assertThat(beto.heard()).hasSize(1);
  }

  @Test
  void aTickSendsOnePatchAndWhereNothingMovesNone() {
    stage.pass(500);
    assertThat(ana.heard()).isEmpty();

    ana.ask(TickStage.turn(1, Heading.ON));
    beto.ask(TickStage.turn(1, Heading.ON));
    stage.pass(500);
    assertThat(ana.heard()).hasSize(10);
    assertThat(beto.heard()).hasSize(10).last().asString().contains("\"rev\":14", "\"at\":10");
  }

  @Test
  void severalActsOfATickAreAllAnsweredByItsOnePatch() {
    for (int seq = 1; seq <= 4; seq++) {
      ana.ask(TickStage.turn(seq, Heading.ON));
    }
    stage.pass(50);

    assertThat(ana.heard()).singleElement().asString().contains("\"acks\":{\"0\":4}");
    assertThat(ana.open).isZero();
  }

  @Test
  void refusalsFollowThePatchInTheOrderOfWhatWasAsked() {
    ana.ask(TickStage.turn(2, Heading.ON));
    ana.ask(TickStage.act(3, new Race.Cheat(1)));
    ana.ask(new ClientMessage.Ready(21, true));
    ana.ask(TickStage.turn(2, Heading.BACK));
    stage.pass(50);

    assertThat(ana.heard()).hasSize(4)
        .satisfiesExactly(patch -> assertThat(patch).contains("\"acks\":{\"0\":2}"),
            refusal -> assertThat(refusal).isEqualTo("refused seq 3 ILLEGAL_ACTION"),
            refusal -> assertThat(refusal).isEqualTo("refused re 21 ALREADY_PLAYING"),
            duplicate -> assertThat(duplicate).isEqualTo("duplicate"));
    assertThat(ana.open).isZero();
  }

  @Test
  void chatDoesNotWaitAndARoomAskedForShowsWhatWasAskedBefore() {
    ana.ask(new ClientMessage.Say(5, "hola"));
    assertThat(ana.heard()).hasSize(2);
    beto.heard();
    beto.ask(new ClientMessage.Sync(6));
    assertThat(beto.heard()).containsExactly("room 4 you {\"seat\":1,\"seq\":0}");

    ana.ask(TickStage.turn(1, Heading.ON));
    ana.ask(new ClientMessage.Sync(7));
    assertThat(ana.heard()).isEmpty();
    stage.pass(50);
    assertThat(ana.heard()).hasSize(2).last().isEqualTo("room 5 you {\"seat\":0,\"seq\":1}");
    assertThat(ana.open).isZero();
  }

  @Test
  void whoComesToWatchIsLetInAtTheTick() {
    TickGuest caro = new TickGuest(stage, "caro");
    caro.enter(true);
    assertThat(caro.heard()).isEmpty();
    ana.ask(TickStage.turn(1, Heading.ON));
    stage.pass(50);

    assertThat(caro.heard()).first().isEqualTo("entered room 5 you {\"seq\":0}");
    stage.pass(50);
    assertThat(caro.heard()).last().asString().contains("\"rev\":6");
    assertThat(caro.open).isZero();
  }

  @Test
  void whoLeavesIsOutAtTheTickAndWhatItAskedAfterwardsIsRefused() {
    beto.ask(TickStage.turn(1, Heading.ON));
    beto.ask(new ClientMessage.Sync(6));
    beto.ask(new ClientMessage.Leave(7));
    beto.ask(TickStage.turn(2, Heading.ON));
    stage.pass(50);

    assertThat(beto.heard()).containsExactly("left LEFT", "refused re 6 NOT_IN_ROOM",
        "refused seq 2 NOT_IN_ROOM");
    assertThat(beto.open).isZero();
    assertThat(ana.heard()).singleElement()
        .asString()
        .contains("\"phase\":\"over\"", "\"reason\":\"resigned\"");
  }

  @Test
  void whoIsSentAwayLeavesAtTheTick() {
    TickGuest caro = new TickGuest(stage, "caro");
    caro.enter(true);
    stage.pass(50);
    caro.heard();
    ana.ask(new ClientMessage.Kick(3, null, "p-caro"));
    stage.pass(50);

    assertThat(caro.heard()).containsExactly("left KICKED");
    assertThat(ana.heard()).last().isEqualTo("{\"type\":\"done\",\"re\":3,\"rev\":4}");
  }

  @Test
  void oneWhoComesInAndIsSentAwayByTheSameTickIsAnswered() {
    TickGuest caro = new TickGuest(stage, "caro");
    caro.enter(true);
    ana.ask(new ClientMessage.Kick(3, null, "p-caro"));
    stage.pass(50);

    assertThat(caro.heard()).containsExactly("refused re 9 KICKED");
    assertThat(caro.open).isZero();
  }

  @Test
  void oneWhoseConnectionIsLostComesBackAtATickAndMissesNothing() {
    ana.ask(TickStage.turn(1, Heading.ON));
    stage.pass(50);
    beto.lose();
    stage.pass(120);
    TickGuest again = beto.again();
    again.attach(5);
    assertThat(again.heard()).isEmpty();
    stage.pass(30);

    List<String> heard = again.heard();
    assertThat(heard).singleElement()
        .asString()
        .startsWith("resumed [{")
        .contains("\"rev\":6", "\"rev\":8")
        .doesNotContain("\"rev\":5");
    stage.pass(50);
    assertThat(again.heard()).singleElement().asString().contains("\"rev\":9");
  }

  @Test
  void theEndOfAMatchEndsItsTicks() {
    beto.ask(new ClientMessage.Resign(4));
    stage.pass(50);
    assertThat(beto.heard()).last().isEqualTo("{\"type\":\"done\",\"re\":4,\"rev\":5}");
    assertThat(stage.loop.scheduled()).isFalse();

    ana.ask(new ClientMessage.Ready(5, true));
    assertThat(ana.heard()).as("outside a match nothing waits").last().asString().contains("\"re\":5");
  }

  @Test
  void aRoomThatClosesLeavesNothingScheduled() {
    assertThat(stage.loop.scheduled()).as("the next tick").isTrue();
    ana.ask(new ClientMessage.Leave(1));
    beto.ask(new ClientMessage.Leave(1));
    stage.pass(50);

    assertThat(stage.closed).isTrue();
    assertThat(stage.loop.scheduled()).isFalse();
    assertThat(stage.codes).isEmpty();
  }

  @Test
  void aLoopThatWasAwayOwesNoTicks() {
    ana.ask(TickStage.turn(1, Heading.ON));
    stage.pass(50);
    ana.heard();
    stage.stall(10_000);
    assertThat(ana.heard()).isEmpty();
    assertThat(stage.host.now()).isEqualTo(50);

    stage.pass(49);
    assertThat(ana.heard()).isEmpty();
    stage.pass(1);
    assertThat(ana.heard()).hasSize(1);
  }

  @Test
  void aLoopThatIsVeryLateMakesUpForFiveTicksAndRoomTimeForNoMore() {
    ana.ask(TickStage.turn(1, Heading.ON));
    stage.pass(50);
    ana.heard();
    stage.stall(900);
    assertThat(ana.heard()).hasSize(5).last().asString().contains("\"at\":6");
    assertThat(stage.host.now()).isEqualTo(300);

    stage.pass(49);
    assertThat(ana.heard()).isEmpty();
    stage.pass(1);
    assertThat(ana.heard()).hasSize(1);
  }

  @Test
  void aLoopThatIsLittleLateMakesUpForAllAndTicksOnInTime() {
    ana.ask(TickStage.turn(1, Heading.ON));
    stage.stall(170);
    assertThat(ana.heard()).hasSize(3);
    stage.pass(29);
    assertThat(ana.heard()).isEmpty();
    stage.pass(1);
    assertThat(ana.heard()).hasSize(1);
    assertThat(stage.host.now()).isEqualTo(200);
  }

  @Test
  void graceRunsOutAtATickAfterWhatCameBefore() {
    beto.lose();
    stage.pass(60_020);
    TickGuest again = beto.again();
    again.attach(0);
    stage.pass(29);
    assertThat(ana.heard()).as("only that the connection was lost").hasSize(1);
    stage.pass(1);

    assertThat(again.heard()).as("back in time, in the same tick")
        .singleElement()
        .asString()
        .startsWith("resumed");
    stage.pass(60_000);
    assertThat(ana.heard()).singleElement().asString().contains("\"connected\":true");
  }

  @Test
  void graceThatRunsOutDuringAMatchGivesTheSeatUp() {
    beto.lose();
    stage.pass(60_050);

    assertThat(ana.heard()).last().asString().contains("\"reason\":\"absent\"");
    assertThat(stage.loop.scheduled()).isFalse();
  }

  @Test
  void aCodeDrawnForAChangeThatTheTickRefusesIsGivenBack() {
    ana.ask(new ClientMessage.Configure(8, null, null, null, Visibility.PRIVATE, null));
    assertThat(stage.codes).hasSize(2);
    stage.pass(50);

    assertThat(ana.heard()).containsExactly("refused re 8 ALREADY_PLAYING");
    assertThat(stage.codes).containsExactly("PUBLIC-1");
  }

  @Test
  void aCodeDrawnForAChangeAfterTheEndOfTheMatchIsUsed() {
    beto.ask(new ClientMessage.Resign(4));
    ana.ask(new ClientMessage.Configure(8, null, null, null, Visibility.PRIVATE, null));
    stage.pass(50);

    assertThat(ana.heard()).last().asString().contains("\"re\":8");
    assertThat(stage.codes).containsExactly("PRIVATE-2");
  }

  @Test
  void rulesThatBreakAtATickEndTheRoomAndAnswerEveryone() {
    ana.ask(TickStage.turn(1, Heading.ON));
    beto.ask(TickStage.act(1, new Race.Fault(false)));
    TickGuest caro = new TickGuest(stage, "caro");
    caro.enter(true);
    stage.pass(50);

    assertThat(ana.heard()).containsExactly("refused seq 1 INTERNAL", "left CLOSED");
    assertThat(beto.heard()).containsExactly("refused seq 1 INTERNAL", "left CLOSED");
    assertThat(caro.heard()).containsExactly("refused re 9 INTERNAL");
    assertThat(ana.open + beto.open + caro.open).isZero();
    assertThat(stage.closed).isTrue();
    assertThat(stage.loop.scheduled()).isFalse();
  }

  @Test
  void theJournalHoldsOneEntryATickWithWhatTookEffect() {
    Disk disk = new Disk();
    TickStage kept = new TickStage(disk, TickStage.PLAIN).start();
    int before = disk.entries.size();
    kept.ana.ask(TickStage.turn(1, Heading.ON));
    kept.ana.ask(TickStage.act(2, new Race.Cheat(1)));
    kept.pass(100);

    assertThat(disk.entries).hasSize(before + 2);
    assertThat(disk.text(before + 1)).isEqualTo("{\"tick\":{\"at\":100,\"inputs\":[]}}");
    assertThat(disk.text(before)).startsWith("{\"tick\":{\"at\":50,\"inputs\":[{\"act\":{")
        .doesNotContain("cheat");
  }

  @Test
  void aRoomWhoseJournalFailsTicksOnFromWhatIsStored() {
    Disk disk = new Disk();
    TickStage kept = new TickStage(disk, TickStage.PLAIN).start();
    kept.ana.ask(TickStage.turn(1, Heading.ON));
    kept.pass(50);
    kept.ana.heard();
    disk.late = true;
    kept.pass(50);
    kept.ana.ask(TickStage.turn(2, Heading.BACK));
    kept.pass(50);
    kept.beto.ask(TickStage.turn(1, Heading.ON));
    assertThat(kept.ana.heard()).as("nothing is shown before it is stored").isEmpty();
    disk.late = false;
    disk.fail();
    kept.settle();

    assertThat(kept.ana.heard()).contains("refused seq 2 INTERNAL")
        .anyMatch(each -> each.startsWith("room 5"));
    assertThat(kept.beto.heard()).contains("refused seq 1 INTERNAL");
    kept.pass(50);
    assertThat(kept.ana.heard()).as("a journal that fails is left alone for a second").isEmpty();
    kept.pass(1_000);
    assertThat(kept.ana.heard()).last().asString().contains("\"at\":");
    assertThat(kept.ana.open + kept.beto.open).isZero();
  }
}
