package dev.cancha.common.json;

import static dev.cancha.common.json.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.json.Samples.Act;
import dev.cancha.common.json.Samples.Bid;
import dev.cancha.common.json.Samples.Box;
import dev.cancha.common.json.Samples.Call;
import dev.cancha.common.json.Samples.Chain;
import dev.cancha.common.json.Samples.Clock;
import dev.cancha.common.json.Samples.Direction;
import dev.cancha.common.json.Samples.Fork;
import dev.cancha.common.json.Samples.Leaf;
import dev.cancha.common.json.Samples.LookAway;
import dev.cancha.common.json.Samples.Open;
import dev.cancha.common.json.Samples.Options;
import dev.cancha.common.json.Samples.Pass;
import dev.cancha.common.json.Samples.Tree;
import dev.cancha.common.json.Samples.View;
import dev.cancha.common.message.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JsonTypeTest {
  private static final View VIEW = new View(new TreeMap<>(Map.of(10, 5, 2, 4, -1, 0)), new Bid(3, 5),
      new TreeSet<>(List.of("Beto", "Ana")), 0.1,
      new TreeMap<>(Map.of(Direction.HALF_LEFT, new Clock(9, Direction.UP))),
      List.of(List.of(1, 2), List.of()));

  private static <T> void both(Class<T> type, T value, String text) {
    JsonType<T> json = JsonType.of(type);
    assertThat(json.write(value)).isEqualTo(json(text));
    assertThat(json.read(json(text))).isEqualTo(value);
  }

  @Test
  void aRecordIsAnObjectOfItsComponentsInTheirOrderAndMapsAndSetsAreSorted() {
    both(View.class, VIEW, "{'dice':{'-1':0,'2':4,'10':5},'bid':{'count':3,'face':5},'names':['Ana','Beto'],"
        + "'heat':0.1,'clocks':{'halfLeft':{'seconds':9,'when':'up'}},'line':[[1,2],[]]}");
  }

  @Test
  void whatIsWrittenVeryOftenIsWrittenTheSame() {
    JsonType<View> json = JsonType.of(View.class);
    Json once = json.write(VIEW);
    for (int i = 0; i < 6_000; i++) {
      json.write(VIEW);
    }
    assertThat(json.write(VIEW)).isEqualTo(once);
  }

  @Test
  void aVariantIsTheOnlyMemberOfAnObjectNamedAfterIt() {
    both(Act.class, new Bid(1, 6), "{'bid':{'count':1,'face':6}}");
  }

  @Test
  void aVariantOfOneComponentIsWrittenAsItsValue() {
    both(Act.class, new Call(Direction.DOWN), "{'call':'down'}");
    both(Act.class, new LookAway(List.of(1, 2)), "{'lookAway':[1,2]}");
  }

  @Test
  void aVariantWithoutComponentsIsAnEmptyObject() {
    both(Act.class, new Pass(), "{'pass':{}}");
  }

  @Test
  void aVariantByItselfIsAPlainRecord() {
    both(Bid.class, new Bid(1, 6), "{'count':1,'face':6}");
  }

  @Test
  void anAbsentComponentIsNotWritten() {
    both(Chain.class, new Chain(1, new Chain(2, null)), "{'link':1,'next':{'link':2}}");
  }

  @Test
  void typesMayContainThemselves() {
    both(Tree.class, new Fork(List.of(new Leaf(1), new Fork(List.of(), new Leaf(2))), null),
        "{'fork':{'branches':[{'leaf':1},{'fork':{'branches':[],'trunk':{'leaf':2}}}]}}");
    both(Fork.class, new Fork(List.of(new Fork(List.of(), null)), null),
        "{'branches':[{'fork':{'branches':[]}}]}");
  }

  @Test
  void rawJsonIsPassedThroughAsItIs() {
    both(Box.class, new Box(json("{'a':[1.50,null,{'b':'\\u00e9'}]}"), json("-12.0e3")),
        "{'content':{'a':[1.50,null,{'b':'\\u00e9'}]},'note':-12.0e3}");
    both(Box.class, new Box(json("'text'"), json("true")), "{'content':'text','note':true}");
    both(Box.class, new Box(json("17"), json("[]")), "{'content':17,'note':[]}");
  }

  @Test
  void nullReadsAsAbsentAndUnknownMembersAreIgnored() {
    assertThat(JsonType.of(Chain.class).read(json("{'old':{'link':[1]},'next':null,'link':7,'new':3}")))
        .isEqualTo(new Chain(7, null));
  }

  @Test
  void whitespaceMayStandAnywhere() {
    assertThat(JsonType.of(Box.class).read(json(" { 'content' : [ 1 ] } ")))
        .isEqualTo(new Box(json("[ 1 ]"), null));
  }

  @Test
  void componentsThatAreAbsentKeepTheirDefaultAlsoInNestedRecords() {
    Options defaults = new Options(7, true, "x", new Clock(60, Direction.UP));
    JsonType<Options> type = JsonType.of(Options.class);
    assertThat(type.read(json("{}"), defaults)).isEqualTo(defaults);
    assertThat(type.read(json("{'columns':5,'fast':null,'clock':{'when':'down'}}"), defaults))
        .isEqualTo(new Options(5, true, "x", new Clock(60, Direction.DOWN)));
    assertThatThrownBy(() -> type.read(json("{'columns':3}"), defaults))
        .hasMessage("'columns' must be an integer from 4 to 9, but is 3");
  }

  @Test
  void theClassOfTheValueDecidesWhereTheTypeIsOpen() {
    JsonType<Open> type = JsonType.of(Open.class);
    assertThat(type.write(new Open("K", new Chain(1, null))))
        .isEqualTo(json("{'code':'K','view':{'link':1}}"));
    assertThat(type.write(new Open("K", new Pass()))).isEqualTo(json("{'code':'K','view':{'pass':{}}}"));
    assertThat(type.write(new Open("K", Direction.HALF_LEFT)))
        .isEqualTo(json("{'code':'K','view':'halfLeft'}"));
    assertThat(type.write(new Open("K", 5L))).isEqualTo(json("{'code':'K','view':5}"));
  }

  @Test
  void whatIsOpenCanBeNeitherReadNorDescribed() {
    JsonType<Open> type = JsonType.of(Open.class);
    assertThatThrownBy(() -> type.read(json("{}"))).isNotInstanceOf(Mismatch.class)
        .hasMessageContaining("Open.view");
    assertThatThrownBy(type::schema).hasMessageContaining("Open.view");
  }

  @Test
  void numbersAreWrittenAsTheyWillBeRead() {
    record Numbers(long most, double small) {}
    both(Numbers.class, new Numbers((1L << 53) - 1, 1e-7), "{'most':9007199254740991,'small':1.0E-7}");
    JsonType<Numbers> type = JsonType.of(Numbers.class);
    assertThat(type.read(json("{'most':-1,'small':3}"))).isEqualTo(new Numbers(-1, 3.0));
    assertThatThrownBy(() -> type.write(new Numbers(1L << 53, 0))).hasMessageContaining("2^53");
    assertThatThrownBy(() -> type.write(new Numbers(0, Double.NaN))).hasMessageContaining("NaN");
  }

  @Test
  void aNullWhereNoneIsDeclaredIsNamed() {
    assertThatThrownBy(() -> JsonType.of(Clock.class).write(new Clock(1, null)))
        .hasMessageContaining("'when'")
        .hasMessageContaining("@Nullable");
  }

  @Test
  void aTypeIsLookedAtOnce() {
    JsonType<Act> type = JsonType.of(Act.class);
    assertThat(JsonType.of(Act.class)).isSameAs(type).hasToString("JsonType of " + Act.class.getName());
  }

  @Test
  void whatIsReadCannotBeChanged() {
    View read = JsonType.of(View.class).read(JsonType.of(View.class).write(VIEW));
    assertThatThrownBy(() -> read.dice().clear()).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> read.names().clear()).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> read.line().clear()).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void anUnsortedMapIsWrittenSorted() {
    record Scores(Map<String, Integer> points) {}
    Json written = JsonType.of(Scores.class).write(new Scores(Map.of("c", 1, "a", 2, "b", 3)));
    assertThat(written).isEqualTo(json("{'points':{'a':2,'b':3,'c':1}}"));
  }

  @Test
  void aMapSortedInAnotherOrderIsWrittenInTheNaturalOne() {
    record Scores(Map<Integer, Integer> points) {}
    TreeMap<Integer, Integer> down = new TreeMap<>((a, b) -> b - a);
    down.putAll(Map.of(1, 1, 2, 2));
    assertThat(JsonType.of(Scores.class).write(new Scores(down))).isEqualTo(json("{'points':{'1':1,'2':2}}"));
  }

  @Test
  void aKeyThatCouldNotBeReadIsNotWritten() {
    record Scores(Map<Integer, Integer> points) {}
    assertThatThrownBy(() -> JsonType.of(Scores.class).write(new Scores(Map.of(1_000_000_000, 1))))
        .hasMessageContaining("1000000000");
  }
}
