package dev.cancha.server.room;

import static dev.cancha.server.room.Scene.changed;
import static dev.cancha.server.room.Scene.refused;
import static dev.cancha.server.room.Scene.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.Phase;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Outcome.Departure;
import org.junit.jupiter.api.Test;

/** Sitting down, standing up, leaving; who is host then; and when a room closes. */
class SeatsTest {
  @Test
  void oneWhoStandsUpWatchesAndFreesTheSeat() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));

    changed(scene.sit("Ana", null));

    assertThat(scene.doc().seats()).isEmpty();
    assertThat(scene.state.roster().spectators()).isEqualTo(1);
    assertThat(scene.host()).as("a spectator stays host").isEqualTo("Ana");
  }

  @Test
  void oneWhoChangesSeatIsNotReadyAnyMore() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.ready("Ana"));

    changed(scene.sit("Ana", 4));

    assertThat(scene.doc().seats()).containsOnlyKeys(4);
    assertThat(scene.seat(4).ready()).isNull();
  }

  @Test
  void sittingWhereOneSitsChangesNothing() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.ready("Ana"));
    changed(scene.watch("Beto"));

    unchanged(scene.sit("Ana", 0));
    unchanged(scene.sit("Beto", null));

    assertThat(scene.seat(0).ready()).isTrue();
  }

  @Test
  void aTakenSeatOrOneThatIsNotThereIsRefused() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.watch("Beto"));

    refused(scene.sit("Beto", 0), ErrorCode.SEAT_TAKEN);
    refused(scene.sit("Beto", 6), ErrorCode.BAD_MESSAGE);
    changed(scene.sit("Beto", 5));
    refused(scene.sit("Ana", 5), ErrorCode.SEAT_TAKEN);
  }

  @Test
  void nobodySitsDownOrStandsUpWhilePlaying() {
    Scene scene = Scene.of(new Dudo()).playing("Ana", "Beto");
    changed(scene.watch("Caro"));

    refused(scene.sit("Caro", 4), ErrorCode.ALREADY_PLAYING);
    refused(scene.sit("Ana", null), ErrorCode.ALREADY_PLAYING);
    refused(scene.sit("Ana", 99), ErrorCode.ALREADY_PLAYING);
  }

  @Test
  void theMatchStartsWhenTheOnlyOneWhoWasNotReadyStandsUp() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));
    changed(scene.enter("Caro"));
    changed(scene.ready("Beto"));
    changed(scene.ready("Caro"));

    changed(scene.sit("Ana", null));

    assertThat(scene.doc().phase()).isEqualTo(Phase.PLAYING);
    assertThat(scene.state.match().plan().seats()).containsExactly(1, 2);
  }

  // ------------------------------------------------------------------ leaving, and hosts

  @Test
  void theLongestPresentPlayerFollowsTheHost() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.watch("Beto"));
    changed(scene.enter("Caro", 5));
    changed(scene.enter("Dani", 1));

    changed(scene.leave("Ana"));
    assertThat(scene.host()).as("players come first, by how long they are here").isEqualTo("Caro");

    changed(scene.leave("Dani"));
    assertThat(scene.host()).as("another who leaves changes no host").isEqualTo("Caro");

    changed(scene.leave("Caro"));
    assertThat(scene.host()).as("then who watches").isEqualTo("Beto");
  }

  @Test
  void oneWhoLeavesAndReturnsIsTheLatest() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));
    changed(scene.enter("Caro"));
    changed(scene.leave("Beto"));
    changed(scene.enter("Beto"));

    changed(scene.leave("Ana"));

    assertThat(scene.host()).isEqualTo("Caro");
  }

  @Test
  void aKickedHostIsImpossibleButANewHostMayKickTheOldOne() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));
    changed(scene.leave("Ana"));
    changed(scene.enter("Ana"));

    refused(scene.kick("Ana", "Beto"), ErrorCode.NOT_HOST);
    changed(scene.kick("Beto", "Ana"));
  }

  @Test
  void leavingTellsWhoIsGoneAndFreesTheSeat() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));

    Changed left = changed(scene.leave("Ana"));

    assertThat(left.departures()).containsExactly(new Departure(Scene.session("Ana"), LeftReason.LEFT));
    assertThat(left.closed()).isFalse();
    assertThat(scene.doc().seats()).containsOnlyKeys(1);
  }

  @Test
  void aSpectatorWhoLeavesShowsNothingInTheDocument() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));
    changed(scene.watch("Beto"));
    long rev = scene.state.rev();

    Changed left = changed(scene.leave("Beto"));

    assertThat(left.state().rev()).isEqualTo(rev);
    assertThat(left.departures()).hasSize(1);
  }

  // ------------------------------------------------------------------ closing

  @Test
  void theRoomClosesWithTheLastPerson() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));
    changed(scene.watch("Beto"));
    assertThat(changed(scene.leave("Ana")).closed()).isFalse();

    assertThat(changed(scene.leave("Beto")).closed()).isTrue();
  }

  @Test
  void oneWithinGraceKeepsTheRoomOpen() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));
    changed(scene.lose("Beto"));

    assertThat(changed(scene.leave("Ana")).closed()).isFalse();
    assertThat(scene.host()).isEqualTo("Beto");

    Changed end = scene.atDeadline();

    assertThat(end.closed()).isTrue();
    assertThat(end.departures()).containsExactly(new Departure(Scene.session("Beto"), LeftReason.EXPIRED));
  }

  @Test
  void aPermanentRoomStaysAndTheNextToComeIsItsHost() {
    Scene scene = Scene.permanent(new ConnectFour());
    changed(scene.enter("Ana"));
    assertThat(changed(scene.leave("Ana")).closed()).isFalse();
    assertThat(scene.host()).isNull();

    changed(scene.watch("Beto"));
    changed(scene.enter("Caro"));

    assertThat(scene.host()).isEqualTo("Beto");
    assertThat(scene.seat(0).name()).isEqualTo("Caro");
  }

  @Test
  void aMatchThatItsLastPlayerLeavesEndsInAPermanentRoom() {
    Scene scene = Scene.permanent(new ConnectFour()).playing("Ana", "Beto");
    changed(scene.leave("Ana"));
    changed(scene.leave("Beto"));

    assertThat(scene.doc().phase()).isEqualTo(Phase.OVER);
    assertThat(scene.doc().seats()).isEmpty();
    changed(scene.enter("Caro"));
    assertThat(scene.host()).isEqualTo("Caro");
  }
}
