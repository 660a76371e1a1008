package dev.cancha.app.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortFormTest {
  private final ShortForm connectFour = form(Samples.CONNECT_FOUR_ACTION);
  private final ShortForm dudo = form(Samples.DUDO_ACTION);
  private final ShortForm snake = form(Samples.SNAKE_ACTION);

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      3                                        | {"column":3}
      column 3                                 | {"column":3}
      COLUMN  3                                | {"column":3}
      -1                                       | {"column":-1}
      {"column": 3}                            | {"column":3}
      {"anything": ["the server", "judges"]}   | {"anything":["the server","judges"]}
      """)
  void aRecordIsItsValues(String line, String json) throws Misunderstood {
    assertThat(connectFour.parse(line)).hasToString(json);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      bid 3 5              | {"bid":{"count":3,"face":5}}
      Bid 3, 5             | {"bid":{"count":3,"face":5}}
      bid count 3 face 5   | {"bid":{"count":3,"face":5}}
      3 5                  | {"bid":{"count":3,"face":5}}
      call dudo            | {"call":"dudo"}
      dudo                 | {"call":"dudo"}
      CALZO                | {"call":"calzo"}
      """)
  void aVariantIsItsNameAndItsValuesOrTheValuesAlone(String line, String json) throws Misunderstood {
    assertThat(dudo.parse(line)).hasToString(json);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      up        | {"turn":"up"}
      turn left | {"turn":"left"}
      u         | {"turn":"up"}
      D         | {"turn":"down"}
      l         | {"turn":"left"}
      turn r    | {"turn":"right"}
      """)
  void aChoiceIsItsWord(String line, String json) throws Misunderstood {
    assertThat(snake.parse(line)).hasToString(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bid", "bid 3", "bid 3 5 6", "bid three 5", "doubt", "call", "call 3", "3", "",
    "   ", "+",
    "99999999999999999999"})
  void whatFitsNoVariantIsAnsweredWithWhatWould(String line) {
    assertThatThrownBy(() -> dudo.parse(line)).isInstanceOf(Misunderstood.class)
        .hasMessageEndingWith("is no act here. Type bid <count 1-30> <face 1-6>, or call dudo|calzo.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"column\":3", "{column:3}"})
  void brokenJsonIsAnsweredWithAnExample(String line) {
    assertThatThrownBy(() -> connectFour.parse(line)).isInstanceOf(Misunderstood.class)
        .hasMessageContaining("{\"column\":3}");
  }

  @Test
  void aWordThatTwoChoicesBeginWithIsNoneOfThem() throws Misunderstood {
    ShortForm form = form("""
        {"type":"object","properties":{"how":{"enum":["slow","slowly","fast"]}},"required":["how"]}""");
    assertThat(form.parse("slow")).hasToString("{\"how\":\"slow\"}");
    assertThat(form.parse("f")).hasToString("{\"how\":\"fast\"}");
    assertThatThrownBy(() -> form.parse("s")).isInstanceOf(Misunderstood.class);
  }

  @Test
  void aLongLineIsRepeatedOnlyInPart() {
    assertThatThrownBy(() -> connectFour.parse("x".repeat(5_000))).message().hasSizeLessThan(120);
  }

  @Test
  void theUsageNamesMembersWithTheirBounds() {
    assertThat(connectFour.usage()).containsExactly("<column 0-6>");
    assertThat(dudo.usage()).containsExactly("bid <count 1-30> <face 1-6>", "call dudo|calzo");
    assertThat(snake.usage()).containsExactly("up|down|left|right");
  }

  @Test
  void whatFitsTwoVariantsNeedsItsName() throws Misunderstood {
    ShortForm twice = form("""
        {"type":"object","minProperties":1,"maxProperties":1,"properties":{
          "push":{"type":"object","properties":{"x":{"type":"integer"}},"required":["x"]},
          "pull":{"type":"object","properties":{"x":{"type":"integer"}},"required":["x"]},
          "pass":{"type":"object","properties":{}}}}""");
    assertThat(twice.parse("pull 4")).hasToString("{\"pull\":{\"x\":4}}");
    assertThat(twice.parse("pass")).hasToString("{\"pass\":{}}");
    assertThat(twice.usage()).containsExactly("push <x>", "pull <x>", "pass");
    assertThatThrownBy(() -> twice.parse("4")).isInstanceOf(Misunderstood.class);
  }

  @Test
  void everyKindOfValueCanBeTyped() throws Misunderstood {
    ShortForm all = form("""
        {"type":"object","properties":{"name":{"type":"string"},"sure":{"type":"boolean"},"share":{"type":"number"},
          "note":{"type":"integer"},"cells":{"type":"array","items":{"type":"integer"}},"kind":{"const":"a"}},
         "required":["name","sure","share","cells","kind"]}""");
    assertThat(all.parse("Ana yes 0.5 1 2 3 a"))
        .hasToString(
            "{\"name\":\"Ana\",\"sure\":true,\"share\":0.5,\"note\":1,\"cells\":[2,3],\"kind\":\"a\"}");
    assertThat(all.usage()).containsExactly("<name> <sure> <share> [<note>] <cells ...> a");
    assertThatThrownBy(() -> all.parse("Ana perhaps 0.5 a")).isInstanceOf(Misunderstood.class);
  }

  @Test
  void aMemberThatMayBeAbsentMayBeLeftOut() throws Misunderstood {
    ShortForm form = form("""
        {"type":"object","properties":{"count":{"type":"integer"},"how":{"enum":["fast","slow"]}},
         "required":["count"]}""");
    assertThat(form.parse("3")).hasToString("{\"count\":3}");
    assertThat(form.parse("3 slow")).hasToString("{\"count\":3,\"how\":\"slow\"}");
  }

  @Test
  void aNestedVariantAndAReferenceAreFollowed() throws Misunderstood {
    ShortForm form = form("""
        {"type":"object","properties":{"move":{"$ref":"#/$defs/way"}},"required":["move"],
         "$defs":{"way":{"type":"object","minProperties":1,"maxProperties":1,"properties":{
           "walk":{"type":"integer"},"wait":{"type":"object","properties":{}}}}}}""");
    assertThat(form.parse("walk 2")).hasToString("{\"move\":{\"walk\":2}}");
    assertThat(form.parse("move wait")).hasToString("{\"move\":{\"wait\":{}}}");
    assertThat(form.usage()).containsExactly("(walk <integer> | wait)");
  }

  @Test
  void aSchemaThatSaysNothingLeavesJson() throws Misunderstood {
    ShortForm form = form("true");
    assertThat(form.parse("{\"a\":1}")).hasToString("{\"a\":1}");
    assertThatThrownBy(() -> form.parse("a 1")).isInstanceOf(Misunderstood.class);
  }

  private static ShortForm form(String schema) {
    return new ShortForm(Samples.json(schema));
  }
}
