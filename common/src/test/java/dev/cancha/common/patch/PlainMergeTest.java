package dev.cancha.common.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

class PlainMergeTest {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  @ParameterizedTest
  @ValueSource(strings = {"{}",
    "{\"view\":{\"comets\":{\"0\":{\"x\":3},\"7\":{\"y\":-12,\"heading\":\"up\"}}}}",
    "{\"turn\":[0,1],\"clock\":{\"0\":30000,\"1\":2147483648}}",
    "{\"seats\":{\"0\":{\"ready\":true}},\"result\":null}",
    "{\"view\":{\"snakes\":{\"0\":{\"head\":[3,4],\"body\":\"rrd\",\"alive\":false}},"
        + "\"at\":[1.5,-0.25,null,{\"a\":null}]}}"})
  void plainPatchesAreMerged(String patch) {
    JsonNode target = MAPPER
        .readTree("{\"phase\":\"playing\",\"view\":{\"comets\":{\"0\":{\"x\":2,\"y\":1}}},\"result\":{}}");
    JsonNode once = merge(target, patch);
    assertThat(once).isNotNull().hasToString(generally(target, patch).toString());
    assertThat(merge(once, patch)).isNotNull().isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[1]", "{\"a\": 1}", "{\"a\":1} ", "{\"a\":1,}", "{\"a\":01}",
    "{\"a\":-0}",
    "{\"a\":1.}", "{\"a\":.5}", "{\"a\":1e3}", "{\"a\":\"\\n\"}", "{\"a\":\"ñ\"}", "{\"\\u0061\":1}",
    "{\"a\":1,\"a\":2}", "{\"a\":1234567890123456789}", "{\"a\":nul}", "{\"a\":[1,]}", "{\"a\":[1}",
    "{\"a\"}"})
  void everythingElseIsLeftToTheDocument(String patch) {
    assertThat(merge(MAPPER.readTree("{\"b\":1}"), patch)).isNull();
  }

  @Test
  void largeObjectsAreLeftToTheDocument() {
    ObjectNode large = MAPPER.createObjectNode();
    IntStream.range(0, Members.MOST).forEach(i -> large.put("m" + i, i));
    JsonNode full = merge(large, "{\"m0\":null,\"m1\":-1}");
    assertThat(full).isEqualTo(generally(large, "{\"m0\":null,\"m1\":-1}"));
    assertThat(merge(large, "{\"new\":1}")).isNull();
    assertThat(merge(large.put("last", 1), "{\"m0\":null}")).isNull();
  }

  @Test
  void whatWasMergedCannotBeChanged() {
    JsonNode merged = merge(MAPPER.readTree("{\"a\":1}"), "{\"b\":2}");
    assertThatThrownBy(() -> ((ObjectNode) merged).put("c", 3))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(((ObjectNode) merged.deepCopy()).put("c", 3)).hasToString("{\"a\":1,\"b\":2,\"c\":3}");
  }

  @Property(tries = 5_000)
  void whatIsMergedIsWhatTheStandardSays(@ForAll("documents") JsonNode document,
      @ForAll("patches") Tuple2<String, String> patches) {
    JsonNode once = compare(document, patches.get1());
    compare(once == null ? document : once, patches.get2());
  }

  private static @Nullable JsonNode compare(JsonNode target, String patch) {
    String before = target.toString();
    JsonNode merged = merge(target, patch);
    if (merged != null) {
      assertThat(merged).isEqualTo(generally(target, patch)).hasToString(generally(target, patch).toString());
      assertThat(merged).hasSameHashCodeAs(generally(target, patch));
    }
    assertThat(target).hasToString(before);
    return merged;
  }

  @Property(tries = 500)
  void noPlainPatchIsLeftOut(@ForAll("documents") JsonNode document, @ForAll("plain") String patch) {
    assertThat(compare(document, patch)).isNotNull();
  }

  @Provide
  Arbitrary<JsonNode> documents() {
    return values().map(MAPPER::readTree);
  }

  @Provide
  Arbitrary<Tuple2<String, String>> patches() {
    return Combinators.combine(nearlyPlain(), nearlyPlain()).as(Tuple::of);
  }

  @Provide
  Arbitrary<String> plain() {
    return object(Arbitraries.of("a", "b", "c", "d"), values());
  }

  /** JSON in which, now and then, a few characters are cut out or replaced by others. */
  private static Arbitrary<String> nearlyPlain() {
    Arbitrary<String> put = Arbitraries.of("", "{", "}", "\"", ",", ":", "0", "-", ".", "e", " ", "\\",
        "null",
        "ñ", ",\"a\":1", "[]");
    Arbitrary<String> broken = Combinators
        .combine(values(), Arbitraries.integers().between(0, 60), Arbitraries.integers().between(0, 2), put)
        .as((json, place, cut, what) -> {
          int from = Math.min(place, json.length());
          return json.substring(0, from) + what + json.substring(Math.min(from + cut, json.length()));
        });
    return Arbitraries.oneOf(values(), broken);
  }

  private static Arbitrary<String> values() {
    Arbitrary<String> plain = Arbitraries.of("0", "1", "-7", "2147483647", "2147483648",
        "-123456789012345678",
        "1.5", "-0.25", "true", "false", "null", "\"\"", "\"up\"", "{}", "[]");
    Arbitrary<String> name = Arbitraries.of("a", "b", "c", "d");
    return Arbitraries.recursive(() -> plain,
        inner -> Arbitraries.oneOf(inner, object(name, inner), object(name, inner),
            inner.list().ofMaxSize(3).map(all -> "[" + String.join(",", all) + "]")),
        0, 4);
  }

  private static Arbitrary<String> object(Arbitrary<String> name, Arbitrary<String> value) {
    return Combinators.combine(name, value)
        .as((key, json) -> "\"" + key + "\":" + json)
        .list()
        .uniqueElements(member -> member.charAt(1))
        .ofMaxSize(4)
        .map(members -> "{" + String.join(",", members) + "}");
  }

  private static JsonNode generally(JsonNode target, String patch) {
    return Document.merge(target, MAPPER.readTree(patch));
  }

  private static @Nullable JsonNode merge(JsonNode target, String patch) {
    return PlainMerge.merge(target, patch.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void numbersAreOfTheSameKindAsTheParserMakesThem() {
    JsonNode merged = merge(MAPPER.readTree("{}"), "{\"a\":2147483647,\"b\":-2147483649,\"c\":0.5}");
    assertThat(merged).isEqualTo(MAPPER.readTree("{\"a\":2147483647,\"b\":-2147483649,\"c\":0.5}"));
    assertThat(merged.get("a")).isInstanceOf(IntNode.class);
  }
}
