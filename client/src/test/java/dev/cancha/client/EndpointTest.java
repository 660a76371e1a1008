package dev.cancha.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cancha.common.wire.Framing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @Test
  void aHostAloneIsFramesOnTheUsualPort() {
    assertThat(Endpoint.parse("10.0.0.7")).isEqualTo(new Endpoint(Framing.FRAMES, "10.0.0.7", 7777, ""));
    assertThat(Endpoint.parse("localhost:9")).isEqualTo(new Endpoint(Framing.FRAMES, "localhost", 9, ""));
    assertThat(Endpoint.parse("cancha://h:80")).isEqualTo(new Endpoint(Framing.FRAMES, "h", 80, ""));
  }

  @Test
  void aWebSocketHasAPath() {
    assertThat(Endpoint.parse("ws://h:80/ws")).isEqualTo(new Endpoint(Framing.WEBSOCKET, "h", 80, "/ws"));
    assertThat(Endpoint.parse("WS://h")).isEqualTo(new Endpoint(Framing.WEBSOCKET, "h", 7777, "/ws"));
    assertThat(Endpoint.parse("ws://h:1/a/b").webSocketUri()).hasToString("ws://h:1/a/b");
  }

  @Test
  void anIpv6AddressStandsInBrackets() {
    Endpoint endpoint = Endpoint.parse("ws://[::1]:80/ws");
    assertThat(endpoint.host()).isEqualTo("::1");
    assertThat(endpoint.webSocketUri()).hasToString("ws://[::1]:80/ws");
    assertThat(endpoint.address()).isEqualTo("[::1]:80");
    assertThat(Endpoint.parse("localhost").address()).isEqualTo("localhost:7777");
  }

  @Test
  void aMovedRoomIsSpokenToInTheSameWay() {
    assertThat(Endpoint.parse("ws://h:80/ws").at("other", 81)).isEqualTo(Endpoint.parse("ws://other:81/ws"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://h", "cancha://", ":7777", "h:0", "h:65536", "a b", "h:-1", "h:x"})
  void anythingElseIsRefusedWithASentence(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.parse(text)).withMessageMatching(".+ .+");
  }
}
