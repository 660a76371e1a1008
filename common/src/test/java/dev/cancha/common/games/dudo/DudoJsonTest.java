package dev.cancha.common.games.dudo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.games.RandomMatch;
import dev.cancha.common.json.EventType;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.json.Mismatch;
import dev.cancha.common.message.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes that the protocol's table of games gives. */
class DudoJsonTest {
  private final Dudo game = new Dudo();
  private final JsonType<Act> act = JsonType.of(Act.class);

  @Test
  void anActionIsABidOrACall() {
    assertThat(act.read(Json.ofChecked("{\"bid\": {\"count\": 3, \"face\": 5}}")))
        .isEqualTo(new Act.Bid(3, 5));
    assertThat(act.read(Json.ofChecked("{\"call\": \"dudo\"}"))).isEqualTo(new Act.Call(Act.Kind.DUDO));
    assertThat(act.read(Json.ofChecked("{\"call\": \"calzo\"}"))).isEqualTo(new Act.Call(Act.Kind.CALZO));
    assertThat(act.write(new Act.Bid(3, 5))).hasToString("{\"bid\":{\"count\":3,\"face\":5}}");
    assertThat(act.write(new Act.Call(Act.Kind.CALZO))).hasToString("{\"call\":\"calzo\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"call\":\"DUDO\"}", "{\"call\":\"pass\"}", "{}", "{\"bid\":{\"count\":3}}",
    "{\"bid\":{\"count\":3,\"face\":7}}", "{\"bid\":{\"count\":31,\"face\":2}}",
    "{\"bid\":{\"count\":0,\"face\":2}}",
    "{\"bid\":{\"count\":3,\"face\":5},\"call\":\"dudo\"}", "\"dudo\""})
  void anyOtherActionIsNoAct(String json) {
    assertThatThrownBy(() -> act.read(Json.ofChecked(json))).isInstanceOf(Mismatch.class);
  }

  @Test
  void theViewOfARoundBeforeItsFirstBid() {
    assertThat(view(Scene.of("12", "", "345").match()))
        .isEqualTo("{\"dice\":{\"0\":2,\"1\":0,\"2\":3},\"round\":7,\"special\":false}");
  }

  @Test
  void theViewShowsTheStandingBid() {
    assertThat(view(Scene.of("1", "345").special(0).bid(0, 2, 4).match()))
        .isEqualTo("{\"dice\":{\"0\":1,\"1\":3},"
            + "\"bid\":{\"seat\":0,\"count\":2,\"face\":4},\"round\":7,\"special\":true}");
  }

  @Test
  void theViewShowsAllDiceAfterACallAndWhatCameOfIt() {
    assertThat(view(Scene.of("126", "345", "").bid(0, 2, 6).calzo().state()))
        .isEqualTo("{\"dice\":{\"0\":3,\"1\":4,"
            + "\"2\":0},\"round\":8,\"special\":false,\"reveal\":{\"0\":[1,2,6],\"1\":[3,4,5]},"
            + "\"verdict\":{\"round\":7,\"seat\":1,\"call\":\"calzo\",\"bid\":{\"seat\":0,\"count\":2,\"face\":6},"
            + "\"found\":2,\"won\":1}}");
  }

  @Test
  void aHandIsItsDice() {
    assertThat(JsonType.of(Hand.class).write(game.me(Scene.of("22561", "3").match(), 0)))
        .hasToString("{\"dice\":[2,2,5,6,1]}");
  }

  @Test
  void eventsCarryTheirType() {
    EventType type = EventType.of(game.info().types().event());

    assertThat(type.write(new Event.BidMade(1, 3, 5)))
        .hasToString("{\"type\":\"bidMade\",\"seat\":1,\"count\":3,\"face\":5}");
    assertThat(type.write(new Event.Called(0, Act.Kind.DUDO, 4)))
        .hasToString("{\"type\":\"called\",\"seat\":0,\"call\":\"dudo\",\"found\":4}");
    assertThat(type.write(new Event.DieLost(2))).hasToString("{\"type\":\"dieLost\",\"seat\":2}");
    assertThat(type.write(new Event.DieWon(2))).hasToString("{\"type\":\"dieWon\",\"seat\":2}");
    assertThat(type.write(new Event.WentOut(2))).hasToString("{\"type\":\"wentOut\",\"seat\":2}");
    assertThat(type.write(new Event.RoundBegan(2, 9, true)))
        .hasToString("{\"type\":\"roundBegan\",\"seat\":2,\"round\":9,\"special\":true}");
    assertThat(type.write(new Event.Won(2))).hasToString("{\"type\":\"won\",\"seat\":2}");
  }

  @Test
  void everyActAndStateOfAMatchComesBackFromItsJson() {
    JsonType<Match> type = JsonType.of(Match.class);
    RandomMatch<Match, Act> match = new RandomMatch<>(game, RandomMatch.seats(3), 11, 20);

    for (Match state : match.fold(match.moves())) {
      assertThat(type.read(type.write(state))).isEqualTo(state);
      for (Act legal : game.legal(state, state.round().turn())) {
        assertThat(act.read(act.write(legal))).isEqualTo(legal);
      }
    }
  }

  @Test
  void everyTypeOfTheGameHasASchema() {
    assertThat(act.schema()).asString().contains("\"calzo\"").contains("\"maximum\":30");
    assertThat(JsonType.of(Table.class).schema()).asString().contains("\"reveal\"");
    assertThat(JsonType.of(Hand.class).schema()).asString().contains("\"dice\"");
    assertThat(JsonType.of(Options.class).write(new Options())).hasToString("{}");
  }

  private String view(Match match) {
    return JsonType.of(Table.class).write(game.view(match)).toString();
  }
}
