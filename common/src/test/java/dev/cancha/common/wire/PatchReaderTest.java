package dev.cancha.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.Json;
import dev.cancha.common.message.Protocol;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.message.ServerMessage.Patch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchReaderTest {
  private static final String START = "{\"type\":\"patch\",\"rev\":7,";
  private static final List<String> PLAIN = List.of(START + "\"patch\":{}}",
      START
          + "\"acks\":{\"0\":1,\"12\":999999999999999},\"patch\":{\"turn\":[1],\"view\":{\"columns\":{\"3\":\"0\"}}},"
          + "\"events\":[{\"type\":\"dropped\",\"seat\":0},[],1,\"a\"]}",
      START
          + "\"patch\":{\"result\":null,\"me\":{\"dice\":[-2,0.5,true,false,null,{\"a\":[]}]}},\"events\":[]}");

  private final MessageReader<ServerMessage> general = new MessageReader<>(ServerMessage.class,
      Protocol.MAX_SERVER_DEPTH);

  @Test
  void plainPatchesAreRead() {
    assertThat(read(PLAIN.get(0))).isEqualTo(new Patch(7, null, Json.emptyObject(), null));
    assertThat(read(PLAIN.get(1)))
        .isEqualTo(new Patch(7, new TreeMap<>(Map.of(0, 1L, 12, 999_999_999_999_999L)),
            Json.ofChecked("{\"turn\":[1],\"view\":{\"columns\":{\"3\":\"0\"}}}"),
            List.of(Json.ofChecked("{\"type\":\"dropped\",\"seat\":0}"), Json.ofChecked("[]"),
                Json.ofChecked("1"),
                Json.ofChecked("\"a\""))));
    assertThat(PLAIN).allMatch(patch -> read(patch) != null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"patch\":[]}", "\"patch\":null}", "\"patch\":{}", "\"patch\":{}}}",
    "\"patch\":{} }",
    "\"acks\":{\"00\":1},\"patch\":{}}", "\"acks\":{\"0\":1,\"0\":2},\"patch\":{}}",
    "\"acks\":{\"0\":-1},\"patch\":{}}",
    "\"acks\":{\"0\":1,},\"patch\":{}}", "\"acks\":{\"12345\":1},\"patch\":{}}",
    "\"patch\":{},\"events\":null}",
    "\"patch\":{},\"events\":[1,]}", "\"patch\":{},\"rev\":8}", "\"patch\":{\"a\":1,\"b\":2,\"a\":3}}",
    "\"patch\":{\"a\":01}}", "\"patch\":{\"a\":1.}}", "\"patch\":{\"a\":1e3}}", "\"patch\":{\"a\":tru}}",
    "\"patch\":{\"a\":\"\\n\"}}", "\"patch\":{\"a\":\"ñ\"}}", "\"patch\":{\"a\":[1,]}}",
    "\"patch\":{\"a\" :1}}"})
  void everythingElseIsLeftToTheGeneralReader(String rest) {
    assertThat(read(START + rest)).isNull();
  }

  @Test
  void whatIsDeepOrHasManyMembersIsLeftToTheGeneralReader() {
    assertThat(read(START + "\"patch\":" + "{\"a\":".repeat(30) + "{}" + "}".repeat(31))).isNotNull();
    assertThat(read(START + "\"patch\":" + "{\"a\":".repeat(31) + "{}" + "}".repeat(32))).isNull();
    assertThat(read(START + "\"patch\":" + members(64) + "}")).isNotNull();
    assertThat(read(START + "\"patch\":" + members(65) + "}")).isNull();
  }

  private static String members(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"m" + i + "\":{\"a\":1}")
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Property(tries = 5_000)
  void whatIsReadIsWhatTheGeneralReaderReads(@ForAll("nearlyPlain") String message)
      throws MalformedException {
    Patch patch = read(message);
    if (patch != null) {
      byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
      assertThat(general.read(new Body(bytes, 0, bytes.length))).isEqualTo(patch);
    }
  }

  /** Plain patches of which a few characters are cut out, repeated, or replaced by others of JSON. */
  @Provide
  Arbitrary<String> nearlyPlain() {
    Arbitrary<String> put = Arbitraries.of("", "{", "}", "\"", ",", ":", "0", "1", "-", ".", "e", " ", "\\",
        "null", "ñ", "\"a\":1", ",\"a\":1", "{\"a\":1}", "[]", "\"turn\":1,", "\"0\":2,");
    return Combinators
        .combine(Arbitraries.of(PLAIN), Arbitraries.integers().between(0, 160),
            Arbitraries.integers().between(0, 3), put)
        .as((patch, place, cut, what) -> {
          int from = Math.min(place, patch.length());
          return patch.substring(0, from) + what + patch.substring(Math.min(from + cut, patch.length()));
        });
  }

  /** In the middle of an array, as it stands in a buffer. */
  private static @Nullable Patch read(String message) {
    byte[] bytes = ("}" + message + "}").getBytes(StandardCharsets.UTF_8);
    return PatchReader.read(bytes, 1, bytes.length - 1);
  }
}
