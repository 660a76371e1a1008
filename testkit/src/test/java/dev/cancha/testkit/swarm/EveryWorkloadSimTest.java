package dev.cancha.testkit.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.testkit.fault.FaultPlan;
import dev.cancha.testkit.work.Repertoire;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each workload alone, on a network that works: judges find nothing, and games come to their ends. */
class EveryWorkloadSimTest {
  private static final int SEEDS = 3;

  static Set<String> names() {
    return new TreeSet<>(Repertoire.names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void pleasesAllJudgesWhereNothingGoesWrong(String workload) {
    FaultPlan plan = FaultPlan.parse("mix seconds=30 loops=2 latency=1 jitter=0 segment=65536 coalesce=100"
        + " window=1048576 framing=frames,webSocket work=" + workload);
    Set<String> reached = new TreeSet<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      Verdict verdict = SwarmRun.run(Seeds.staging(), seed, plan);
      assertThat(verdict.failed()).as(() -> Report.of(verdict, null, null)).isFalse();
      reached.addAll(verdict.reached().keySet());
    }
    if (!workload.equals("abusers") && !workload.equals("visitors")) {
      assertThat(reached).contains("match over");
    }
  }
}
