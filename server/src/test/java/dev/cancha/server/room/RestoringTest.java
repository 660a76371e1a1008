package dev.cancha.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Game;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.games.Race;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.testing.BrokenGame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a room when its process, its journal or its rules fail, and how it is written until then. */
class RestoringTest {
  /** {@link RaceRoom} looks at the states of a game that ticks. */
  static List<Game<?, ?>> turnBased() {
    return games().stream().filter(game -> game.info().tickRate() == 0).toList();
  }

  static List<Game<?, ?>> games() {
    return List.of(new ConnectFour(), new Dudo(), new Pool(), new Race(), new BrokenGame());
  }

  @ParameterizedTest
  @MethodSource("turnBased")
  void aRoomOfAnyGameIsReadBackAsItWas(Game<?, ?> game) {
    Scene scene = Scene.of(game, Scene.clocks(null, 60, 1)).playing("Ana", "Beto").after(500);
    scene.watch("Caro");
    scene.lose("Beto");
    Json written = scene.room.write(scene.state);

    assertThat(written).isNotNull();
    assertThat(scene.room.read(Json.ofChecked(written.toString()))).isEqualTo(scene.state);
  }

  @Test
  void everythingThatARoomRemembersIsReadBack() {
    Scene scene = Scene.of(new Pool()).playing("Ana", "Beto", "Caro");
    scene.act("Ana", 7, "{\"take\":1}");
    scene.resign("Ana");
    scene.kick("Ana", "Caro");
    scene.resign("Beto");
    scene.leave("Beto");
    scene.configure("Ana",
        new RoomInput.Changes(Json.ofChecked("{\"stones\":33}"), Scene.clocks(9, null, null), 4,
            Visibility.PRIVATE, false, new PasswordHash("c2FsdA==", "aGFzaA==", 1_000)));

    RoomState read = scene.room.read(Json.ofChecked(String.valueOf(scene.room.write(scene.state))));

    assertThat(read).isEqualTo(scene.state);
    assertThat(read.roster().seq(Scene.session("Ana"))).isEqualTo(7);
    assertThat(read.roster().banned()).containsExactly(Scene.session("Caro"));
    assertThat(read.config()).isEqualTo(scene.state.config());
    assertThat(read.config().code()).isEqualTo(Scene.NEW_CODE);
    assertThat(read.roster().host()).isEqualTo(Scene.session("Ana"));
  }

  @ParameterizedTest
  @MethodSource("games")
  void anOpeningIsReadBackAsItWas(Game<?, ?> game) {
    RoomOpening opening = new RoomOpening(Scene.config(game, new Settings(null, 7, 2, null, 60), true),
        Scene.RULES,
        true);

    assertThat(RoomOpening.read(game, Json.ofChecked(opening.write(game).toString()))).isEqualTo(opening);
  }

  @Test
  void afterAnOutageEveryoneIsLostAndHasAWholeGrace() {
    Scene scene = Scene.of(new ConnectFour(), Scene.clocks(null, 60, null))
        .playing("Ana", "Beto")
        .after(20_000);
    scene.lose("Beto");
    scene.after(5_000);
    Changed changed = Scene.changed(scene.give(new RoomInput.Restored(scene.at, 0, true)));

    assertThat(changed.state().rev()).as("one revision, as ever").isEqualTo(6);
    assertThat(scene.seat(0).connected()).isFalse();
    assertThat(scene.state.roster().everyone()).allMatch(person -> person.lostAt() == 25_000);
    assertThat(scene.doc().clock()).containsEntry(0, 35_000L).containsEntry(1, 60_000L);
    assertThat(scene.deadline()).as("the clock in turn is first").isEqualTo(60_000);
  }

  @Test
  void revisionsThatMayHaveBeenShownAreNotGivenAgain() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    long before = scene.state.rev();
    Scene.changed(scene.give(new RoomInput.Restored(scene.at, 64, false)));

    assertThat(scene.state.rev()).isEqualTo(before + 65);
    assertThat(scene.seat(0).connected()).isTrue();
  }

  @Test
  void whatIsDrawnAgainAfterALossCannotBeKnownFromWhatIsLost() {
    Scene lost = Scene.of(new Dudo()).playing("Ana", "Beto");
    Scene again = Scene.of(new Dudo()).playing("Ana", "Beto");
    assertThat(again.state).isEqualTo(lost.state);
    lost.lose("Ana");
    Scene.changed(again.give(new RoomInput.Restored(again.at, 64, false)));
    String first = lost.doc().turn().equals(List.of(0)) ? "Ana" : "Beto";
    for (Scene scene : List.of(lost, again)) {
      scene.act(first, 1, "{\"bid\":{\"count\":1,\"face\":2}}");
      scene.act(first.equals("Ana") ? "Beto" : "Ana", 1, "{\"call\":\"dudo\"}");
    }

    assertThat(again.state.position()).isEqualTo(lost.state.position());
    assertThat(again.state.shown().mes()).isNotEqualTo(lost.state.shown().mes());
  }

  @Test
  void rulesThatBreakEndTheRoomAndTheMatchWithoutAWinner() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto").after(100);
    Changed changed = Scene.changed(scene.room.step(scene.state, new RoomInput.Aborted(scene.at)));

    assertThat(changed.closed()).isTrue();
    assertThat(changed.departures()).extracting(Outcome.Departure::reason)
        .containsExactly(LeftReason.CLOSED, LeftReason.CLOSED);
    assertThat(changed.state().rev()).as("nothing is shown").isEqualTo(scene.state.rev());
    assertThat(changed.state().phase()).isEqualTo(Phase.OVER);
    MatchEnd ended = changed.ended();
    assertThat(ended).isNotNull();
    assertThat(ended.result().reason()).isEqualTo("aborted");
    assertThat(ended.result().ranks()).containsEntry(0, 1).containsEntry(1, 1);
  }

  @Test
  void aMatchThatIsOverTellsWhoPlayedAlsoThoseWhoLeft() {
    Scene scene = Scene.of(new Pool()).playing("Ana", "Beto", "Caro");
    long started = scene.state.position();
    scene.leave("Caro");
    Changed changed = Scene.changed(scene.resign("Ana"));

    MatchEnd ended = changed.ended();
    assertThat(ended).isNotNull();
    assertThat(ended.position()).isEqualTo(started);
    assertThat(ended.players()).containsEntry(2, new MatchEnd.Player("p-Caro", "Caro", null)).hasSize(3);
    assertThat(scene.room.hash(ended)).hasSize(64);
  }

  @Test
  void theHashOfAMatchTellsHowItWasPlayedAndKnowsNoSessions() {
    assertThat(hash(false, 3)).isEqualTo(hash(true, 3)).isNotEqualTo(hash(false, 4));
  }

  private static String hash(boolean watched, int column) {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    if (watched) {
      scene.watch("Caro");
    }
    scene.act("Ana", 1, "{\"column\":" + column + "}");
    MatchEnd ended = Scene.changed(scene.resign("Beto")).ended();
    assertThat(ended).isNotNull();
    return scene.room.hash(ended);
  }

  @Test
  void anInscriptionIsReadBackWithAndWithoutTheRoomBeforeIt() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    RoomInput input = new RoomInput.Ready(3, Scene.session("Ana"), true, false, scene.draw());
    for (Inscription inscription : List.of(new Inscription(input, null),
        new Inscription(input, MatchBase.of(scene.room, scene.state)))) {
      assertThat(Inscription.read(inscription.write())).isEqualTo(inscription);
    }
  }
}
