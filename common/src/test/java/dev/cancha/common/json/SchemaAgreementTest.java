package dev.cancha.common.json;

import static dev.cancha.common.json.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cancha.common.json.Samples.Act;
import dev.cancha.common.json.Samples.Box;
import dev.cancha.common.json.Samples.Chain;
import dev.cancha.common.json.Samples.Clock;
import dev.cancha.common.json.Samples.Direction;
import dev.cancha.common.json.Samples.Options;
import dev.cancha.common.json.Samples.Tree;
import dev.cancha.common.json.Samples.View;
import dev.cancha.common.message.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reader accepts the schema accepts, and the other way round; a validator that others wrote is the judge. */
class SchemaAgreementTest {
  private static final SchemaRegistry REGISTRY = SchemaRegistry
      .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** What is put in the place of each part of a valid value, one at a time. */
  private static final List<String> SPOILERS = List.of("null", "true", "0", "-1", "7", "31", "2.5", "1e400",
      "2147483648", "9007199254740992", "'up'", "'x'", "''", "[]", "[1]", "[1,1]", "['a']", "['a','a']",
      "[[1]]",
      "[null]", "{}", "{'x':1}", "{'1':1}", "{'01':1}", "{'-7':1}", "{'1234567890':1}", "{'pass':{}}",
      "{'pass':{},'call':'up'}", "{'leaf':1}", "{'link':1}", "{'up':{'seconds':1,'when':'up'}}");

  /** A type with values that cover it; {@code defaults} where it is read with them. */
  record Case<T>(Class<T> type, List<String> values, T defaults) {
    boolean reads(Json json) {
      try {
        JsonType<T> jsonType = JsonType.of(type);
        return (defaults == null ? jsonType.read(json) : jsonType.read(json, defaults)) != null;
      } catch (Mismatch e) {
        return false;
      }
    }

    Schema schema() {
      JsonType<T> jsonType = JsonType.of(type);
      Json text = defaults == null ? jsonType.schema() : jsonType.schema(defaults);
      return REGISTRY.getSchema(text.toString(), InputFormat.JSON);
    }
  }

  static Stream<Case<?>> cases() {
    return Stream.of(
        new Case<>(Act.class, List.of("{'bid':{'count':3,'face':5}}", "{'call':'up'}", "{'pass':{}}",
            "{'lookAway':[1,2]}"), null),
        new Case<>(View.class, List.of("{'dice':{'0':5,'-7':1},'bid':{'count':3,'face':5},'names':['a','b'],"
            + "'heat':0.5,'clocks':{'up':{'seconds':9,'when':'up'}},'line':[[1,2],[]]}"), null),
        new Case<>(Tree.class,
            List.of("{'fork':{'branches':[{'leaf':1},{'fork':{'branches':[]}}],'trunk':{'leaf':2}}}"),
            null),
        new Case<>(Chain.class, List.of("{'link':1,'next':{'link':2,'next':{'link':3}}}"), null),
        new Case<>(Box.class, List.of("{'content':{'a':1},'note':[2]}"), null),
        new Case<>(Options.class,
            List.of("{'columns':4,'fast':true,'name':'n','clock':{'seconds':1,'when':'up'}}"),
            null),
        new Case<>(Options.class,
            List.of("{'columns':4,'fast':true,'name':'n','clock':{'seconds':1,'when':'up'}}"),
            new Options(7, true, null, new Clock(60, Direction.UP))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readerAndSchemaAcceptTheSame(Case<?> each) {
    Schema schema = each.schema();
    int accepted = 0;
    int refused = 0;
    for (String value : each.values()) {
      assertThat(each.reads(json(value))).as(value).isTrue();
      for (String text : spoiled(json(value).toString())) {
        boolean reads = each.reads(Json.ofChecked(text));
        assertThat(schema.validate(text, InputFormat.JSON).isEmpty()).as("the schema accepts " + text)
            .isEqualTo(reads);
        accepted += reads ? 1 : 0;
        refused += reads ? 0 : 1;
      }
    }
    assertThat(accepted).isPositive();
    assertThat(refused).isPositive();
  }

  /** The one exception: to JSON Schema 3.0 is an integer, to the protocol it is not. */
  @Test
  void anIntegerWithAFractionOfZeroIsRefusedByTheReaderAlone() {
    Case<Chain> chain = new Case<>(Chain.class, List.of(), null);
    assertThat(chain.schema().validate("{\"link\":3.0}", InputFormat.JSON)).isEmpty();
    assertThat(chain.reads(json("{'link':3.0}"))).isFalse();
  }

  @Test
  void eventsSatisfyTheirSchema() {
    EventType events = EventType.of(Samples.Event.class);
    Schema schema = REGISTRY.getSchema(events.schema().toString(), InputFormat.JSON);
    for (Record event : List.of(new Samples.Dropped(1, 3), new Samples.GameWon(1, new Samples.Pass()),
        new Samples.GameWon(null, new Samples.Bid(1, 1)), new Samples.Drawn())) {
      assertThat(schema.validate(events.write(event).toString(), InputFormat.JSON)).as("" + event).isEmpty();
    }
    assertThat(schema.validate("{\"type\":\"dropped\",\"seat\":1}", InputFormat.JSON)).isNotEmpty();
    assertThat(schema.validate("{\"type\":\"other\"}", InputFormat.JSON)).isNotEmpty();
  }

  /** {@code text} itself; with each of its values replaced by each spoiler; and with each member taken away. */
  private static List<String> spoiled(String text) {
    List<String> all = new ArrayList<>(List.of(text));
    for (int start = 0; start < text.length(); start++) {
      if (!startsValue(text, start)) {
        continue;
      }
      int end = end(text, start);
      for (String spoiler : SPOILERS) {
        all.add(text.substring(0, start) + json(spoiler) + text.substring(end));
      }
      if (start > 0 && text.charAt(start - 1) == ':') {
        int name = text.lastIndexOf('"', start - 3);
        all.add((text.substring(0, name) + text.substring(end)).replace("{,", "{")
            .replace(",,", ",")
            .replace(",}", "}"));
      }
    }
    return all;
  }

  private static boolean startsValue(String text, int at) {
    char before = at == 0 ? ':' : text.charAt(at - 1);
    boolean inList = (before == '[' || before == ',') && text.charAt(at) != '"' && text.charAt(at) != ']';
    return before == ':' || inList;
  }

  /** The position after the value that starts at {@code start}. */
  private static int end(String text, int start) {
    int depth = 0;
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      if (depth == 0 && at > start && (c == ',' || c == '}' || c == ']')) {
        return at;
      }
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      if (depth == 0 && (c == '}' || c == ']')) {
        return at + 1;
      }
    }
    return text.length();
  }
}
