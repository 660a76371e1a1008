package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.room.Pool;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Coming back on another connection: with what was missed, or with the whole room; and being taken over. */
class ResumeTest {
  private Stage stage = new Stage(new Pool());

  @AfterEach
  void everyRequestIsAnsweredOnceAndEveryoneHasTheRoom() {
    stage.settled();
  }

  private Guest lost(String name) {
    Guest guest = stage.enters(name);
    guest.lose();
    return guest;
  }

  /** {@code count} revisions more. */
  private void revisions(Guest by, int count) {
    for (int i = 0; i < count; i++) {
      by.ask(new ClientMessage.Ready(1, i % 2 == 0));
    }
    stage.quiet();
  }

  private static List<String> patches(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(rev -> "patch " + rev).toList();
  }

  @Test
  void oneWhoComesBackGetsThePatchesThatItMissedAndTheChat() {
    Guest ana = stage.enters("Ana");
    Guest beto = lost("Beto");
    ana.ask(new ClientMessage.Ready(1, true));
    ana.say(2, "where are you?");
    stage.quiet();

    Guest again = stage.guest("Beto").attach(beto);

    assertThat(again.heard())
        .containsExactly("resumed CODE1 [patch 3, patch 4, patch 5, chat 1 Ana: where are you?]");
    assertThat(ana.heard()).containsExactly("patch 5");
  }

  @Test
  void chatThatMayHaveBeenReadComesAgainWithItsNumber() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    ana.say(2, "before");
    beto.lose();

    Guest again = stage.guest("Beto").attach(beto);

    assertThat(again.heard()).containsExactly("resumed CODE1 [patch 3, patch 4, chat 1 Ana: before]");
  }

  @Test
  void patchesThatWereMissedAreThoseOfTheOwnSeat() {
    stage = new Stage(new Dudo());
    Guest ana = stage.enters("Ana");
    Guest beto = lost("Beto");
    ana.ask(new ClientMessage.Start(1));
    stage.quiet();

    Guest again = stage.guest("Beto").attach(beto);

    assertThat(again.heard()).containsExactly("resumed CODE1 [patch 3, patch 4, patch 5]");
    assertThat(again.doc.node().at("/me/dice").size()).isEqualTo(5);
    assertThat(again.doc.node().at("/me")).isNotEqualTo(ana.doc.node().at("/me"));
  }

  @Test
  void sixtyFourRevisionsAreKeptAndOneMoreIsTheWholeRoom() {
    Guest ana = stage.enters("Ana");
    Guest beto = lost("Beto");
    revisions(ana, 62);
    // it knows 2; 3 is its loss, 62 follow, and its return is 66
    Guest again = stage.guest("Beto").attach(beto);
    assertThat(again.heard()).containsExactly("resumed CODE1 " + patches(3, 66));
    again.lose();

    revisions(ana, 63);
    Guest third = stage.guest("Beto").attach(again);
    assertThat(third.heard()).containsExactly("resumed CODE1 [room 131, watching []]");
  }

  @Test
  void fewerRevisionsAreKeptWhereTheyAreMoreThan16KiB() {
    Guest ana = stage.enters("Ana");
    Guest beto = lost("Beto");
    // a name of this length makes each patch of a newcomer's seat larger than 500 bytes
    String name = "x".repeat(250);
    for (int i = 0; i < 20; i++) {
      Guest guest = stage.guest(name).enter();
      guest.ask(new ClientMessage.Leave(1));
    }
    stage.quiet();
    Guest again = stage.guest("Beto").attach(beto);
    assertThat(again.heard()).as("41 revisions, 20 of them large")
        .containsExactly("resumed CODE1 " + patches(3, 44));
    again.lose();

    for (int i = 0; i < 31; i++) {
      Guest guest = stage.guest(name + name).enter();
      guest.ask(new ClientMessage.Leave(1));
    }
    stage.quiet();
    Guest third = stage.guest("Beto").attach(again);
    assertThat(third.heard()).as("64 revisions, 31 of them of more than 1,000 bytes")
        .containsExactly("resumed CODE1 [room 108, watching []]");
    assertThat(ana.rev).isEqualTo(108);
  }

  @Test
  void aClientThatKnowsNothingOrAnotherRoomOrTooMuchGetsTheWholeRoom() {
    stage.enters("Ana");
    Guest beto = lost("Beto");

    Guest nothing = stage.guest("Beto").attach();
    assertThat(nothing.heard()).containsExactly("resumed CODE1 [room 4, watching []]");
    nothing.lose();
    Guest elsewhere = stage.guest("Beto").attach(beto, "CODE9", 2);
    assertThat(elsewhere.heard()).containsExactly("resumed CODE1 [room 6, watching []]");
    elsewhere.lose();
    Guest future = stage.guest("Beto").attach(beto, "CODE1", 1_000);
    assertThat(future.heard()).containsExactly("resumed CODE1 [room 8, watching []]");
  }

  @Test
  void theCodesCaseIsIgnored() {
    Guest ana = stage.enters("Ana");
    ana.lose();

    Guest again = stage.guest("Ana").attach(ana, "code1", 1);

    assertThat(again.heard()).containsExactly("resumed CODE1 [patch 2, patch 3]");
  }

  @Test
  void aRoomThatChangedItsCodeIsGivenWhole() {
    Guest ana = stage.enters("Ana");
    Guest beto = lost("Beto");
    ana.ask(new ClientMessage.Configure(1, null, null, null, Visibility.PRIVATE, null));
    stage.quiet();

    Guest again = stage.guest("Beto").attach(beto);

    assertThat(again.heard()).containsExactly("resumed CODE2 [room 5, watching []]");
  }

  @Test
  void oneWhoseSeatChangedSinceGetsTheWholeRoom() {
    Guest ana = stage.enters("Ana");
    long before = ana.rev;
    ana.ask(new ClientMessage.Sit(1, 3));
    ana.lose();

    Guest again = stage.guest("Ana").attach(ana, Stage.CODE, before);

    assertThat(again.heard()).containsExactly("resumed CODE1 [room 4, watching []]");
    again.lose();
    Guest third = stage.guest("Ana").attach(again);
    assertThat(third.heard()).as("from then on patches are enough")
        .containsExactly("resumed CODE1 [patch 5, patch 6]");
  }

  @Test
  void whoWatchesIsToldAgainWhereThatChangedMeanwhile() {
    stage.enters("Ana");
    Guest beto = lost("Beto");
    stage.watches("Caro");

    Guest again = stage.guest("Beto").attach(beto);

    assertThat(again.heard()).containsExactly("resumed CODE1 [patch 3, patch 4, watching [Caro]]");
  }

  @Test
  void oneWhoseGraceIsOverIsNotHere() {
    stage.enters("Ana");
    Guest beto = lost("Beto");
    stage.after(120_000);
    assertThat(stage.places).containsEntry("Beto", "EXPIRED");

    Guest again = stage.guest("Beto").attach(beto);

    assertThat(again.heard()).containsExactly("not here");
    again.doc = null;
  }

  @Test
  void aConnectionThatComesBackIsShownNothingBeforeItsAnswer() {
    Guest ana = stage.enters("Ana");
    Guest beto = lost("Beto");
    stage.late();
    ana.ask(new ClientMessage.Ready(1, true));
    Guest again = stage.guest("Beto").attach(beto);
    ana.ask(new ClientMessage.Ready(2, false));
    ana.say(3, "back?");

    stage.durable(1);
    assertThat(again.heard()).isEmpty();
    stage.durable(1);
    assertThat(again.heard()).containsExactly("resumed CODE1 [patch 3, patch 4, patch 5]");
    stage.durable(1);
    assertThat(again.heard()).containsExactly("patch 6", "chat 1 Ana: back?");
  }

  // ------------------------------------------------------------------ taken over

  @Test
  void theOlderConnectionIsNotHeardAnyMoreNorShownAnything() {
    Guest old = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    Guest now = stage.guest("Ana").attach(old);
    assertThat(now.heard()).containsExactly("resumed CODE1 []");
    assertThat(beto.heard()).as("nobody sees that").isEmpty();

    old.gone = true;
    old.ask(new ClientMessage.Ready(1, true));
    old.act(1, "{}");
    old.say(2, "hola");
    old.ask(new ClientMessage.Sync(3));
    old.ask(new ClientMessage.Leave(4));

    assertThat(old.heard()).containsExactly("settled", "settled", "settled", "settled", "settled");
    assertThat(stage.journal.inputs).hasSize(2);
    beto.ask(new ClientMessage.Ready(1, true));
    assertThat(now.heard()).containsExactly("patch 3");
    assertThat(old.heard()).isEmpty();
  }

  @Test
  void theLossOfTheOlderConnectionIsNoLossOfTheSession() {
    Guest old = stage.enters("Ana");
    stage.guest("Ana").attach(old);

    old.lose();

    assertThat(stage.journal.durable.shown().document().seats().get(0).connected()).isTrue();
  }

  @Test
  void aWholeRoomThatTheOlderConnectionStillWaitsForIsNotSentToIt() {
    Guest old = stage.enters("Ana");
    stage.guest("Ana").attach(old);
    old.gone = true;

    stage.loops.as(stage.loop, () -> stage.host.resync(old.identity.session(), old));

    assertThat(old.heard()).isEmpty();
  }

  @Test
  void whatTheOlderConnectionAskedBeforeIsAnsweredToIt() {
    Guest old = stage.enters("Ana");
    stage.late();
    old.ask(new ClientMessage.Ready(1, true));
    old.ask(new ClientMessage.Sit(2, 3));
    Guest now = stage.guest("Ana").attach(old);
    old.gone = true;

    stage.durable(2);

    assertThat(old.heard()).as("every request under way has an end")
        .containsExactly("done 1 rev 2", "settled");
    assertThat(now.heard()).as("its seat has changed").containsExactly("resumed CODE1 [room 3, watching []]");
  }
}
