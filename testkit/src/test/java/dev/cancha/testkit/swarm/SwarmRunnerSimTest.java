package dev.cancha.testkit.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.testkit.fault.Fault;
import dev.cancha.testkit.fault.FaultKind;
import dev.cancha.testkit.fault.FaultPlan;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.scene.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the swarm does with runs that pass, fail and break; the runs themselves are as small as can be. */
class SwarmRunnerSimTest {
  private final List<String> printed = Collections.synchronizedList(new ArrayList<>());

  private static Staging staging(Supplier<List<Judge>> judges) {
    return new Staging(List.of(Sitters.NAME), (random, mix) -> {
      List<Workload> sitters = new ArrayList<>();
      mix.workloads().forEach(name -> sitters.add(new Sitters()));
      return sitters;
    }, judges, UnaryOperator.identity());
  }

  private static Staging content() {
    return staging(List::of);
  }

  private static Staging picky() {
    return staging(() -> List.of(new NoConnectionIsLost()));
  }

  private static FaultPlan quiet(String... faults) {
    return FaultPlan.parse("mix seconds=20 loops=2 latency=1 jitter=0 segment=65536 coalesce=100 window=65536"
        + " framing=frames work=sitters | " + String.join(" | ", faults));
  }

  @Test
  void aRunWithoutComplaintsPassesAndTellsWhatItWas() {
    Verdict verdict = SwarmRun.run(content(), 5, quiet("reset@3000 c0", "lag@4000+2000 c1 by 300"));
    assertThat(verdict.complaints()).isEmpty();
    assertThat(verdict.lastEvents()).isEmpty();
    assertThat(verdict.played()).isEqualTo(Duration.ofSeconds(80));
    assertThat(verdict.traceHash()).hasSize(64);
    assertThat(verdict.faults()).containsEntry(FaultKind.RESET, 1).containsEntry(FaultKind.LAG, 1).hasSize(2);
  }

  @Test
  void theSameSeedAndPlanAreTheSameRunAndAnotherSeedIsNot() {
    FaultPlan plan = quiet("crumbs@1000+9000 c0 by 1", "blackHole@9000+3000 c1");
    String hash = SwarmRun.run(content(), 5, plan).traceHash();
    assertThat(SwarmRun.run(content(), 5, plan).traceHash()).isEqualTo(hash);
    assertThat(SwarmRun.run(content(), 6, plan).traceHash()).isNotEqualTo(hash);
  }

  @Test
  void everyKindOfFaultCanBeDoneAndIsOverAfterTheHeal() {
    for (FaultKind kind : FaultKind.values()) {
      String fault = new Fault(kind, 2_000, lasts(kind) ? 30_000 : 0, 0, worst(kind)).toString();
      Verdict verdict = SwarmRun.run(content(), 7, quiet(fault));
      assertThat(verdict.complaints()).as(fault).isEmpty();
      assertThat(verdict.faults()).as(fault).containsOnlyKeys(kind);
    }
  }

  private static boolean lasts(FaultKind kind) {
    return switch (kind) {
      case RESET, HALF_OPEN, GHOST -> false;
      default -> true;
    };
  }

  private static int worst(FaultKind kind) {
    return switch (kind) {
      case LAG -> 4_000;
      case SLOW_DISK -> 2_000;
      case CRUMBS, SLOW_READER -> 1;
      default -> 0;
    };
  }

  @Test
  void aRunStopsAtTheFirstComplaintAndShowsWhatWasBeforeIt() {
    Verdict verdict = SwarmRun.run(picky(), 5, quiet("lag@2000+2000 c1 by 300", "reset@5500 c0"));
    assertThat(verdict.complaints()).hasSize(1);
    assertThat(verdict.complaints().getFirst().judge()).isEqualTo("noConnectionIsLost");
    assertThat(verdict.complaints().getFirst().stage()).isEqualTo(Stage.FAULTS);
    assertThat(verdict.played()).isEqualTo(Duration.ofSeconds(6));
    assertThat(verdict.lastEvents()).anyMatch(line -> line.matches(" +5\\.500 +fault reset@5500 c0"))
        .anyMatch(line -> line.contains("sitters0#1 -> server Hello"))
        .anyMatch(line -> line.contains("server -> sitters0#1 {\"type\":\"welcome\""));
  }

  @Test
  void anExceptionOutOfTheWorldIsAComplaintWithItsStack() {
    Staging breaking = new Staging(List.of(Sitters.NAME), (random, mix) -> {
      throw new IllegalStateException("no workload today");
    }, List::of, UnaryOperator.identity());
    Verdict verdict = SwarmRun.run(breaking, 5, quiet());
    assertThat(verdict.complaints()).hasSize(1);
    assertThat(verdict.complaints().getFirst().judge()).isEqualTo(Complaint.WORLD);
    assertThat(verdict.complaints().getFirst().sentence()).contains("no workload today").contains("SwarmRun");
  }

  @Test
  void manySeedsAreCountedAndTheLastLineSaysSo() {
    Tally tally = Swarm.run(content(), Order.of(100, 12, 2), printed::add);
    assertThat(tally.seeds()).isEqualTo(12);
    assertThat(tally.failures()).isEmpty();
    assertThat(printed).hasSize(1);
    assertThat(printed.getFirst())
        .matches(
            "swarm: 12 seeds, 0\\.\\d virtual hours, faults:( \\w+ \\d+)+, failures: 0, rarest:( '[\\w ]+' \\d+){3}");
  }

  @Test
  void theNumberOfThreadsDoesNotChangeWhatComesOut() {
    assertThat(Swarm.run(content(), Order.of(100, 12, 1), printed::add))
        .hasToString(Swarm.run(content(), Order.of(100, 12, 3), printed::add).toString());
  }

  @Test
  void aFailureIsReportedWithSeedLinePlanEventsAndComplaintAndTheFirstIsShrunk() {
    Tally tally = Swarm.run(picky(), new Order(100, 40, 1, 2, 100), printed::add);
    assertThat(tally.failures()).hasSize(2);
    assertThat(tally.seeds()).isLessThan(40);
    long seed = tally.failures().firstKey();
    String again = "./mvnw -Pswarm verify -Dseeds=1 -DfirstSeed=" + seed;
    assertThat(printed).hasSize(5);
    assertThat(printed.getFirst()).contains(again);
    String report = printed.get(2);
    assertThat(report).contains("seed " + seed + " failed", "noConnectionIsLost at FAULTS: sitters", again,
        "'-Dplan=mix seconds=", "connection is gone", "shrunk in ");
    assertThat(printed.get(3)).contains("its plan was").contains("connection is gone");
    assertThat(printed.getLast()).contains("failures: 2, ");
  }

  @Test
  void theShrunkPlanStillFailsAndNoneOfItsFaultsCanBeLeftOut() {
    Tally tally = Swarm.run(picky(), new Order(100, 40, 1, 1, 300), printed::add);
    String report = printed.get(1);
    FaultPlan shrunk = FaultPlan
        .parse(report.substring(report.indexOf("-Dplan=") + 7, report.indexOf("'\nand fails")));
    long seed = tally.failures().firstKey();
    assertThat(shrunk.faults()).isNotEmpty();
    assertThat(shrunk.mix().loops()).isEqualTo(1);
    assertThat(SwarmRun.run(picky(), seed, shrunk).failed()).isTrue();
    for (Fault needed : shrunk.faults()) {
      List<Fault> fewer = new ArrayList<>(shrunk.faults());
      fewer.remove(needed);
      assertThat(SwarmRun.run(picky(), seed, new FaultPlan(shrunk.mix(), fewer)).failed())
          .as("without " + needed)
          .isFalse();
    }
  }
}
