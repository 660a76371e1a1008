package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.connectfour.Options;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.server.room.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a room answers to whom, with a journal that is done at once. */
class RequestsTest {
  private Stage stage = new Stage(new Pool());

  @AfterEach
  void everyRequestIsAnsweredOnceAndEveryoneHasTheRoom() {
    stage.settled();
  }

  @Test
  void oneWhoComesInGetsTheWholeRoomAndTheOthersAPatch() {
    Guest ana = stage.guest("Ana").enter();
    assertThat(ana.heard()).containsExactly("entered: room 1 re 1, watching []");

    Guest beto = stage.guest("Beto").enter();

    assertThat(beto.heard()).containsExactly("entered: room 2 re 1, watching []");
    assertThat(ana.heard()).containsExactly("patch 2");
    assertThat(beto.you.seat()).isEqualTo(1);
    assertThat(beto.you.seq()).isZero();
    assertThat(stage.places).containsEntry("Ana", "here").containsEntry("Beto", "here");
  }

  @Test
  void doneComesAfterThePatchThatItConfirms() {
    Guest ana = stage.enters("Ana");

    ana.ask(new ClientMessage.Ready(7, null));

    assertThat(ana.heard()).containsExactly("patch 2", "done 7 rev 2");
  }

  @Test
  void whatWasSoAlreadyIsDoneWithoutAPatch() {
    Guest ana = stage.enters("Ana");
    ana.ask(new ClientMessage.Ready(7, true));
    ana.heard();

    ana.ask(new ClientMessage.Ready(8, true));

    assertThat(ana.heard()).containsExactly("done 8 rev 2");
    assertThat(stage.journal.inputs).hasSize(2);
  }

  @Test
  void aRefusalGoesToTheOneWhoAskedAndChangesNothing() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");

    beto.ask(new ClientMessage.Start(9));

    assertThat(beto.heard()).containsExactly("refused 9 NOT_HOST");
    assertThat(ana.heard()).isEmpty();
    assertThat(stage.journal.inputs).hasSize(2);
  }

  @Test
  void anActIsAnsweredByThePatchThatAcknowledgesIt() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    ana.ask(new ClientMessage.Start(1));
    stage.quiet();

    ana.act(4, "{\"take\":2}");

    assertThat(ana.heard()).containsExactly("patch 4 answers");
    assertThat(ana.patch.acks()).containsEntry(0, 4L).hasSize(1);
    assertThat(ana.patch.events()).containsExactly(Json.ofChecked("{\"type\":\"took\",\"seat\":0}"));
    assertThat(beto.heard()).containsExactly("patch 4");

    ana.act(5, "{\"take\":9}");
    assertThat(ana.heard()).containsExactly("refused act 5 ILLEGAL_ACTION");
  }

  @Test
  void anActSentTwiceIsAnsweredToItsSenderAlone() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    ana.ask(new ClientMessage.Start(1));
    ana.act(1, "{\"take\":1}");
    stage.quiet();

    ana.act(1, "{\"take\":1}");

    assertThat(ana.heard()).containsExactly("duplicate");
    assertThat(beto.heard()).isEmpty();
    stage.loops.as(stage.loop, () -> stage.host.resync(ana.identity.session(), ana));
    assertThat(ana.heard()).containsExactly("room 4, watching []");
    assertThat(ana.you.seq()).isEqualTo(1);
  }

  @Test
  void oneWhoSitsDownGetsTheWholeRoomInsteadOfThePatch() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.watches("Beto");

    beto.ask(new ClientMessage.Sit(3, 2));

    assertThat(beto.heard()).startsWith("room 2 re 3, watching []");
    assertThat(beto.you.seat()).isEqualTo(2);
    assertThat(ana.heard()).startsWith("patch 2");

    beto.ask(new ClientMessage.Sit(4, 2));
    assertThat(beto.heard()).contains("room 2 re 4, watching []");
  }

  @Test
  void onesOwnPartComesInOnesOwnPatchAndStaysOutOfAllOthers() {
    stage = new Stage(new Dudo());
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    Guest caro = stage.watches("Caro");

    ana.ask(new ClientMessage.Start(1));

    assertThat(ana.doc.node().at("/me/dice").size()).isEqualTo(5);
    assertThat(beto.doc.node().at("/me/dice").size()).isEqualTo(5);
    assertThat(caro.doc.node().has("me")).isFalse();
    assertThat(caro.patch.patch().toString()).doesNotContain("\"me\"");
    assertThat(stage.journal.patches.getLast()).as("what is journaled is public").doesNotContain("\"me\"");
    assertThat(ana.doc).isNotEqualTo(beto.doc);
  }

  @Test
  void oneWhoLeavesIsToldSoAndNothingMore() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");

    beto.ask(new ClientMessage.Leave(5));
    ana.ask(new ClientMessage.Ready(1, true));

    assertThat(beto.heard()).containsExactly("left LEFT re 5");
    assertThat(stage.places).containsEntry("Beto", "LEFT");
    beto.ask(new ClientMessage.Sync(6));
    assertThat(beto.heard()).containsExactly("refused 6 NOT_IN_ROOM");
  }

  @Test
  void oneWhoIsKickedIsToldSoAndTheHostIsAnswered() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");

    ana.ask(new ClientMessage.Kick(5, 1, null));

    assertThat(ana.heard()).containsExactly("patch 3", "done 5 rev 3");
    assertThat(beto.heard()).containsExactly("left KICKED");
    assertThat(stage.places).containsEntry("Beto", "KICKED");
    beto.enter();
    assertThat(beto.heard()).containsExactly("refused 1 KICKED");
  }

  @Test
  void chatGoesToAllAndIsShownToThoseWhoComeLater() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.watches("Beto");

    beto.say(8, "hola");

    assertThat(ana.heard()).containsExactly("chat 1 Beto: hola");
    assertThat(beto.heard()).containsExactly("chat 1 Beto: hola", "done 8 rev 1");
    Guest caro = stage.guest("Caro").enter();
    assertThat(caro.heard()).first()
        .asString()
        .isEqualTo("entered: room 2 re 1 chat [hola], watching [Beto]");
    assertThat(stage.journal.inputs).as("chat is not journaled").hasSize(3);
  }

  @Test
  void syncIsAnsweredByTheWholeRoomWithTheMatchTimeOfThatMoment() {
    Guest ana = stage.enters("Ana");
    stage.enters("Beto");
    ana.ask(new ClientMessage.Start(1));
    stage.quiet();
    stage.after(1_234);

    ana.ask(new ClientMessage.Sync(2));

    assertThat(ana.heard()).containsExactly("room 3 re 2, watching []");
    assertThat(ana.now).isEqualTo(1_234);
  }

  @Test
  void aStrangersConnectionIsInNoRoom() {
    stage.enters("Ana");
    Guest beto = stage.guest("Beto");

    beto.ask(new ClientMessage.Sync(2));
    beto.act(1, "{}");
    beto.say(3, "hola");

    assertThat(beto.heard()).containsExactly("refused 2 NOT_IN_ROOM", "refused act 1 NOT_IN_ROOM",
        "refused 3 NOT_IN_ROOM");
  }

  @Test
  void theOtherRequestsReachTheRoom() {
    stage = new Stage(new ConnectFour());
    Guest ana = stage.enters("Ana");
    stage.enters("Beto");
    ana.ask(new ClientMessage.Rematch(1));
    ana.ask(new ClientMessage.Bot(2, 1, "nobody", null));
    ana.ask(new ClientMessage.Start(3));
    ana.ask(new ClientMessage.Resign(4));
    ana.ask(new ClientMessage.Rematch(5));

    assertThat(ana.heard()).containsExactly("refused 1 NOT_PLAYING", "refused 2 NO_SUCH_BOT", "patch 3",
        "done 3 rev 3", "patch 4", "done 4 rev 4", "patch 5", "done 5 rev 5");
  }

  @Test
  void whatASessionAnswersItselfIsNeverAskedOfARoom() {
    Guest ana = stage.enters("Ana");

    assertThatThrownBy(() -> ana.ask(new ClientMessage.Ping(1, null)))
        .isInstanceOf(IllegalArgumentException.class);
    ana.open = 0;
  }

  // ------------------------------------------------------------------ coming in

  @Test
  void aFullRoomRefusesAndQuickLooksElsewhere() {
    stage = new Stage(new ConnectFour());
    stage.enters("Ana");
    stage.enters("Beto");
    Guest caro = stage.guest("Caro");

    caro.enter();
    caro.enter(new Entry(2, null, false, null, new Options(), false));

    assertThat(caro.heard()).containsExactly("refused 1 ROOM_FULL", "refused 2 ROOM_FULL");
    caro.watch();
    assertThat(caro.heard()).first().asString().startsWith("entered: room 2");
  }

  @Test
  void quickTakesOnlyARoomThatStillFits() {
    stage.enters("Ana");
    Guest beto = stage.guest("Beto");

    beto.enter(new Entry(2, null, false, null, new Pool.Options(11, false), false));
    assertThat(beto.heard()).containsExactly("refused 2 ROOM_FULL");

    beto.enter(new Entry(3, null, false, null, new Pool.Options(10, false), false));
    assertThat(beto.heard()).containsExactly("entered: room 2 re 3, watching []");
  }

  @Test
  void oneWhoIsInAnotherRoomIsRefused() {
    stage.enters("Ana");
    Guest beto = stage.guest("Beto");

    beto.enter(new Entry(2, null, false, null, null, true));

    assertThat(beto.heard()).containsExactly("refused 2 ALREADY_IN_ROOM");
  }

  @Test
  void aCreatorWhoIsGoneBeforeItIsInLeavesNoRoomBehind() {
    Guest ana = stage.guest("Ana");
    ana.gone = true;

    ana.enter();

    assertThat(ana.heard()).containsExactly("settled");
    assertThat(stage.lobby).containsExactly("reserve CODE1", "release CODE1", "closed");
    assertThat(stage.journal.closed).isTrue();
    Guest beto = stage.guest("Beto").enter();
    assertThat(beto.heard()).containsExactly("refused 1 NO_SUCH_ROOM");
  }

  @Test
  void oneWhoIsGoneBeforeItIsInLeavesTheRoomAlone() {
    stage.enters("Ana");
    Guest beto = stage.guest("Beto");
    beto.gone = true;

    beto.enter();

    assertThat(beto.heard()).containsExactly("settled");
    assertThat(stage.journal.inputs).hasSize(1);
    assertThat(stage.journal.closed).isFalse();
  }

  @Test
  void theLobbyHearsOfWhatItListsAndOfTheEnd() {
    Guest ana = stage.enters("Ana");
    ana.ask(new ClientMessage.Ready(1, true));
    ana.say(2, "hola");
    ana.ask(new ClientMessage.Leave(3));

    assertThat(stage.lobby).containsExactly("reserve CODE1", "changed LOBBY 1", "changed LOBBY 0",
        "release CODE1",
        "closed");
    assertThat(stage.journal.closed).isTrue();
  }
}
