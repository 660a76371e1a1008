package dev.cancha.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.room.RoomInput.Arrival;
import dev.cancha.server.room.RoomInput.Draw;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a match is over its hidden hands stay with those who held them, whoever sits on their seats next. */
class SecretsAfterTheMatchTest {
  private static final Draw DRAW = new Draw(new Seed("00112233445566778899aabbccddeeff"), "match", 0);

  private final Room<?, ?> room = new Room<>(new Dudo(), new RoomRules(120_000, 3));
  private RoomState state;

  @BeforeEach
  void aMatchOfTwoIsOver() {
    state = room
        .open(new RoomConfig("KX3F", 3, new Dudo().info().types().options(), Settings.NONE, Visibility.PUBLIC,
            null, false));
    enter("ana");
    enter("beto");
    give(new RoomInput.Ready(0, session("ana"), true, false, DRAW));
    give(new RoomInput.Ready(0, session("beto"), true, false, DRAW));
    assertThat(state.shown().mes()).containsOnlyKeys(0, 1);
    give(new RoomInput.Resign(0, session("beto")));
    assertThat(state.phase()).isEqualTo(Phase.OVER);
  }

  private static SessionId session(String name) {
    return new SessionId(name);
  }

  private void enter(String name) {
    give(new RoomInput.Enter(0, new Arrival(session(name), "p-" + name, name), null, false));
  }

  private void sit(String name, Integer seat) {
    give(new RoomInput.Sit(0, session(name), seat, DRAW));
  }

  private void give(RoomInput input) {
    Outcome outcome = room.step(state, input);
    assertThat(outcome).isInstanceOf(Outcome.Changed.class);
    state = ((Outcome.Changed) outcome).state();
  }

  @Test
  void whoPlayedStillSeesTheOwnHand() {
    Object hand = state.shown().me(0);
    enter("caro");
    assertThat(hand).isNotNull();
    assertThat(state.shown().me(0)).isEqualTo(hand);
  }

  @Test
  void whoTakesTheSeatOfOneWhoLeftSeesNothing() {
    give(new RoomInput.Leave(0, session("ana"), DRAW));
    enter("caro");
    assertThat(state.roster().person(session("caro")).seat()).isZero();
    assertThat(state.shown().me(0)).isNull();
  }

  @Test
  void whoChangesSeatTakesNoHandAlongAndFindsNone() {
    sit("ana", null);
    sit("beto", 0);
    sit("ana", 1);
    assertThat(state.shown().mes()).isEmpty();
  }

  @Test
  void theNextMatchDealsToWhoSitsThere() {
    give(new RoomInput.Leave(0, session("ana"), DRAW));
    enter("caro");
    give(new RoomInput.Ready(0, session("caro"), true, false, DRAW));
    give(new RoomInput.Ready(0, session("beto"), true, false, DRAW));
    assertThat(state.phase()).isEqualTo(Phase.PLAYING);
    assertThat(state.shown().mes()).containsOnlyKeys(0, 1);
  }
}
