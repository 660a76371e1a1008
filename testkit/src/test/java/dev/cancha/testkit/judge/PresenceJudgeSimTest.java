package dev.cancha.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.common.wire.Framing;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.sim.SimProcess;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceJudgeSimTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Feed feed = new Feed(new PresenceJudge());
  private final SimProcess machine = feed.scene.newClient("ana");

  @BeforeEach
  void connect() {
    GameClient client = feed.scene.client(machine, Framing.FRAMES, Login.as("Ana"), new Listener() {});
    feed.world.await(client.connect(), SOON);
    assertThat(feed.complaints(Stage.FAULTS)).isEmpty();
  }

  @AfterEach
  void end() {
    feed.close();
  }

  private void glance(Duration time) {
    for (Duration left = time; left.isPositive(); left = left.minusSeconds(1)) {
      feed.pass(Duration.ofSeconds(1));
      assertThat(feed.complaints(Stage.FAULTS)).isEmpty();
    }
  }

  @Test
  void isContentWithClientsThatAreThere() {
    glance(Duration.ofMinutes(2));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }

  @Test
  void isContentWhereSilenceIsNoticed() {
    feed.scene.crash(machine, SimProcess.Crash.POWER);
    glance(Duration.ofMinutes(1));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }

  @Test
  void isContentWhileAKernelWaitsForTheEndOfAHandshake() {
    SimProcess caller = feed.scene.newClient("beto");
    feed.scene.client(caller, Framing.FRAMES, Login.as("Beto"), new Listener() {}).connect();
    SimProcess server = feed.scene.server().process();
    feed.world.runUntil(() -> !feed.world.net().connections(caller, server).isEmpty(), SOON);
    feed.world.net().blackHole(caller, server);
    feed.scene.crash(caller, SimProcess.Crash.POWER);
    glance(Duration.ofSeconds(50));
    assertThat(feed.world.net().connections(caller, server)).as("still shaking hands").isNotEmpty();
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }

  @Test
  void complainsWhereAServerDoesNotNotice() {
    feed.scene.crash(machine, SimProcess.Crash.POWER);
    feed.scene.server().process().pause(Duration.ofMinutes(5));
    glance(Duration.ofSeconds(30));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
    glance(Duration.ofSeconds(10));
    assertThat(feed.complaints(Stage.HEALED)).singleElement().asString().contains("ana", "has been gone for");
  }
}
