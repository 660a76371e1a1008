package dev.cancha.testkit.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A seed is a run: everything that happens follows from it. */
class SameBytesSimTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aSeedRunTwiceDeliversTheSameBytesAtTheSameTimes(long seed) {
    Verdict first = SwarmRun.run(Seeds.staging(), seed);
    Verdict second = SwarmRun.run(Seeds.staging(), seed);
    assertThat(second.traceHash()).isEqualTo(first.traceHash());
    assertThat(second.reached()).isEqualTo(first.reached());
  }
}
