package dev.cancha.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.client.RoomView;
import dev.cancha.common.wire.Framing;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A whole match of two production clients through the production server, over the worst network. */
class ConnectFourMatchSimTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int[] COLUMNS = {3, 2, 3, 2, 3, 2, 3};
  private static final LinkConditions BYTE_BY_BYTE = LinkConditions.LAN.withSegments(1);

  @Test
  void twoClientsPlayToTheEndOverFrames() {
    assertThat(play(1, Framing.FRAMES)).hasSize(64);
  }

  @Test
  void twoClientsPlayToTheEndOverWebSocket() {
    assertThat(play(1, Framing.WEBSOCKET)).hasSize(64);
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    for (Framing framing : Framing.values()) {
      assertThat(play(7, framing)).isEqualTo(play(7, framing)).isNotEqualTo(play(8, framing));
    }
  }

  /** Plays a match and gives the hash of all that was delivered. */
  private static String play(long seed, Framing framing) {
    try (SimWorld world = new SimWorld(seed)) {
      world.net().conditions(BYTE_BY_BYTE);
      SimServer server = SimServer.start(world.process("server", 4), SimServer.config());
      GameClient ana = client(server, framing, "ana");
      GameClient beto = client(server, framing, "beto");
      RoomView room = world.await(ana.create("connectFour"), SOON);
      world.await(beto.join(room.code()), SOON);
      world.await(ana.ready(true), SOON);
      world.await(beto.ready(true), SOON);
      world.runUntil(() -> playing(ana) && playing(beto), SOON);
      GameClient first = ana.room().myTurn() ? ana : beto;
      GameClient second = first == ana ? beto : ana;
      for (int i = 0; i < COLUMNS.length; i++) {
        GameClient actor = i % 2 == 0 ? first : second;
        world.runUntil(() -> actor.room().myTurn(), SOON);
        world.await(actor.act(JsonMapper.shared().createObjectNode().put("column", COLUMNS[i])), SOON);
      }
      world.runUntil(() -> ana.room().phase().equals("over") && beto.room().phase().equals("over"), SOON);
      assertThat(beto.room().view()).isEqualTo(ana.room().view());
      assertThat(first.room().result().path("ranks").path(first.room().seat().toString()).asInt())
          .isEqualTo(1);
      ana.close();
      beto.close();
      server.drain(SOON);
      world.advance(Duration.ofMinutes(20));
      assertThat(world.leftovers()).isEmpty();
      return world.traceHash();
    }
  }

  private static boolean playing(GameClient client) {
    return client.room() != null && client.room().phase().equals("playing");
  }

  private static GameClient client(SimServer server, Framing framing, String name) {
    SimWorld world = server.process().world();
    GameClient client = new GameClient(world.process(name, 1).network(), server.endpoint(framing),
        Login.as(name), new Listener() {});
    world.await(client.connect(), SOON);
    return client;
  }
}
