package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is told of ticks, in a room that ticks every 50 ms. */
class TickLatenessTest {
  private final TickStage stage = TickStage.started();

  @Test
  void aTickInTimeIsNotLate() {
    stage.pass(150);
    assertThat(stage.lateNanos).containsExactly(0L, 0L, 0L);
  }

  @Test
  void aTickThatHadToWaitIsLateAndTheNextOneIsNot() {
    stage.pass(40);
    stage.stall(17);
    stage.pass(43);
    assertThat(stage.lateNanos).containsExactly(TimeUnit.MILLISECONDS.toNanos(7), 0L);
  }

  @Test
  void ofALoopThatWasAwayOnlyTheTicksThatItOwesAreLate() {
    stage.stall(620);
    assertThat(stage.lateNanos).extracting(TimeUnit.NANOSECONDS::toMillis)
        .containsExactly(200L, 150L, 100L, 50L, 0L);
  }
}
