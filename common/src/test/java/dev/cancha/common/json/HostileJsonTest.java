package dev.cancha.common.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cancha.common.json.Samples.Act;
import dev.cancha.common.json.Samples.Chain;
import dev.cancha.common.json.Samples.Options;
import dev.cancha.common.json.Samples.Tree;
import dev.cancha.common.json.Samples.View;
import dev.cancha.common.message.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a client sends is read or is a mismatch: nothing else is thrown, and the schema has the same opinion. */
class HostileJsonTest {
  private static final SchemaRegistry REGISTRY = SchemaRegistry
      .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final List<Class<?>> TYPES = List.of(Act.class, View.class, Tree.class, Chain.class,
      Options.class);
  private static final List<Schema> SCHEMAS = TYPES.stream()
      .map(type -> REGISTRY.getSchema(JsonType.of(type).schema().toString(), InputFormat.JSON))
      .toList();
  private static final List<String> VALID = List.of("{\"bid\":{\"count\":3,\"face\":5}}",
      "{\"lookAway\":[1,2]}",
      "{\"fork\":{\"branches\":[{\"leaf\":1}],\"trunk\":{\"leaf\":2}}}", "{\"link\":1,\"next\":{\"link\":2}}",
      "{\"columns\":4,\"fast\":true,\"clock\":{\"seconds\":1,\"when\":\"up\"}}");

  private static boolean reads(Class<?> type, Json json) {
    try {
      return JsonType.of(type).read(json) != null;
    } catch (Mismatch e) {
      assertThat(e).hasMessageMatching("(?s).{1,300}");
      return false;
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void readerAndSchemaAgreeOnRandomValues(@ForAll("values") String text) {
    for (int i = 0; i < TYPES.size(); i++) {
      assertThat(SCHEMAS.get(i).validate(text, InputFormat.JSON).isEmpty())
          .as(TYPES.get(i) + " accepts " + text)
          .isEqualTo(reads(TYPES.get(i), Json.ofChecked(text)));
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aSpoiledByteNeverThrowsAnythingElse(@ForAll("spoiled") byte[] bytes) {
    for (Class<?> type : TYPES) {
      boolean read = reads(type, Json.ofChecked(bytes));
      assertThat(read).isEqualTo(reads(type, Json.ofChecked(bytes.clone())));
    }
  }

  @Provide
  Arbitrary<byte[]> spoiled() {
    Arbitrary<byte[]> valid = Arbitraries.of(VALID).map(text -> text.getBytes(StandardCharsets.UTF_8));
    return valid.flatMap(bytes -> Arbitraries.integers()
        .between(0, bytes.length - 1)
        .flatMap(at -> Arbitraries.bytes().map(value -> {
          byte[] copy = bytes.clone();
          copy[at] = value;
          return copy;
        })));
  }

  /** Values whose names are those of the samples, so that they often come near to one. */
  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> plain = Arbitraries.of("0", "1", "5", "-1", "31", "4.5", "true", "null", "\"up\"",
        "\"x\"",
        "[]", "{}");
    return Arbitraries.recursive(() -> plain, this::around, 0, 3);
  }

  private Arbitrary<String> around(Arbitrary<String> inner) {
    Arbitrary<String> list = inner.list().ofMaxSize(2).map(items -> "[" + String.join(",", items) + "]");
    Arbitrary<String> names = Arbitraries.of("bid", "call", "pass", "count", "face", "leaf", "fork",
        "branches",
        "trunk", "link", "next", "lookAway", "other");
    Arbitrary<String> object = names.flatMap(name -> inner.map(value -> Tuple.of(name, value)))
        .list()
        .uniqueElements(Tuple.Tuple2::get1)
        .ofMaxSize(2)
        .map(members -> members.stream()
            .map(member -> "\"" + member.get1() + "\":" + member.get2())
            .collect(Collectors.joining(",", "{", "}")));
    return Arbitraries.oneOf(list, object, object);
  }
}
