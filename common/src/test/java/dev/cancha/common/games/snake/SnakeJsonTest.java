package dev.cancha.common.games.snake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.json.EventType;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.json.Mismatch;
import dev.cancha.common.message.Json;
import dev.cancha.common.patch.MergePatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes that the protocol's table of games gives. */
class SnakeJsonTest {
  private final JsonType<Steer> steer = JsonType.of(Steer.class);

  @Test
  void anActionIsATurn() {
    assertThat(steer.read(Json.ofChecked("{\"turn\": \"up\"}"))).isEqualTo(new Steer(Heading.UP));
    assertThat(steer.write(new Steer(Heading.DOWN))).hasToString("{\"turn\":\"down\"}");
    assertThat(steer.write(new Steer(Heading.LEFT))).hasToString("{\"turn\":\"left\"}");
    assertThat(steer.write(new Steer(Heading.RIGHT))).hasToString("{\"turn\":\"right\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"turn\":\"UP\"}", "{\"turn\":\"u\"}", "{\"turn\":0}", "{\"turn\":null}", "{}",
    "\"up\""})
  void anyOtherActionIsNoTurn(String json) {
    assertThatThrownBy(() -> steer.read(Json.ofChecked(json))).isInstanceOf(Mismatch.class);
  }

  @Test
  void theViewHasSizeSnakesFoodAndTheTimeThatIsLeft() {
    Scene scene = Scene.empty().snake(5, 4, "lld").snake(19, 2, "ll").tick();

    assertThat(JsonType.of(Board.class).write(Scene.GAME.view(scene.match())))
        .hasToString("{\"size\":{\"width\":20,\"height\":10},\"snakes\":{"
            + "\"0\":{\"head\":[6,4],\"body\":\"lll\",\"alive\":true},"
            + "\"1\":{\"head\":[19,2],\"body\":\"ll\",\"alive\":false,\"fate\":\"wall\"}},"
            + "\"food\":[[19,9]],\"secondsLeft\":60}");
  }

  @Test
  void aStepStraightOnSendsTheHeadAlone() {
    Scene before = Scene.empty().snake(5, 4, "ll").snake(5, 6, "ll").turn(1, Heading.UP);

    assertThat(MergePatch.between(before.match().board(), before.tick().match().board()))
        .hasToString("{\"snakes\":{\"0\":{\"head\":[6,4]},\"1\":{\"head\":[5,5],\"body\":\"dl\"}}}");
  }

  @Test
  void eventsCarryTheirType() {
    EventType type = EventType.of(Scene.GAME.info().types().event());

    assertThat(type.write(new Event.Ate(3))).hasToString("{\"type\":\"ate\",\"seat\":3}");
    assertThat(type.write(new Event.Died(3, Snake.Fate.BODY)))
        .hasToString("{\"type\":\"died\",\"seat\":3,\"fate\":\"body\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"width\":11}", "{\"width\":65}", "{\"height\":7}", "{\"height\":49}",
    "{\"food\":0}",
    "{\"food\":51}", "{\"ticksPerMove\":0}", "{\"ticksPerMove\":21}", "{\"seconds\":4}",
    "{\"seconds\":1801}"})
  void optionsOutOfBoundsAreRefused(String json) {
    assertThatThrownBy(() -> JsonType.of(Options.class).read(Json.ofChecked(json), Options.DEFAULTS))
        .isInstanceOf(Mismatch.class);
  }

  @Test
  void optionsHaveDefaults() {
    assertThat(JsonType.of(Options.class).read(Json.ofChecked("{\"width\":12}"), Options.DEFAULTS))
        .isEqualTo(new Options(12, 18, 5, 4, 180));
    assertThat(JsonType.of(Options.class).schema(Options.DEFAULTS)).asString().contains("\"ticksPerMove\"");
  }

  @Test
  void everyStateOfAMatchComesBackFromItsJson() {
    JsonType<Match> type = JsonType.of(Match.class);
    RandomSnakes match = new RandomSnakes(5, 3, new Options(14, 9, 4, 1, 20));
    for (Match state = match.start(); !state.over(); state = match.after(state)) {
      assertThat(type.read(type.write(state))).isEqualTo(state);
    }
  }

  @Test
  void everyTypeOfTheGameHasASchema() {
    assertThat(steer.schema()).asString().contains("\"enum\":[\"up\",\"down\",\"left\",\"right\"]");
    assertThat(JsonType.of(Board.class).schema()).asString().contains("\"secondsLeft\"").contains("\"fate\"");
  }
}
