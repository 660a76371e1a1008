package dev.cancha.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.server.testing.BrokenGame;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestClient.Speaks;
import dev.cancha.server.testing.TestServer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every refusal that the protocol page names, reached as a client would reach it, over both framings. */
class RefusalsChannelTest {
  @RegisterExtension
  final TestServer server = new TestServer();

  static Stream<Arguments> overBothFramings() {
    return Refusals.all()
        .stream()
        .flatMap(refusal -> Stream.of(Speaks.values())
            .map(speaks -> Arguments.of(Named.of(refusal.code() + ": " + refusal.when(), refusal), speaks)));
  }

  @ParameterizedTest(name = "{0} over {1}")
  @MethodSource("overBothFramings")
  void itIsRefusedWithItsCodeAndASentence(Refusals.Refusal refusal, Speaks speaks) {
    server.set("session.maxSessions=4")
        .set("lobby.maxRooms=2")
        .set("room.maxSpectators=1")
        .offer(
            new BrokenGame());
    TestClient client = server.client(speaks);

    refusal.script().run(server, client);

    JsonNode error = client.take("error");
    assertThat(error.get("code").stringValue()).isEqualTo(wire(refusal.code()));
    assertThat(error.get("message").stringValue()).isNotBlank()
        .doesNotContain("Exception", "\tat ", "dev.cancha");
    assertThat(client.count("error")).as("errors beside it").isZero();
    server.advanceSeconds(1);
    if (refusal.closes()) {
      assertThat(client.open()).isFalse();
      if (speaks == Speaks.WEBSOCKET) {
        assertThat(client.closeCode()).isEqualTo(refusal.code().closeCode());
      }
    } else {
      assertThat(client.forget().ask("{'type':'ping'}").get("type").stringValue())
          .as("the connection goes on")
          .isEqualTo("pong");
    }
  }

  /** {@code unauthorized} waits for servers that ask for a signed identity. */
  @Test
  void everyCodeIsReachedByARefusal() {
    Set<ErrorCode> reached = EnumSet.of(ErrorCode.UNAUTHORIZED);
    Refusals.all().forEach(refusal -> reached.add(refusal.code()));
    assertThat(reached).containsExactlyInAnyOrder(ErrorCode.values());
  }

  private static String wire(ErrorCode code) {
    StringBuilder name = new StringBuilder();
    for (String word : code.name().split("_", -1)) {
      String lower = word.toLowerCase(Locale.ROOT);
      name.append(name.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return name.toString();
  }
}
