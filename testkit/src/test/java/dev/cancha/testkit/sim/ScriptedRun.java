package dev.cancha.testkit.sim;

import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.client.RoomView;
import dev.cancha.common.wire.Framing;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** A match with faults, the same for the same seed, whose hash it prints: also as a program of its own. */
public final class ScriptedRun {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int[] COLUMNS = {3, 2, 3, 2, 3, 2, 3};

  private ScriptedRun() {}

  /** {@code args}: the seed. */
  public static void main(String[] args) {
    System.out.println("hash " + run(Long.parseLong(args[0])));
  }

  static String run(long seed) {
    try (SimWorld world = new SimWorld(seed)) {
      world.net()
          .conditions(LinkConditions.LAN.withSegments(7)
              .withCoalescing(0.3)
              .withDelay(Duration.ofMillis(2), Duration.ofMillis(90)));
      SimServer server = SimServer.start(world.process("server", 3), SimServer.config());
      GameClient ana = client(server, Framing.FRAMES, "ana");
      GameClient beto = client(server, Framing.WEBSOCKET, "beto");
      RoomView room = world.await(ana.create("connectFour"), SOON);
      world.await(beto.join(room.code()), SOON);
      world.await(ana.ready(true), SOON);
      world.await(beto.ready(true), SOON);
      world.runUntil(() -> playing(ana) && playing(beto), SOON);
      GameClient first = ana.room().myTurn() ? ana : beto;
      GameClient second = first == ana ? beto : ana;
      SimRandom faults = world.random("faults");
      for (int i = 0; i < COLUMNS.length; i++) {
        GameClient actor = i % 2 == 0 ? first : second;
        world.runUntil(() -> actor.room().myTurn(), SOON);
        var act = actor.act(JsonMapper.shared().createObjectNode().put("column", COLUMNS[i]));
        world.advance(faults.between(Duration.ZERO, Duration.ofMillis(100)));
        faults.pick(world.net().connections()).reset();
        world.await(act, SOON);
      }
      world.runUntil(() -> ana.room().phase().equals("over") && beto.room().phase().equals("over"), SOON);
      ana.close();
      beto.close();
      server.drain(SOON);
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
