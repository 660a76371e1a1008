package dev.cancha.client;

import static dev.cancha.client.Stage.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.client.Stage.Outcome;
import dev.cancha.common.message.ByeCode;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.wire.Framing;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client does not come back from, and what it never began. */
@ParameterizedClass
@EnumSource(Framing.class)
class EndingsChannelTest {
  private final Stage stage;

  EndingsChannelTest(Framing framing) {
    stage = new Stage(framing);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private void send(String json) {
    stage.server.current().send(json);
    stage.settle();
  }

  @Test
  void takenOverIsTheEnd() {
    GameClient client = stage.playing();
    Outcome<Applied> act = outcome(client.act(Json.ofChecked("{\"column\":3}"), 5));
    stage.settle();
    stage.heard.take();
    send("{\"type\":\"bye\",\"code\":\"takenOver\",\"message\":\"You went on elsewhere.\"}");
    stage.advance(Duration.ofSeconds(30));
    assertThat(stage.heard.take()).containsExactly("closed");
    assertThat(((SaidBye) stage.heard.cause).code()).isEqualTo(ByeCode.TAKEN_OVER);
    assertThat(stage.server.connections).hasSize(1);
    assertThat(act.failure).isSameAs(stage.heard.cause);
  }

  @Test
  void aByeForTheRateIsTheEnd() {
    stage.playing();
    send("{\"type\":\"bye\",\"code\":\"rateLimited\",\"message\":\"Too many.\",\"retryAfterMillis\":10}");
    stage.advance(Duration.ofSeconds(30));
    assertThat(((SaidBye) stage.heard.cause).code()).isEqualTo(ByeCode.RATE_LIMITED);
    assertThat(stage.server.connections).hasSize(1);
  }

  @Test
  void anErrorThatClosesIsTheEnd() {
    stage.playing();
    send("{\"type\":\"error\",\"code\":\"tooLarge\",\"message\":\"Less.\"}");
    stage.advance(Duration.ofSeconds(30));
    assertThat(((Refused) stage.heard.cause).code()).isEqualTo(ErrorCode.TOO_LARGE);
    assertThat(stage.server.connections).hasSize(1);
  }

  @Test
  void aRefusedHelloFailsTheFirstConnection() {
    Outcome<ServerMessage.Welcome> connected = outcome(stage.client().connect());
    stage.settle();
    send("{\"type\":\"error\",\"code\":\"serverFull\",\"message\":\"Full.\"}");
    stage.advance(Duration.ofSeconds(30));
    assertThat(((Refused) connected.failure).code()).isEqualTo(ErrorCode.SERVER_FULL);
    assertThat(stage.heard.take()).containsExactly("closed");
    assertThat(stage.server.connections).hasSize(1);
  }

  @Test
  void aServerThatIsNotThereFailsTheFirstConnection() {
    stage.server.reachable(false);
    Outcome<ServerMessage.Welcome> connected = outcome(stage.client().connect());
    stage.settle();
    assertThat(connected.failure).isInstanceOf(ConnectionLost.class)
        .hasMessageContaining("no server answers at one:7777");
  }

  @Test
  void closingWhileWaitingCancelsTheNextAttempt() {
    GameClient client = stage.playing();
    stage.server.current().close();
    stage.settle();
    client.close();
    stage.advance(Duration.ofSeconds(30));
    assertThat(stage.server.connections).hasSize(1);
  }

  @Test
  void closingWhileConnectingEndsTheAttempt() {
    GameClient client = stage.client();
    Outcome<ServerMessage.Welcome> connected = outcome(client.connect());
    client.close();
    stage.settle();
    stage.advance(Duration.ofSeconds(30));
    assertThat(connected.failure).isInstanceOf(ConnectionLost.class);
    assertThat(stage.server.connections.stream().filter(ScriptedConnection::open)).isEmpty();
  }

  @Test
  void closingBecauseARequestFailedWithTheConnectionIsTheEnd() {
    GameClient client = stage.playing();
    client.ready(true).whenComplete((done, failure) -> client.close());
    stage.settle();
    stage.server.current().close();
    stage.advance(Duration.ofSeconds(30));
    assertThat(stage.heard.take()).containsExactly("room 5", "closed");
    assertThat(stage.server.connections).hasSize(1);
  }
}
