package dev.cancha.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.journal.Journal;
import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.sim.SimProcess.Crash;
import dev.cancha.testkit.sim.SimWorld;
import dev.cancha.testkit.store.CrashPoints.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrashPointsSimTest {
  private static final Duration LONG = Duration.ofSeconds(1);

  private final SimWorld world = new SimWorld(1);
  private final SimProcess process = world.process("server", 1);
  private final CrashPoints points = new CrashPoints(world);
  private final List<String> heard = new ArrayList<>();

  @AfterEach
  void end() {
    world.close();
  }

  private void append() {
    Journal.Log log = points.around(SimStore.open(process))
        .create("a", () -> new Journal.Opening("connectFour", "1", 0, new byte[0]));
    log.append(new Journal.Entry(1, () -> new byte[0], new byte[0]), new Journal.Receipt() {
      @Override
      public void durable() {
        heard.add("durable");
      }

      @Override
      public void failed(Throwable cause) {
        heard.add("failed");
      }
    });
    world.advance(LONG);
  }

  @ParameterizedTest
  @CsvSource({"BEFORE_APPEND,0,0", "BEFORE_SYNC,0,0", "AFTER_SYNC,1,0", "AFTER_PUBLISH,1,1"})
  void whatIsStoredAndWhatIsToldFollowsFromTheMoment(Moment moment, int blocks, int told) {
    points.arm(moment, () -> process.crash(Crash.KILLED));
    append();
    assertThat(process.alive()).isFalse();
    assertThat(process.disk().blocks()).hasSize(blocks);
    assertThat(heard).hasSize(told).doesNotContain("failed");
    assertThat(points.isArmed()).isFalse();
  }

  @Test
  void atOnceWaitsForNothing() {
    points.arm(Moment.AT_ONCE, () -> process.crash(Crash.POWER));
    assertThat(process.alive()).isFalse();
  }

  @Test
  void whatIsDisarmedDoesNotHappen() {
    points.arm(Moment.AFTER_SYNC, () -> process.crash(Crash.KILLED));
    points.disarm();
    append();
    assertThat(process.alive()).isTrue();
    assertThat(heard).containsExactly("durable");
  }
}
