package dev.cancha.testkit.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Game;
import dev.cancha.server.Ports;
import dev.cancha.testkit.judge.Judges;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Ledger;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.scene.Workload;
import dev.cancha.testkit.sim.SimServer;
import dev.cancha.testkit.sim.SimWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All workloads on a network that works: judges find nothing. */
class QuietRunSimTest {
  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6, 7, 8, 9, 10, 11})
  void judgesFindNothingWrongOnAGoodNetwork(long seed) {
    try (SimWorld world = new SimWorld(seed)) {
      AtomicReference<Ledger> ledger = new AtomicReference<>();
      SimServer server = SimServer.start(world.process("server", (int) (1 + seed % 4)), SimServer.config(),
          ports -> {
            List<Game<?, ?>> games = new ArrayList<>(ports.games());
            games.add(new Whispers());
            Ledger made = new Ledger(ports.journal());
            ledger.set(made);
            return new Ports(ports.version(), ports.transport(), ports.wallClock(), ports.entropy(),
                ports.passwords(),
                made, ports.tokens(), games);
          });
      Scene scene = new Scene(server, ledger.get(), world.random("workloads"));
      List<Judge> judges = Judges.all();
      judges.forEach(judge -> judge.begin(scene));
      List<Workload> workloads = Workloads.draw(world.random("draw"));
      workloads.forEach(workload -> workload.start(scene));
      world.advance(Duration.ofSeconds(60));
      judged(judges, Stage.FAULTS);
      workloads.forEach(Workload::calm);
      world.advance(Duration.ofSeconds(60));
      judged(judges, Stage.HEALED);
      workloads.forEach(Workload::leave);
      world.advance(Duration.ofMinutes(20));
      judged(judges, Stage.IDLE);
      System.err.println(seed + " " + scene.reached().counts() + " clients " + scene.clients().size());
    }
  }

  private static void judged(List<Judge> judges, Stage stage) {
    for (Judge judge : judges) {
      assertThat(judge.complaints(stage)).as(judge.name() + " " + stage).isEmpty();
    }
  }
}
