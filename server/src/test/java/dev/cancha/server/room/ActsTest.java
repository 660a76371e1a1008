package dev.cancha.server.room;

import static dev.cancha.server.room.Scene.changed;
import static dev.cancha.server.room.Scene.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.server.room.Outcome.Changed;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Acts: applied once, in turn, by the rules. */
class ActsTest {
  private static final String TAKE = "{\"take\":1}";

  private static void duplicate(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Duplicate.class);
  }

  @Test
  void anActIsAcknowledgedWithItsEventsAndTheNextTurn() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    long rev = scene.state.rev();

    Changed dropped = changed(scene.act("Ana", 7, "{\"column\":3}"));

    assertThat(dropped.acks()).containsOnly(Map.entry(0, 7L));
    assertThat(dropped.events())
        .containsExactly(Json.ofChecked("{\"type\":\"dropped\",\"seat\":0,\"column\":3,\"row\":0}"));
    assertThat(scene.state.rev()).isEqualTo(rev + 1);
    assertThat(scene.doc().turn()).containsExactly(1);
    assertThat(scene.state.roster().seq(Scene.session("Ana"))).isEqualTo(7);
    assertThat(scene.state.roster().seq(Scene.session("Beto"))).isZero();
  }

  @Test
  void anActSentTwiceIsAppliedOnce() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    changed(scene.act("Ana", 5, "{\"column\":3}"));

    duplicate(scene.act("Ana", 5, "{\"column\":3}"));
    duplicate(scene.act("Ana", 4, "{\"column\":2}"));

    changed(scene.act("Beto", 1, "{\"column\":3}"));
    duplicate(scene.act("Ana", 5, "{\"column\":3}"));
    changed(scene.act("Ana", 6, "{\"column\":3}"));
  }

  @Test
  void aDuplicateIsJudgedBeforePhaseTurnShapeAndPlace() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    changed(scene.act("Ana", 1, "{\"column\":3}"));
    duplicate(scene.act("Ana", 1, "{\"nonsense\":true}"));
    changed(scene.resign("Beto"));

    duplicate(scene.act("Ana", 1, "{\"column\":3}"));
    refused(scene.act("Ana", 2, "{\"column\":3}"), ErrorCode.NOT_PLAYING);

    changed(scene.sit("Ana", null));
    duplicate(scene.act("Ana", 1, "{\"column\":3}"));
  }

  @Test
  void aRefusedActIsNotAppliedSoItsNumberMayBeUsedAgain() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");

    refused(scene.act("Ana", 1, "{\"column\":7}"), ErrorCode.ILLEGAL_ACTION);

    assertThat(scene.state.roster().seq(Scene.session("Ana"))).isZero();
    changed(scene.act("Ana", 1, "{\"column\":6}"));
  }

  @Test
  void numbersGoOnOverRematchesAndSurviveLeaving() {
    Scene scene = Scene.of(new Pool()).playing("Ana", "Beto");
    changed(scene.act("Ana", 9, TAKE));
    changed(scene.resign("Ana"));
    changed(scene.rematch("Ana"));
    changed(scene.rematch("Beto"));

    duplicate(scene.act("Ana", 9, TAKE));
    changed(scene.act("Ana", 10, TAKE));
    changed(scene.leave("Ana"));
    changed(scene.enter("Ana"));

    assertThat(scene.state.roster().seq(Scene.session("Ana"))).isEqualTo(10);
    duplicate(scene.act("Ana", 10, TAKE));
  }

  @Test
  void onlyASeatInTurnActs() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    changed(scene.watch("Caro"));

    refused(scene.act("Beto", 1, "{\"column\":0}"), ErrorCode.NOT_YOUR_TURN);
    refused(scene.act("Caro", 1, "{\"column\":0}"), ErrorCode.NOT_YOUR_TURN);
  }

  @Test
  void thereIsNothingToActInALobby() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));
    changed(scene.watch("Beto"));

    refused(scene.act("Ana", 1, "{\"column\":0}"), ErrorCode.NOT_PLAYING);
    refused(scene.act("Beto", 1, "{\"column\":0}"), ErrorCode.NOT_PLAYING);
  }

  @Test
  void anActOfAnotherShapeIsABadMessage() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");

    refused(scene.act("Ana", 1, "{}"), ErrorCode.BAD_MESSAGE);
    refused(scene.act("Ana", 1, "{\"column\":\"3\"}"), ErrorCode.BAD_MESSAGE);
    refused(scene.act("Ana", 1, "{\"column\":3.0}"), ErrorCode.BAD_MESSAGE);
    refused(scene.act("Ana", 1, "{\"column\":null}"), ErrorCode.BAD_MESSAGE);

    Scene dudo = Scene.of(new Dudo()).playing("Ana", "Beto");
    String mover = dudo.doc().turn().getFirst() == 0 ? "Ana" : "Beto";
    refused(dudo.act(mover, 1, "{\"bid\":{\"count\":3,\"face\":5},\"call\":\"dudo\"}"),
        ErrorCode.BAD_MESSAGE);
    refused(dudo.act(mover, 1, "{\"call\":\"maybe\"}"), ErrorCode.BAD_MESSAGE);
  }

  @Test
  void anActAgainstTheRulesIsIllegalAndSoIsOneOutOfBounds() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    refused(scene.act("Ana", 1, "{\"column\":-1}"), ErrorCode.ILLEGAL_ACTION);
    refused(scene.act("Ana", 1, "{\"column\":7}"), ErrorCode.ILLEGAL_ACTION);

    Scene dudo = Scene.of(new Dudo()).playing("Ana", "Beto");
    String mover = dudo.doc().turn().getFirst() == 0 ? "Ana" : "Beto";
    refused(dudo.act(mover, 1, "{\"call\":\"dudo\"}"), ErrorCode.ILLEGAL_ACTION);
  }

  // ------------------------------------------------------------------ stale

  @Test
  void anActDecidedBeforeItsTurnBeganIsStale() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    long started = scene.state.rev();
    refused(scene.actDecidedOn(started - 1, "Ana", 1, "{\"column\":0}"), ErrorCode.STALE);
    changed(scene.actDecidedOn(started, "Ana", 1, "{\"column\":0}"));

    refused(scene.actDecidedOn(started, "Beto", 1, "{\"column\":0}"), ErrorCode.STALE);
    changed(scene.actDecidedOn(started + 1, "Beto", 1, "{\"column\":0}"));
  }

  @Test
  void whatElseHappensInTheRoomMakesNoActStale() {
    Scene scene = Scene.of(new ConnectFour()).playing("Ana", "Beto");
    long started = scene.state.rev();
    changed(scene.lose("Beto"));
    changed(scene.back("Beto"));
    changed(scene.watch("Caro"));

    changed(scene.actDecidedOn(started, "Ana", 1, "{\"column\":0}"));
  }

  @Test
  void whereAllAreInTurnOnlyTheOwnActBeginsANewTurn() {
    Scene scene = Scene.of(new Pool()).playing("Ana", "Beto");
    long started = scene.state.rev();
    changed(scene.actDecidedOn(started, "Ana", 1, TAKE));

    refused(scene.actDecidedOn(started, "Ana", 2, TAKE), ErrorCode.STALE);
    changed(scene.actDecidedOn(started, "Beto", 1, TAKE));
    changed(scene.actDecidedOn(started + 1, "Ana", 2, TAKE));
  }

  @Test
  void anActOfTheMatchBeforeIsStaleInTheNext() {
    Scene scene = Scene.of(new Pool()).playing("Ana", "Beto");
    long first = scene.state.rev();
    changed(scene.resign("Beto"));
    changed(scene.rematch("Ana"));
    changed(scene.rematch("Beto"));

    refused(scene.actDecidedOn(first, "Ana", 1, TAKE), ErrorCode.STALE);
    changed(scene.actDecidedOn(scene.state.rev(), "Ana", 1, TAKE));
  }

  @Test
  void staleIsJudgedAfterDuplicateAndBeforeTheRules() {
    Scene scene = Scene.of(new Pool()).playing("Ana", "Beto");
    long started = scene.state.rev();
    changed(scene.actDecidedOn(started, "Ana", 1, TAKE));

    duplicate(scene.actDecidedOn(started, "Ana", 1, TAKE));
    refused(scene.actDecidedOn(started, "Ana", 2, "{\"nonsense\":1}"), ErrorCode.STALE);
  }

  // ------------------------------------------------------------------ rules that break

  @ParameterizedTest
  @EnumSource(value = Pool.How.class, names = "VIEW", mode = EnumSource.Mode.EXCLUDE)
  void rulesThatThrowMakeTheStepThrow(Pool.How how) {
    Scene scene = Scene.of(new Pool()).playing("Ana", "Beto");
    RoomState before = scene.state;

    assertThatThrownBy(
        () -> scene.act("Ana", 1, "{\"fail\":\"" + how.name().toLowerCase(Locale.ROOT) + "\"}"))
        .isInstanceOfAny(RuntimeException.class, Error.class);

    assertThat(scene.state).isSameAs(before);
  }

  @Test
  void rulesThatLeaveTheTurnToOneWhoIsGoneBreakTheStepInsteadOfHangingTheRoom() {
    Scene scene = Scene.of(new Pool(), Scene.clocks(null, 10, null));
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));
    changed(scene.configure("Ana", Scene.options("{\"stubborn\":true}")));
    changed(scene.start("Ana"));

    assertThatThrownBy(() -> scene.resign("Ana")).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("seat 0");
    scene.at = scene.deadline();
    assertThatThrownBy(scene::elapsed).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whoIsNotInTheRoomCannotBeAskedFor() {
    Scene scene = Scene.of(new ConnectFour());
    changed(scene.enter("Ana"));

    assertThatThrownBy(() -> scene.ready("Beto")).isInstanceOf(IllegalArgumentException.class);
  }
}
