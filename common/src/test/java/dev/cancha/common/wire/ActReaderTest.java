package dev.cancha.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ClientMessage.Act;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActReaderTest {
  private static final List<String> PLAIN = List.of("{\"type\":\"act\",\"seq\":7,\"action\":{\"column\":3}}",
      "{\"type\":\"act\",\"seq\":12,\"action\":{\"bid\":{\"count\":3,\"face\":5}},\"rev\":60}",
      "{\"type\":\"act\",\"seq\":1,\"action\":{\"turn\":\"up\"},\"rev\":0}",
      "{\"type\":\"act\",\"seq\":999999999999999,\"action\":{}}");

  private final MessageReader<ClientMessage> general = new MessageReader<>(ClientMessage.class,
      Protocol.MAX_CLIENT_DEPTH);

  @Test
  void plainActsAreRead() {
    assertThat(read(PLAIN.get(0))).isEqualTo(new Act(7L, Json.ofChecked("{\"column\":3}"), null));
    assertThat(read(PLAIN.get(1)))
        .isEqualTo(new Act(12L, Json.ofChecked("{\"bid\":{\"count\":3,\"face\":5}}"), 60L));
    assertThat(PLAIN).allMatch(act -> read(act) != null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"type\":\"ready\"}", "{\"type\":\"act\",\"seq\":0,\"action\":{}}",
    "{\"type\":\"act\",\"seq\":01,\"action\":{}}", "{\"type\":\"act\",\"seq\":1.0,\"action\":{}}",
    "{\"type\":\"act\",\"seq\":9007199254740993,\"action\":{}}", "{\"type\":\"act\",\"seq\":1,\"action\":3}",
    "{\"type\":\"act\",\"seq\":1,\"action\":{\"a\":1,\"a\":2}}",
    "{\"type\":\"act\",\"seq\":1,\"action\":{\"a\":01}}",
    "{\"type\":\"act\",\"seq\":1,\"action\":{\"a\":\"\\n\"}}",
    "{\"type\":\"act\",\"seq\":1,\"action\":{\"a\":\"ñ\"}}",
    "{\"type\":\"act\",\"seq\":1,\"action\":{\"a\":1,}}", "{\"type\":\"act\",\"seq\":1,\"action\":{}}}",
    "{\"type\":\"act\",\"seq\":1,\"action\":{},\"rev\":-1}",
    "{\"type\":\"act\",\"seq\":1,\"action\":{},\"seq\":2}",
    "{\"type\":\"act\",\"seq\":1,\"action\":{\"a\":[1]}}", "{\"type\":\"act\", \"seq\":1,\"action\":{}}",
    "{\"type\":\"act\",\"seq\":1,\"action\":"
        + "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}"})
  void everythingElseIsLeftToTheGeneralReader(String message) {
    assertThat(read(message)).isNull();
  }

  @Property(tries = 5_000)
  void whatIsReadIsWhatTheGeneralReaderReads(@ForAll("nearlyPlain") String message)
      throws MalformedException {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    Act act = ActReader.read(bytes);
    if (act != null) {
      assertThat(general.read(new Body(bytes, 0, bytes.length))).isEqualTo(act);
    }
  }

  /** Plain acts of which a few characters are cut out, repeated, or replaced by others of JSON. */
  @Provide
  Arbitrary<String> nearlyPlain() {
    Arbitrary<String> put = Arbitraries.of("", "{", "}", "\"", ",", ":", "0", "1", "-", ".", "e", " ", "\\",
        "null", "ñ",
        "\"a\":1", ",\"a\":1", "{\"a\":1}", "[]", "\"column\":1,");
    return Combinators
        .combine(Arbitraries.of(PLAIN), Arbitraries.integers().between(0, 80),
            Arbitraries.integers().between(0, 3), put)
        .as((act, place, cut, what) -> {
          int from = Math.min(place, act.length());
          return act.substring(0, from) + what + act.substring(Math.min(from + cut, act.length()));
        });
  }

  private static Act read(String message) {
    return ActReader.read(message.getBytes(StandardCharsets.UTF_8));
  }
}
