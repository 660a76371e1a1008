package dev.cancha.testkit.swarm;

import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.common.wire.Framing;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Workload;
import dev.cancha.testkit.sim.SimProcess;
import java.util.ArrayList;
import java.util.List;

/** The least that a workload can be: clients that connect and stay. */
final class Sitters implements Workload {
  static final String NAME = "sitters";
  private static final int CLIENTS = 2;

  private final List<GameClient> clients = new ArrayList<>();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start(Scene scene) {
    for (int i = 0; i < CLIENTS; i++) {
      SimProcess process = scene.newClient(NAME + scene.clients().size());
      GameClient client = scene.client(process, Framing.FRAMES, Login.as("sitter"), new Listener() {});
      client.connect();
      clients.add(client);
    }
  }

  @Override
  public void calm() {}

  @Override
  public void leave() {
    clients.forEach(GameClient::close);
  }
}
