package dev.cancha.testkit.swarm;

import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Workload;
import dev.cancha.testkit.sim.SimProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People who open a room, and whose machines lose power for good: nothing but their silence tells. */
final class Vanishing implements Workload {
  private static final int PEOPLE = 3;

  private final List<SimProcess> machines = new ArrayList<>();
  private @Nullable Scene scene;

  @Override
  public String name() {
    return "vanishing";
  }

  @Override
  public void start(Scene begun) {
    scene = begun;
    for (int i = 0; i < PEOPLE; i++) {
      SimProcess machine = begun.newClient("vanishing" + i);
      machines.add(machine);
      GameClient client = begun.client(machine, begun.framing(), Login.as("Ana"), new Listener() {});
      client.connect().thenAccept(welcome -> client.create("connectFour"));
      begun.world()
          .after(begun.random().between(Duration.ofSeconds(2), Duration.ofSeconds(60)),
              () -> begun.crash(machine, SimProcess.Crash.POWER));
    }
  }

  @Override
  public void calm() {}

  @Override
  public void leave() {
    if (scene != null) {
      for (SimProcess machine : machines) {
        scene.crash(machine, SimProcess.Crash.POWER);
      }
    }
  }
}
