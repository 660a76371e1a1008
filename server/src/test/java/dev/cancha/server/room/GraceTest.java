package dev.cancha.server.room;

import static dev.cancha.server.room.Scene.changed;
import static dev.cancha.server.room.Scene.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.OnAbsent;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.Settings;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.Outcome.Departure;
import org.junit.jupiter.api.Test;

/** How long a place is held for one whose connection is lost, and what happens then. */
class GraceTest {
  private static Settings grace(OnAbsent onAbsent, Integer seconds) {
    return new Settings(null, null, null, onAbsent, seconds);
  }

  private static void expired(Changed outcome, String name) {
    assertThat(outcome.departures()).contains(new Departure(Scene.session(name), LeftReason.EXPIRED));
  }

  @Test
  void oneWhoIsLostIsShownSoAndIsBackWithNothingLost() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));
    changed(scene.ready("Ana"));

    changed(scene.after(1_000).lose("Ana"));
    assertThat(scene.seat(0).connected()).isFalse();
    assertThat(scene.deadline()).isEqualTo(121_000);

    changed(scene.after(119_999).back("Ana"));
    assertThat(scene.seat(0).connected()).isTrue();
    assertThat(scene.seat(0).ready()).isTrue();
    assertThat(scene.room.deadline(scene.state)).isEmpty();
    unchanged(scene.back("Ana"));
  }

  @Test
  void inTheLobbyAPlaceIsHeldFor120Seconds() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));
    changed(scene.after(1_000).lose("Ana"));

    unchanged(scene.after(119_999).elapsed());
    Changed over = scene.atDeadline();

    assertThat(scene.at).isEqualTo(121_000);
    expired(over, "Ana");
    assertThat(scene.doc().seats()).containsOnlyKeys(1);
    assertThat(scene.host()).isEqualTo("Beto");
  }

  @Test
  void aSpectatorsPlaceIsHeldAsWell() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    changed(scene.watch("Caro"));
    long rev = scene.state.rev();
    changed(scene.lose("Caro"));
    assertThat(scene.state.rev()).as("the document does not tell who watches").isEqualTo(rev);
    assertThat(scene.deadline()).as("the grace of a match").isEqualTo(600_000);

    expired(scene.atDeadline(), "Caro");

    assertThat(scene.doc().phase()).isEqualTo(Phase.PLAYING);
  }

  @Test
  void inAMatchTheGamesOwnGraceHoldsAndThenTheSeatIsForfeit() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    changed(scene.after(1_000).lose("Beto"));
    assertThat(scene.deadline()).isEqualTo(601_000);

    Changed over = scene.atDeadline();

    expired(over, "Beto");
    assertThat(scene.doc().phase()).isEqualTo(Phase.OVER);
    assertThat(scene.doc().result().reason()).isEqualTo("absent");
    assertThat(scene.doc().result().ranks()).containsEntry(0, 1).containsEntry(1, 2);
    assertThat(scene.doc().seats()).containsOnlyKeys(0);
  }

  @Test
  void aGraceThatTheRoomSetsHoldsInEveryPhase() {
    Scene scene = Scene.of(new ConnectFour(), grace(OnAbsent.FORFEIT, 30));
    changed(scene.enter("Ana"));
    changed(scene.lose("Ana"));
    assertThat(scene.deadline()).isEqualTo(30_000);
    changed(scene.back("Ana"));

    changed(scene.enter("Beto"));
    changed(scene.start("Ana"));
    changed(scene.lose("Ana"));
    assertThat(scene.deadline()).isEqualTo(30_000);

    changed(scene.after(10_000).resign("Beto"));
    assertThat(scene.deadline()).as("grace starts again with the phase").isEqualTo(40_000);
  }

  @Test
  void graceStartsAgainWhenTheMatchStartsAndWhenItEnds() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));
    changed(scene.lose("Beto"));
    changed(scene.after(100_000).start("Ana"));
    assertThat(scene.deadline()).isEqualTo(700_000);

    changed(scene.after(400_000).resign("Ana"));

    assertThat(scene.deadline()).as("a match that ends takes nobody's place away at once").isEqualTo(620_000);
  }

  @Test
  void aMatchOfMoreGoesOnWithoutTheAbsentOne() {
    Scene scene = Scene.of(new Dudo()).playing("Ana", "Beto", "Caro");
    changed(scene.lose("Caro"));

    Changed over = scene.atDeadline();

    expired(over, "Caro");
    assertThat(scene.doc().phase()).isEqualTo(Phase.PLAYING);
    assertThat(scene.seat(2).connected()).as("the seat stays until the match ends").isFalse();
    assertThat(scene.state.match().gone()).containsExactly(2);
    changed(scene.resign("Ana"));
    assertThat(scene.doc().seats()).containsOnlyKeys(0, 1);
  }

  @Test
  void whenAllAreAbsentTheFirstForfeitsAndTheRestGetTheGraceOfTheNewPhase() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    changed(scene.lose("Ana"));
    changed(scene.lose("Beto"));

    Changed over = scene.atDeadline();
    assertThat(over.departures()).hasSize(1);
    assertThat(over.closed()).isFalse();
    assertThat(scene.deadline()).isEqualTo(720_000);

    assertThat(scene.atDeadline().closed()).isTrue();
  }

  @Test
  void theMatchStartsWhenTheOnlyOneWhoWasNotReadyStaysAway() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));
    changed(scene.enter("Caro"));
    changed(scene.ready("Ana"));
    changed(scene.ready("Beto"));
    changed(scene.lose("Caro"));

    scene.atDeadline();

    assertThat(scene.doc().phase()).isEqualTo(Phase.PLAYING);
    assertThat(scene.doc().seats()).containsOnlyKeys(0, 1);
  }

  // ------------------------------------------------------------------ onAbsent wait

  @Test
  void aRoomThatWaitsHoldsTheSeatForAsLongAsTheMatchLasts() {
    Scene scene = Scene.of(new ConnectFour(), grace(OnAbsent.WAIT, null)).playing("Ana", "Beto");
    changed(scene.lose("Beto"));

    Changed over = scene.atDeadline();

    assertThat(over.departures()).isEmpty();
    assertThat(scene.doc().phase()).isEqualTo(Phase.PLAYING);
    assertThat(scene.room.deadline(scene.state)).isEmpty();
    changed(scene.after(9_000_000).back("Beto"));
    assertThat(scene.seat(1).connected()).isTrue();
    changed(scene.act("Ana", 1, "{\"column\":0}"));
  }

  @Test
  void aRoomThatWaitsClosesWhenNobodyIsThereWithinGrace() {
    Scene scene = Scene.of(new ConnectFour(), grace(OnAbsent.WAIT, null)).playing("Ana", "Beto");
    changed(scene.lose("Ana"));
    changed(scene.after(5_000).lose("Beto"));
    assertThat(scene.atDeadline().closed()).isFalse();

    Changed end = scene.atDeadline();

    assertThat(scene.at).isEqualTo(605_000);
    assertThat(end.closed()).isTrue();
    assertThat(end.departures()).containsExactly(new Departure(Scene.session("Ana"), LeftReason.CLOSED),
        new Departure(Scene.session("Beto"), LeftReason.CLOSED));
  }

  @Test
  void aRoomThatWaitsHoldsNoSeatForEverOnceTheMatchIsOver() {
    Scene scene = Scene.of(new ConnectFour(), grace(OnAbsent.WAIT, null)).playing("Ana", "Beto");
    changed(scene.lose("Beto"));
    scene.atDeadline();

    changed(scene.after(1_000_000).resign("Ana"));
    assertThat(scene.doc().seats()).containsOnlyKeys(0, 1);
    assertThat(scene.deadline()).isEqualTo(scene.at + 120_000);

    expired(scene.atDeadline(), "Beto");
    assertThat(scene.doc().seats()).containsOnlyKeys(0);
  }

  @Test
  void aSpectatorIsNotWaitedFor() {
    Scene scene = Scene.of(new ConnectFour(), grace(OnAbsent.WAIT, null)).playing("Ana", "Beto");
    changed(scene.watch("Caro"));
    changed(scene.lose("Caro"));

    expired(scene.atDeadline(), "Caro");
  }

  @Test
  void theLastOneWhoIsLostInALobbyClosesTheRoomWhenGraceIsOver() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));
    changed(scene.lose("Ana"));

    assertThat(scene.atDeadline().closed()).isTrue();
  }
}
