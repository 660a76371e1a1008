package dev.cancha.testkit.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Game;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import dev.cancha.testkit.sim.SimRandom;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class RandomActsTest {
  private static RandomActs acts(String schema, long seed) {
    return new RandomActs(Json.ofChecked(schema), new SimRandom(seed));
  }

  /** Draws many acts of {@code game}, all of which its own reader takes; gives them as text. */
  private static <A> Set<String> drawn(Game<?, A> game) {
    JsonType<A> type = JsonType.of(game.info().types().act());
    RandomActs acts = new RandomActs(type.schema(), new SimRandom(3));
    Set<String> drawn = new TreeSet<>();
    for (int i = 0; i < 500; i++) {
      ObjectNode act = acts.next();
      assertThat(type.read(Json.ofChecked(act.toString()))).isNotNull();
      drawn.add(act.toString());
    }
    return drawn;
  }

  @Test
  void haveTheShapeOfAnyGamesActs() {
    assertThat(drawn(new ConnectFour())).contains("{\"column\":0}", "{\"column\":3}");
    assertThat(drawn(new Dudo())).contains("{\"call\":\"dudo\"}", "{\"call\":\"calzo\"}")
        .anyMatch(act -> act.startsWith("{\"bid\":{\"count\":1,\"face\":"));
  }

  @Test
  void staysWithinBoundsAndReachesBothEnds() {
    RandomActs acts = acts("""
        {"type":"object","properties":{"n":{"type":"integer","minimum":-2,"maximum":3}}}""", 1);
    Set<Integer> drawn = new TreeSet<>();
    for (int i = 0; i < 500; i++) {
      drawn.add(acts.next().get("n").asInt());
    }
    assertThat(drawn).containsExactly(-2, -1, 0, 1, 2, 3);
  }

  @Test
  void followsReferencesListsAndTextsAndOneOfManyMembers() {
    RandomActs acts = acts("""
        {"type":"object","properties":{"to":{"$ref":"#/$defs/Places"},"loud":{"type":"boolean"},
         "name":{"type":["string","null"]}},
         "$defs":{"Places":{"type":"array","items":{"enum":["here","there",null]}}}}""", 1);
    for (int i = 0; i < 100; i++) {
      ObjectNode act = acts.next();
      assertThat(act.get("loud").isBoolean()).isTrue();
      assertThat(act.get("name").asString()).matches("[a-z]{0,8}");
      act.get("to").forEach(place -> assertThat(place.asString()).isIn("here", "there"));
    }
    RandomActs sealed = acts("""
        {"type":"object","maxProperties":1,"properties":{"go":{"type":"object","properties":{}},
         "stay":{"type":"integer"}}}""", 1);
    for (int i = 0; i < 100; i++) {
      assertThat(sealed.next().properties()).hasSize(1)
          .first()
          .extracting(Map.Entry::getKey)
          .isIn("go", "stay");
    }
  }

  @Test
  void followFromTheSeed() {
    String schema = JsonType.of(new Dudo().info().types().act()).schema().toString();
    RandomActs first = acts(schema, 5);
    RandomActs second = acts(schema, 5);
    for (int i = 0; i < 50; i++) {
      assertThat(first.next()).isEqualTo(second.next());
    }
  }
}
