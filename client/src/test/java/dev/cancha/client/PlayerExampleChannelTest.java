package dev.cancha.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.wire.Framing;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The example of the documentation plays a match. */
class PlayerExampleChannelTest {
  @Test
  void theExampleJoinsActsInItsTurnAndSeesTheResult() {
    try (Stage stage = new Stage(Framing.FRAMES)) {
      PlayerExample example = new PlayerExample();
      GameClient client = new GameClient(stage.network(1), stage.endpoint(), Login.as("Ana"), example);
      CompletableFuture<JsonNode> result = example.play(client, "kx3f");
      stage.settle();
      stage.server.current().next();
      stage.server.current().send(Stage.welcome(""));
      stage.settle();
      assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"join\",\"id\":1,\"room\":\"KX3F\"}");
      stage.server.current().send(Stage.room(1, 5, 0).replace("\"3\":\"\"", "\"0\":\"010101\",\"1\":\"0\""));
      stage.settle();
      assertThat(stage.server.current().next())
          .isEqualTo("{\"type\":\"act\",\"seq\":1,\"action\":{\"column\":1},\"rev\":5}");
      assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"ready\",\"id\":2,\"ready\":true}");
      stage.server.current()
          .send(Stage.patch(6, "\"acks\":{\"0\":1},\"patch\":{\"phase\":\"over\",\"turn\":null,"
              + "\"result\":{\"ranks\":{\"0\":1,\"1\":2},\"reason\":\"fourInLine\"}}"));
      stage.settle();
      assertThat(result.getNow(null).path("reason").asString("")).isEqualTo("fourInLine");
    }
  }

  @Test
  void theExampleFailsWhereTheRoomIsNotThere() {
    try (Stage stage = new Stage(Framing.WEBSOCKET)) {
      PlayerExample example = new PlayerExample();
      CompletableFuture<JsonNode> result = example
          .play(new GameClient(stage.network(1), stage.endpoint(), Login.as("Ana"), example), "KX3F");
      stage.settle();
      stage.server.current().send(Stage.welcome(""));
      stage.settle();
      stage.server.current()
          .send("{\"type\":\"error\",\"re\":1,\"code\":\"noSuchRoom\",\"message\":\"There is none.\"}");
      stage.settle();
      assertThat(result).isCompletedExceptionally();
    }
  }
}
