package dev.cancha.server.room;

import static dev.cancha.server.room.Scene.changed;
import static dev.cancha.server.room.Scene.refused;
import static dev.cancha.server.room.Scene.unchanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.games.dudo.Hand;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Phase;
import dev.cancha.server.room.Outcome.Changed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How a match starts, ends, and is followed by another. */
class MatchTest {
  private static void win(Scene scene, String winner, String loser, long[] seqs) {
    for (int i = 0; i < 3; i++) {
      changed(scene.act(winner, ++seqs[0], "{\"column\":0}"));
      changed(scene.act(loser, ++seqs[1], "{\"column\":1}"));
    }
    changed(scene.act(winner, ++seqs[0], "{\"column\":0}"));
  }

  // ------------------------------------------------------------------ starting

  @Test
  void theMatchStartsWhenAllTakenSeatsAreReady() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));
    changed(scene.ready("Ana"));
    assertThat(scene.seat(0).ready()).isTrue();
    assertThat(scene.doc().phase()).isEqualTo(Phase.LOBBY);

    changed(scene.ready("Beto"));

    assertThat(scene.doc().phase()).isEqualTo(Phase.PLAYING);
    assertThat(scene.doc().match()).isEqualTo("match2");
    assertThat(scene.doc().turn()).hasSize(1);
    assertThat(scene.doc().view()).isNotNull();
    assertThat(scene.state.shown().mes()).containsOnlyKeys(0, 1);
  }

  @Test
  void readyIsAllowedWhileThereAreTooFewAndCanBeTakenBack() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));

    changed(scene.ready("Ana"));
    assertThat(scene.doc().phase()).isEqualTo(Phase.LOBBY);
    unchanged(scene.ready("Ana"));
    changed(scene.notReady("Ana"));
    unchanged(scene.notReady("Ana"));

    assertThat(scene.seat(0).ready()).isNull();
  }

  @Test
  void whoComesInLaterIsWaitedFor() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));
    changed(scene.ready("Ana"));
    changed(scene.enter("Caro"));
    changed(scene.ready("Beto"));
    assertThat(scene.doc().phase()).isEqualTo(Phase.LOBBY);

    changed(scene.leave("Caro"));

    assertThat(scene.doc().phase()).as("the last who was not ready has gone").isEqualTo(Phase.PLAYING);
  }

  @Test
  void theHostStartsWithoutWaitingForTheRest() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    refused(scene.start("Ana"), ErrorCode.NOT_ENOUGH_PLAYERS);
    changed(scene.enter("Beto"));

    refused(scene.start("Beto"), ErrorCode.NOT_HOST);
    changed(scene.start("Ana"));

    assertThat(scene.doc().phase()).isEqualTo(Phase.PLAYING);
    refused(scene.start("Ana"), ErrorCode.ALREADY_PLAYING);
    refused(scene.start("Beto"), ErrorCode.NOT_HOST);
  }

  @Test
  void aHostWhoWatchesStartsTheOthersMatch() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.watch("Ana"));
    changed(scene.enter("Beto"));
    changed(scene.enter("Caro"));

    changed(scene.start("Ana"));

    assertThat(scene.state.match().plan().seats()).containsExactly(0, 1);
  }

  @Test
  void oneWhoWatchesIsNeverReadyNorPlaying() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));
    changed(scene.watch("Beto"));

    refused(scene.ready("Beto"), ErrorCode.NOT_PLAYING);
    refused(scene.resign("Beto"), ErrorCode.NOT_PLAYING);
    refused(scene.rematch("Beto"), ErrorCode.NOT_PLAYING);
  }

  @Test
  void whilePlayingNobodySaysReady() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");

    refused(scene.ready("Ana"), ErrorCode.ALREADY_PLAYING);
    refused(scene.notReady("Ana"), ErrorCode.ALREADY_PLAYING);
    refused(scene.rematch("Ana"), ErrorCode.ALREADY_PLAYING);
  }

  @Test
  void theFirstEventOfAMatchBindsTheServerToItsSeed() throws NoSuchAlgorithmException {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));

    Changed started = changed(scene.start("Ana"));

    byte[] seed = HexFormat.of().parseHex("00000000000000000000000000000001");
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(seed));
    assertThat(started.events().getFirst())
        .isEqualTo(Json.ofChecked("{\"type\":\"started\",\"seedHash\":\"" + hash + "\"}"));
    assertThat(started.events()).hasSize(1);
  }

  @Test
  void aSeedIs32HexDigits() {
    assertThatThrownBy(() -> new Seed("0123")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Seed("0000000000000000000000000000000G"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSameSeedThrowsTheSameDiceAndAnotherOneOthers() {
    assertThat(hands(1)).isEqualTo(hands(1)).isNotEqualTo(hands(2));
  }

  private static List<Object> hands(int seed) {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));
    changed(scene.give(new RoomInput.Start(0, Scene.session("Ana"),
        new RoomInput.Draw(new Seed("%032x".formatted(seed)), "m", 0))));
    assertThat(scene.state.shown().mes().values()).hasOnlyElementsOfType(Hand.class);
    return List.copyOf(scene.state.shown().mes().values());
  }

  // ------------------------------------------------------------------ ending, and another

  @Test
  void aMatchThatIsWonShowsItsResultAndTakesReadyBack() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    String match = scene.doc().match();

    win(scene, "Ana", "Beto", new long[2]);

    assertThat(scene.doc().phase()).isEqualTo(Phase.OVER);
    assertThat(scene.doc().result()).isEqualTo(
        new RoomDocument.Outcomes(new TreeMap<>(Map.of(0, 1, 1, 2)), "fourInLine"));
    assertThat(scene.doc().match()).isEqualTo(match);
    assertThat(scene.doc().view()).isNotNull();
    assertThat(scene.seat(0).ready()).isNull();
    assertThat(scene.seat(1).ready()).isNull();
  }

  @Test
  void aDrawRanksAllAlike() {
    Scene scene = Scene.of(new Pool()).playing("Ana", "Beto");
    for (int i = 1; i <= 5; i++) {
      changed(scene.act("Ana", i, "{\"take\":1}"));
      changed(scene.act("Beto", i, "{\"take\":1}"));
    }

    assertThat(scene.doc().result().ranks()).containsEntry(0, 1).containsEntry(1, 1);
    assertThat(scene.doc().result().reason()).isEqualTo("poolEmpty");
  }

  @Test
  void aRematchIsANewMatchThatTheOtherBegins() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    assertThat(scene.doc().turn()).containsExactly(0);
    win(scene, "Ana", "Beto", new long[2]);
    String first = scene.doc().match();

    changed(scene.rematch("Beto"));
    assertThat(scene.doc().phase()).isEqualTo(Phase.OVER);
    changed(scene.ready("Ana"));

    assertThat(scene.doc().phase()).isEqualTo(Phase.PLAYING);
    assertThat(scene.doc().turn()).containsExactly(1);
    assertThat(scene.doc().match()).isNotEqualTo(first);
    assertThat(scene.doc().result()).isNull();
    assertThat(scene.seat(0).name()).isEqualTo("Ana");
  }

  @Test
  void thereIsNoRematchBeforeTheFirstMatch() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));

    refused(scene.rematch("Ana"), ErrorCode.NOT_PLAYING);
  }

  @Test
  void aRematchNeedsEnoughPlayers() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    changed(scene.leave("Beto"));

    changed(scene.rematch("Ana"));
    assertThat(scene.doc().phase()).isEqualTo(Phase.OVER);
    refused(scene.start("Ana"), ErrorCode.NOT_ENOUGH_PLAYERS);

    changed(scene.enter("Caro"));
    changed(scene.ready("Caro"));
    assertThat(scene.doc().phase()).isEqualTo(Phase.PLAYING);
  }

  @Test
  void resigningEndsAMatchOfTwo() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");

    changed(scene.resign("Ana"));

    assertThat(scene.doc().result()).isEqualTo(
        new RoomDocument.Outcomes(new TreeMap<>(Map.of(0, 2, 1, 1)), "resigned"));
    assertThat(scene.doc().seats()).as("one who resigned keeps the seat").containsOnlyKeys(0, 1);
    refused(scene.resign("Beto"), ErrorCode.NOT_PLAYING);
  }

  @Test
  void aMatchOfMoreGoesOnWithoutOneWhoResigned() {
    Scene scene = Scene.of(new Pool()).playing("Ana", "Beto", "Caro");

    Changed resigned = changed(scene.resign("Ana"));

    assertThat(scene.doc().phase()).isEqualTo(Phase.PLAYING);
    assertThat(scene.doc().turn()).containsExactly(1, 2);
    assertThat(resigned.events()).containsExactly(Json.ofChecked("{\"type\":\"wentOut\",\"seat\":0}"));
    refused(scene.resign("Ana"), ErrorCode.NOT_PLAYING);
    refused(scene.act("Ana", 1, "{\"take\":1}"), ErrorCode.NOT_YOUR_TURN);

    changed(scene.resign("Beto"));

    assertThat(scene.doc().phase()).isEqualTo(Phase.OVER);
    assertThat(scene.doc().result().reason()).as("the room's own word for it").isEqualTo("resigned");
    assertThat(scene.doc().result().ranks()).containsEntry(2, 1);
  }

  @Test
  void oneWhoLeavesWhilePlayingStaysInSeatsUntilTheMatchEnds() {
    Scene scene = Scene.of(new Pool()).playing("Ana", "Beto", "Caro");

    changed(scene.leave("Ana"));

    assertThat(scene.seat(0)).isEqualTo(new RoomDocument.SeatEntry("p-Ana", "Ana", null, false, null));
    assertThat(scene.host()).isEqualTo("Beto");
    refused(scene.kick("Beto", 0), ErrorCode.BAD_MESSAGE);

    changed(scene.resign("Beto"));

    assertThat(scene.doc().seats()).containsOnlyKeys(1, 2);
  }

  @Test
  void oneWhoResignedAndThenLeavesIsNotGoneTwice() {
    Scene scene = Scene.of(new Pool()).playing("Ana", "Beto", "Caro");
    changed(scene.resign("Ana"));

    Changed left = changed(scene.leave("Ana"));

    assertThat(left.events()).isEmpty();
    assertThat(scene.seat(0).connected()).isFalse();
    assertThat(scene.doc().phase()).isEqualTo(Phase.PLAYING);
  }

  @Test
  void oneWhoLeftWhilePlayingMayReturnButToNoSeat() {
    Scene scene = Scene.of(new Pool()).playing("Ana", "Beto", "Caro");
    changed(scene.leave("Ana"));

    refused(scene.enter("Ana"), ErrorCode.ALREADY_PLAYING);
    changed(scene.watch("Ana"));
    refused(scene.act("Ana", 1, "{\"take\":1}"), ErrorCode.NOT_YOUR_TURN);

    assertThat(scene.seat(0).connected()).as("who watches holds no seat").isFalse();
  }

  @Test
  void anActThatForfeitsEndsTheMatch() {
    Scene scene = Scene.of(new Pool()).playing("Ana", "Beto", "Caro");

    Changed folded = changed(scene.act("Beto", 1, "{\"fold\":{}}"));

    assertThat(folded.acks()).containsOnly(Map.entry(1, 1L));
    assertThat(scene.doc().result()).isEqualTo(
        new RoomDocument.Outcomes(new TreeMap<>(Map.of(0, 1, 1, 3, 2, 1)), "resigned"));
  }

  @Test
  void dudoIsPlayedOnByTheRestAndRanksByGoingOut() {
    Scene scene = Scene.of(new Dudo()).playing("Ana", "Beto", "Caro");
    changed(scene.resign("Beto"));
    assertThat(scene.doc().phase()).isEqualTo(Phase.PLAYING);
    assertThat(scene.seat(1).connected()).isTrue();

    changed(scene.leave("Ana"));

    assertThat(scene.doc().result().ranks()).containsEntry(2, 1).containsEntry(0, 2).containsEntry(1, 3);
    assertThat(scene.doc().seats()).containsOnlyKeys(1, 2);
  }

  @Test
  void afterAMatchAHandIsStillItsPlayersAndNotOfWhoSitsThereNext() {
    Scene scene = Scene.of(new Dudo()).playing("Ana", "Beto");
    changed(scene.resign("Ana"));
    assertThat(scene.doc().phase()).isEqualTo(Phase.OVER);
    assertThat(scene.state.shown().mes()).containsOnlyKeys(0, 1);

    changed(scene.leave("Ana"));
    assertThat(scene.state.shown().mes()).containsOnlyKeys(1);
    changed(scene.enter("Caro", 0));
    changed(scene.sit("Beto", 2));

    assertThat(scene.state.shown().mes()).isEmpty();
  }
}
