package dev.cancha.testkit.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.testkit.fault.Fault;
import dev.cancha.testkit.fault.FaultKind;
import dev.cancha.testkit.fault.FaultPlan;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The simulation is worth what it finds. Each bug is found within its number of seeds, by the judge whose matter it is;
 * without the bug the same seeds pass.
 */
class PlantedBugsSimTest {
  @ParameterizedTest
  @EnumSource
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void isFoundWithinItsSeedsAndWithoutItTheyPass(PlantedBug bug) {
    int found = 0;
    for (int seed = 1; seed <= bug.seeds() && found == 0; seed++) {
      Verdict verdict = SwarmRun.run(bug.planted(), seed, bug.plan(seed));
      if (verdict.complaints().stream().anyMatch(bug::foundBy)) { // others may see what follows from it
        found = seed;
      } else {
        assertThat(verdict.complaints()).as(bug + " in seed " + seed).allMatch(bug::mayShowIn);
      }
    }
    assertThat(found).as(bug + " within " + bug.seeds() + " seeds").isPositive();
    for (int seed = 1; seed <= found; seed++) {
      Verdict verdict = SwarmRun.run(bug.sound(), seed, bug.plan(seed));
      assertThat(verdict.failed()).as(() -> Report.of(verdict, null, null)).isFalse();
    }
  }

  /** docs/simulation.md shows this report. */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void isReportedWithTheFewFaultsThatItTakesToSeeIt() {
    PlantedBug bug = PlantedBug.DUPLICATES_ARE_ACCEPTED;
    Verdict failed = Stream.iterate(1, seed -> seed + 1)
        .map(seed -> SwarmRun.run(bug.planted(), seed, bug.plan(seed)))
        .filter(Verdict::failed)
        .findFirst()
        .orElseThrow();
    String report = Swarm.shrunk(bug.planted(), failed, 100);
    assertThat(report)
        .contains("exactlyOnce at FAULTS: act ", Report.again(failed.seed()), " -> server Act[");
    FaultPlan shrunk = FaultPlan
        .parse(report.substring(report.indexOf("-Dplan=") + 7, report.indexOf("'\nand fails")));
    assertThat(shrunk.faults()).as(report)
        .extracting(Fault::kind)
        .hasSizeLessThanOrEqualTo(2)
        .contains(FaultKind.RESET);
  }
}
