package dev.cancha.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.client.Stage.Outcome;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.wire.Framing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeededHandshakerChannelTest {
  private static final String ACCEPT = "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\n"
      + "connection: Upgrade\r\nsec-websocket-accept: ";

  private static SeededHandshaker handshaker(long seed) {
    return new SeededHandshaker(URI.create("ws://one:7777/ws"), new SplittableRandom(seed)::nextLong);
  }

  private static String request(long seed) {
    var request = handshaker(seed).newHandshakeRequest();
    try {
      return request.toString();
    } finally {
      request.release();
    }
  }

  private static String maskedText(long seed) {
    EmbeddedChannel channel = new EmbeddedChannel(handshaker(seed).newWebSocketEncoder());
    channel.writeOutbound(new TextWebSocketFrame("{\"type\":\"sync\"}"));
    ByteBuf all = Unpooled.buffer();
    for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
      all.writeBytes(part);
      part.release();
    }
    channel.finishAndReleaseAll();
    return io.netty.buffer.ByteBufUtil.hexDump(all);
  }

  @Test
  void theSameSeedSendsTheSameBytes() {
    assertThat(request(1)).contains("sec-websocket-key: ").isEqualTo(request(1)).isNotEqualTo(request(2));
    assertThat(maskedText(1)).startsWith("818f").isEqualTo(maskedText(1)).isNotEqualTo(maskedText(2));
  }

  @Test
  void aWrongAnswerToTheNonceFailsTheConnection() {
    assertThat(failure(ACCEPT + "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"))
        .contains("did not take up the WebSocket");
  }

  @Test
  void aRefusedUpgradeFailsTheConnectionWithItsStatus() {
    assertThat(failure("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n")).contains("403 Forbidden");
  }

  @Test
  void anUpgradeThatIsNotAnsweredWithinThreeSecondsFailsTheConnection() {
    try (Stage stage = new Stage(Framing.WEBSOCKET)) {
      stage.server.answering = false;
      Outcome<ServerMessage.Welcome> connected = Stage.outcome(stage.client().connect());
      stage.settle();
      stage.advance(Duration.ofMillis(2_900));
      assertThat(connected.done).isFalse();
      stage.advance(Duration.ofMillis(200));
      assertThat(connected.failure).isInstanceOf(ConnectionLost.class);
      assertThat(stage.server.current().open()).isFalse();
    }
  }

  private static String failure(String answer) {
    try (Stage stage = new Stage(Framing.WEBSOCKET)) {
      stage.server.answering = false;
      Outcome<ServerMessage.Welcome> connected = Stage.outcome(stage.client().connect());
      stage.settle();
      stage.server.current().sendRaw(answer.getBytes(StandardCharsets.US_ASCII));
      stage.settle();
      return String.valueOf(connected.failure.getMessage());
    }
  }
}
