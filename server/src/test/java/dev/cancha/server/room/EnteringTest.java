package dev.cancha.server.room;

import static dev.cancha.server.room.Scene.changed;
import static dev.cancha.server.room.Scene.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.Phase;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Outcome.Departure;
import org.junit.jupiter.api.Test;

/** Coming into a room, and being sent out of it. */
class EnteringTest {
  @Test
  void anOpenRoomShowsWhatItWasOpenedWith() {
    Scene scene = Scene.of(new Dudo());

    assertThat(scene.state.rev()).isZero();
    assertThat(scene.doc().code()).isEqualTo("KX3F");
    assertThat(scene.doc().game()).isEqualTo("dudo");
    assertThat(scene.doc().size()).isEqualTo(6);
    assertThat(scene.doc().phase()).isEqualTo(Phase.LOBBY);
    assertThat(scene.doc().seats()).isEmpty();
    assertThat(scene.doc().host()).isNull();
    assertThat(scene.doc().match()).isNull();
    assertThat(scene.doc().locked()).isFalse();
    assertThat(scene.room.deadline(scene.state)).isEmpty();
  }

  @Test
  void theFirstToComeIsHostAndTakesTheFirstSeat() {
    Scene scene = Scene.of(new ConnectFour());

    changed(scene.enter("Ana"));

    assertThat(scene.state.rev()).isEqualTo(1);
    assertThat(scene.host()).isEqualTo("Ana");
    assertThat(scene.seat(0)).isEqualTo(new RoomDocument.SeatEntry("p-Ana", "Ana", null, true, null));
  }

  @Test
  void anyFreeSeatIsTheLowestOne() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana", 1));
    changed(scene.enter("Beto"));
    changed(scene.enter("Caro"));

    assertThat(scene.seat(0).name()).isEqualTo("Beto");
    assertThat(scene.seat(2).name()).isEqualTo("Caro");
  }

  @Test
  void aTakenSeatIsRefusedAndSoIsOneThatIsNotThere() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana", 3));

    refused(scene.enter("Beto", 3), ErrorCode.SEAT_TAKEN);
    refused(scene.enter("Beto", 6), ErrorCode.BAD_MESSAGE);
    changed(scene.enter("Beto", 5));
  }

  @Test
  void aFullRoomIsFullAlsoWhilePlaying() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));
    refused(scene.enter("Caro"), ErrorCode.ROOM_FULL);
    refused(scene.enter("Caro", 0), ErrorCode.ROOM_FULL);

    changed(scene.start("Ana"));

    refused(scene.enter("Caro"), ErrorCode.ROOM_FULL);
  }

  @Test
  void noFreeSeatIsTakenWhilePlayingButWatchingIsAllowed() {
    Scene scene = Scene.of(new Dudo()).playing("Ana", "Beto");

    refused(scene.enter("Caro"), ErrorCode.ALREADY_PLAYING);
    long rev = scene.state.rev();
    changed(scene.watch("Caro"));

    assertThat(scene.state.rev()).as("watching shows nothing in the document").isEqualTo(rev);
    assertThat(scene.state.roster().spectators()).isEqualTo(1);
  }

  @Test
  void noMoreWatchThanTheOperatorAllows() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));
    changed(scene.watch("Beto"));
    changed(scene.watch("Caro"));
    changed(scene.watch("Dani"));

    refused(scene.watch("Eva"), ErrorCode.ROOM_FULL);
    refused(scene.sit("Ana", null), ErrorCode.ROOM_FULL);
    changed(scene.leave("Caro"));
    changed(scene.watch("Eva"));
  }

  @Test
  void aMatchThatIsOverLetsNewPlayersIn() {
    Scene scene = Scene.of(new Dudo()).playing("Ana", "Beto");
    changed(scene.resign("Beto"));

    changed(scene.enter("Caro"));

    assertThat(scene.seat(2).name()).isEqualTo("Caro");
  }

  @Test
  void whoIsKickedCannotReturn() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));

    Changed kick = changed(scene.kick("Ana", 1));

    assertThat(kick.departures()).containsExactly(new Departure(Scene.session("Beto"), LeftReason.KICKED));
    assertThat(scene.doc().seats()).containsOnlyKeys(0);
    refused(scene.enter("Beto"), ErrorCode.KICKED);
    refused(scene.watch("Beto"), ErrorCode.KICKED);
    changed(scene.enter("Caro"));
  }

  @Test
  void aSpectatorIsKickedByItsId() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));
    changed(scene.watch("Beto"));

    changed(scene.kick("Ana", "Beto"));

    assertThat(scene.state.roster().people()).containsOnlyKeys(Scene.session("Ana"));
    refused(scene.watch("Beto"), ErrorCode.KICKED);
  }

  @Test
  void onlyTheHostKicksAndNeitherNobodyNorThemselves() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));

    refused(scene.kick("Beto", 0), ErrorCode.NOT_HOST);
    refused(scene.kick("Ana", 0), ErrorCode.BAD_MESSAGE);
    refused(scene.kick("Ana", "Ana"), ErrorCode.BAD_MESSAGE);
    refused(scene.kick("Ana", 4), ErrorCode.BAD_MESSAGE);
    refused(scene.kick("Ana", 63), ErrorCode.BAD_MESSAGE);
    refused(scene.kick("Ana", "Nobody"), ErrorCode.BAD_MESSAGE);
  }

  @Test
  void oneKickedInTheMiddleOfAMatchGivesItUp() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");

    changed(scene.kick("Ana", 1));

    assertThat(scene.doc().phase()).isEqualTo(Phase.OVER);
    assertThat(scene.doc().result().ranks()).containsEntry(0, 1).containsEntry(1, 2);
    assertThat(scene.doc().result().reason()).isEqualTo("resigned");
    assertThat(scene.doc().seats()).containsOnlyKeys(0);
  }

  @Test
  void theMatchStartsWhenTheOnlyOneWhoWasNotReadyIsKicked() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));
    changed(scene.enter("Caro"));
    changed(scene.ready("Ana"));
    changed(scene.ready("Caro"));

    changed(scene.kick("Ana", 1));

    assertThat(scene.doc().phase()).isEqualTo(Phase.PLAYING);
    assertThat(scene.state.match().plan().seats()).containsExactly(0, 2);
  }
}
