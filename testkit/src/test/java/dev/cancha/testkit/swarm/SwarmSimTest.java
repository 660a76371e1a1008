package dev.cancha.testkit.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.testkit.judge.Judges;
import dev.cancha.testkit.swarm.RecordedSeeds.Recorded;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Seeds that nobody has seen before, and all that were recorded, in every build. */
class SwarmSimTest {
  private static final int FRESH = 300;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void freshSeedsPassAndReachEveryRareStateTogetherWithTheRecordedOnes() throws IOException {
    long first = Seeds.first();
    System.out.println("swarm: first seed " + first);
    Tally tally = Swarm.run(Seeds.staging(), Order.of(first, FRESH, Seeds.threads()), System.out::println);
    assertThat(tally.failures().keySet()).as("seeds that failed; the reports stand above").isEmpty();
    Set<String> reached = new TreeSet<>(tally.reached().keySet());
    for (Recorded recorded : RecordedSeeds.all()) {
      reached.addAll(recorded.run(Seeds.staging()).reached().keySet());
    }
    assertThat(reached).as("rare states that were reached").containsAll(Judges.expected());
  }

  @TestFactory
  Stream<DynamicTest> recordedSeedsPass() throws IOException {
    return RecordedSeeds.all()
        .stream()
        .map(recorded -> DynamicTest.dynamicTest(recorded.seed() + " " + recorded.reason(), () -> {
          Verdict verdict = recorded.run(Seeds.staging());
          assertThat(verdict.failed()).as(() -> Report.of(verdict, null, null)).isFalse();
        }));
  }

  @Test
  void aRecordedSeedHasAReasonAndPerhapsAPlan() {
    List<Recorded> seeds = RecordedSeeds.parse("""
        # a title

        # a session was lost
        17
        # twice the same act
        18 mix seconds=60 loops=1 latency=1 jitter=0 segment=9 coalesce=0 window=9 framing=frames work= | reset@5 c0
        """);
    assertThat(seeds).hasSize(2);
    assertThat(seeds.getFirst()).isEqualTo(new Recorded(17, null, "a session was lost"));
    assertThat(seeds.getLast().plan().faults()).hasSize(1);
    assertThat(seeds.getLast().reason()).isEqualTo("twice the same act");
  }
}
