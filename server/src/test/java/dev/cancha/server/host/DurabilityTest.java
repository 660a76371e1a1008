package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.room.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing that shows state leaves before it is durable, and all leaves in the order in which it was decided. */
class DurabilityTest {
  private final Stage stage = new Stage(new Pool());

  @AfterEach
  void everyRequestIsAnsweredOnceAndEveryoneHasTheRoom() {
    stage.settled();
  }

  @Test
  void nobodyIsInARoomBeforeThatIsDurable() {
    stage.late();
    Guest ana = stage.guest("Ana").enter();

    assertThat(ana.heard()).isEmpty();
    assertThat(stage.places).isEmpty();
    assertThat(stage.lobby).containsExactly("reserve CODE1");
    assertThat(stage.host.row().entry().taken()).isZero();
    assertThat(stage.host.row().listed()).isFalse();

    stage.durable(1);

    assertThat(ana.heard()).containsExactly("entered: room 1 re 1, watching []");
    assertThat(stage.places).containsEntry("Ana", "here");
    assertThat(stage.lobby).containsExactly("reserve CODE1", "changed LOBBY 1");
    assertThat(stage.host.row().listed()).isTrue();
  }

  @Test
  void patchAndDoneWaitForTheDisk() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    stage.late();

    ana.ask(new ClientMessage.Ready(7, true));
    assertThat(ana.heard()).isEmpty();
    assertThat(beto.heard()).isEmpty();

    stage.durable(1);
    assertThat(ana.heard()).containsExactly("patch 3", "done 7 rev 3");
    assertThat(beto.heard()).containsExactly("patch 3");
  }

  @Test
  void allThatABatchMadeDurableTogetherLeavesRevisionByRevision() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    stage.late();
    ana.ask(new ClientMessage.Ready(1, true));
    beto.ask(new ClientMessage.Ready(2, true));
    ana.act(1, "{\"take\":1}");
    ana.act(2, "{\"take\":1}");
    assertThat(stage.journal.waiting()).isEqualTo(4);

    stage.durable(4);

    assertThat(ana.heard()).containsExactly("patch 3", "done 1 rev 3", "patch 4", "patch 5 answers",
        "patch 6 answers");
    assertThat(beto.heard()).containsExactly("patch 3", "patch 4", "done 2 rev 4", "patch 5", "patch 6");
  }

  @Test
  void aPartOfWhatWaitsLeavesWhenThatPartIsDurable() {
    Guest ana = stage.enters("Ana");
    stage.late();
    ana.ask(new ClientMessage.Ready(1, true));
    ana.ask(new ClientMessage.Ready(2, false));
    ana.ask(new ClientMessage.Sit(3, 2));

    stage.durable(1);
    assertThat(ana.heard()).containsExactly("patch 2", "done 1 rev 2");
    stage.durable(2);
    assertThat(ana.heard()).containsExactly("patch 3", "done 2 rev 3", "room 4 re 3, watching []");
  }

  @Test
  void refusalsAndChatAndSyncWaitBehindWhatWaits() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    stage.late();
    ana.ask(new ClientMessage.Start(1));
    ana.ask(new ClientMessage.Start(2));
    beto.ask(new ClientMessage.Ready(3, true));
    beto.say(4, "vamos");
    ana.act(1, "{\"take\":9}");
    beto.ask(new ClientMessage.Sync(5));
    assertThat(ana.heard()).isEmpty();
    assertThat(beto.heard()).isEmpty();

    stage.durable(1);

    assertThat(ana.heard()).containsExactly("patch 3", "done 1 rev 3", "refused 2 ALREADY_PLAYING",
        "chat 1 Beto: vamos", "refused act 1 ILLEGAL_ACTION");
    assertThat(beto.heard()).containsExactly("patch 3", "refused 3 ALREADY_PLAYING", "chat 1 Beto: vamos",
        "done 4 rev 3", "room 3 re 5 chat [vamos], watching []");
  }

  @Test
  void aDuplicateWaitsForTheActThatItRepeats() {
    Guest ana = stage.enters("Ana");
    stage.enters("Beto");
    ana.ask(new ClientMessage.Start(1));
    stage.quiet();
    stage.late();

    ana.act(1, "{\"take\":1}").act(1, "{\"take\":1}");
    assertThat(ana.heard()).isEmpty();

    stage.durable(1);
    assertThat(ana.heard()).containsExactly("patch 4 answers", "duplicate");
  }

  @Test
  void aDoneOfWhatWasSoAlreadyWaitsToo() {
    Guest ana = stage.enters("Ana");
    stage.late();

    ana.ask(new ClientMessage.Ready(1, true), new ClientMessage.Ready(2, true));
    assertThat(stage.journal.waiting()).isEqualTo(1);
    assertThat(ana.heard()).isEmpty();

    stage.durable(1);
    assertThat(ana.heard()).containsExactly("patch 2", "done 1 rev 2", "done 2 rev 2");
  }

  @Test
  void leftAndTheEndOfTheRoomWait() {
    Guest ana = stage.enters("Ana");
    stage.late();
    ana.ask(new ClientMessage.Leave(1));
    Guest beto = stage.guest("Beto").enter();

    assertThat(ana.heard()).isEmpty();
    assertThat(beto.heard()).as("that the room closes shows state, too").isEmpty();
    assertThat(stage.places).containsEntry("Ana", "here");
    assertThat(stage.journal.closed).isFalse();

    stage.durable(1);

    assertThat(ana.heard()).containsExactly("left LEFT re 1");
    assertThat(beto.heard()).containsExactly("refused 1 NO_SUCH_ROOM");
    assertThat(stage.places).containsEntry("Ana", "LEFT");
    assertThat(stage.lobby).endsWith("changed LOBBY 0", "release CODE1", "closed");
    assertThat(stage.journal.closed).isTrue();
  }

  @Test
  void oneWhoIsKickedHearsNothingMoreOfTheRoomAfterLeft() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    stage.late();
    beto.ask(new ClientMessage.Ready(1, true));
    ana.ask(new ClientMessage.Kick(2, 1, null));
    beto.say(3, "why?");
    ana.ask(new ClientMessage.Ready(4, true));
    assertThat(beto.heard()).isEmpty();

    stage.durable(3);

    assertThat(beto.heard()).containsExactly("patch 3", "done 1 rev 3", "left KICKED",
        "refused 3 NOT_IN_ROOM");
    assertThat(ana.heard()).containsExactly("patch 3", "patch 4", "done 2 rev 4", "patch 5", "done 4 rev 5");
  }

  @Test
  void oneWhoComesBackAfterAKickThatIsNotDurableIsNotToldOfItBefore() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    stage.late();
    ana.ask(new ClientMessage.Kick(2, 1, null));

    Guest again = stage.guest("Beto").attach(beto);
    assertThat(again.heard()).isEmpty();

    stage.durable(1);
    assertThat(again.heard()).containsExactly("not here");
    again.doc = null;
    assertThat(beto.heard()).containsExactly("left KICKED");
  }

  @Test
  void theOldCodeLeadsToTheRoomUntilTheNewOneIsDurable() {
    Guest ana = stage.enters("Ana");
    stage.lobby.clear();
    stage.late();

    ana.ask(new ClientMessage.Configure(1, null, null, null, Visibility.PRIVATE, null));
    assertThat(stage.lobby).containsExactly("reserve CODE2");
    assertThat(stage.host.row().entry().code()).isEqualTo("CODE1");

    stage.durable(1);
    assertThat(stage.lobby).containsExactly("reserve CODE2", "release CODE1", "changed LOBBY 1");
    assertThat(stage.host.row().entry().code()).isEqualTo("CODE2");
    assertThat(stage.host.row().listed()).isFalse();

    ana.ask(new ClientMessage.Configure(2, null, null, 1, Visibility.PUBLIC, null));
    assertThat(stage.lobby).as("a code that is not needed after all leads nowhere")
        .endsWith("reserve CODE3", "release CODE3");
  }

  @Test
  void aJournalThatTellsFromAnotherThreadAndOutOfOrderReleasesInOrder() throws InterruptedException {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    stage.late();
    ana.ask(new ClientMessage.Ready(1, true));
    beto.ask(new ClientMessage.Ready(2, true));
    ana.ask(new ClientMessage.Start(3));

    stage.journal.durableByAnotherThread(2);
    assertThat(ana.heard()).as("nothing is shown on a strange thread").isEmpty();
    stage.loops.run();

    assertThat(ana.heard()).containsExactly("patch 3", "done 1 rev 3", "patch 4",
        "refused 3 ALREADY_PLAYING");
    assertThat(beto.heard()).containsExactly("patch 3", "patch 4", "done 2 rev 4");
  }

  @Test
  void oneWhoseConnectionIsLostWhileItComesInIsIn() {
    stage.late();
    Guest ana = stage.guest("Ana").enter();
    ana.lose();
    stage.durable(1);
    assertThat(ana.heard()).containsExactly("entered: room 1 re 1, watching []");

    ana.lose();
    stage.durable(1);

    assertThat(stage.journal.durable.shown().document().seats().get(0).connected()).isFalse();
    Guest again = stage.guest("Ana").attach(ana);
    stage.durable(1);
    assertThat(again.heard()).containsExactly("resumed CODE1 [patch 2, patch 3]");
  }

  @Test
  void whatTheJournalKeepsIsWhatTheRoomWasGiven() {
    Guest ana = stage.enters("Ana");
    stage.enters("Beto");
    ana.ask(new ClientMessage.Start(1));
    ana.act(1, "{\"take\":3}");

    assertThat(stage.journal.inputs).hasSize(4);
    assertThat(stage.journal.patches.getLast()).startsWith("{").contains("\"left\":7");
  }
}
