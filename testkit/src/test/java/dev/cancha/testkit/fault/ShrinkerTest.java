package dev.cancha.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.testkit.fault.Mix.Network;
import dev.cancha.testkit.fault.Shrinker.Shrunk;
import dev.cancha.testkit.sim.SimRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
  private static final List<String> WORKLOADS = List.of("duels", "table", "lurkers");

  /** The first seed from {@code seed} on whose plan {@code fails}. */
  private static FaultPlan failing(long seed, Predicate<FaultPlan> fails) {
    FaultPlan plan = PlanDraw.plan(new SimRandom(seed), WORKLOADS);
    return fails.test(plan) ? plan : failing(seed + 1, fails);
  }

  private static long count(FaultPlan plan, FaultKind kind) {
    return plan.byKind().getOrDefault(kind, 0);
  }

  @Test
  void onlyTheFaultsThatItTakesRemain() {
    Predicate<FaultPlan> fails = plan -> count(plan, FaultKind.RESET) >= 2 && count(plan, FaultKind.LAG) >= 1;
    Shrunk shrunk = Shrinker.shrink(failing(1, fails), fails, 1_000);
    assertThat(shrunk.plan().faults()).extracting(Fault::kind)
        .containsExactlyInAnyOrder(FaultKind.RESET, FaultKind.RESET, FaultKind.LAG);
    assertThat(shrunk.done()).isTrue();
  }

  @Test
  void whatFailsWithoutAnyFaultEndsWithNone() {
    Predicate<FaultPlan> fails = plan -> plan.mix().workloads().contains("table");
    Shrunk shrunk = Shrinker.shrink(failing(1, fails), fails, 1_000);
    assertThat(shrunk.plan().faults()).isEmpty();
    assertThat(shrunk.plan().mix().workloads()).containsExactly("table");
  }

  @Test
  void theMixEndsPlain() {
    Shrunk shrunk = Shrinker.shrink(failing(1, plan -> true), plan -> true, 1_000);
    assertThat(shrunk.plan()).hasToString("mix seconds=1 loops=1 latency=1 jitter=0 segment=" + Network.WHOLE
        + " coalesce=100 window=" + Network.WIDE + " disk=fast framing=frames work=");
  }

  @Test
  void whatTheFailureNeedsOfTheMixStays() {
    Predicate<FaultPlan> fails = plan -> plan.mix().network().segmentBytes() <= 7 && plan.mix().loops() > 1;
    Mix mix = Shrinker.shrink(failing(1, fails), fails, 1_000).plan().mix();
    assertThat(mix.network().segmentBytes()).isLessThanOrEqualTo(7);
    assertThat(mix.network().jitterMillis()).isZero();
    assertThat(mix.network().windowBytes()).isEqualTo(Network.WIDE);
    assertThat(mix.loops()).isGreaterThan(1);
  }

  @Test
  void faultsBecomeMilderAndShorterAsLongAsItFails() {
    Predicate<FaultPlan> fails = plan -> plan.faults()
        .stream()
        .anyMatch(fault -> fault.kind() == FaultKind.LAG && fault.amount() > 500 && fault.forMillis() > 300);
    Fault left = Shrinker.shrink(failing(1, fails), fails, 1_000).plan().faults().getFirst();
    assertThat(left.amount()).isBetween(501, 1_000);
    assertThat(left.forMillis()).isBetween(301, 601);
    assertThat(left.atMillis() % 1_000).isZero();
  }

  @Test
  void itNeverTriesMoreOftenThanAllowedNorAPlanTwiceAndKeepsWhatFailed() {
    Set<String> tried = new HashSet<>();
    List<FaultPlan> failed = new ArrayList<>();
    Predicate<FaultPlan> fails = plan -> {
      assertThat(tried.add(plan.toString())).isTrue();
      boolean bad = count(plan, FaultKind.CRUMBS) >= 5;
      if (bad) {
        failed.add(plan);
      }
      return bad;
    };
    FaultPlan first = failing(1, plan -> count(plan, FaultKind.CRUMBS) >= 5);
    Shrunk shrunk = Shrinker.shrink(first, fails, 12);
    assertThat(shrunk.runs()).isEqualTo(12).isEqualTo(tried.size());
    assertThat(shrunk.done()).isFalse();
    assertThat(shrunk.plan()).isEqualTo(failed.getLast());
  }

  @Test
  void aPlanOfWhichNothingCanBeLeftOutStaysAsItWas() {
    FaultPlan plan = failing(1, any -> any.faults().size() > 3);
    assertThat(Shrinker.shrink(plan, plan::equals, 1_000).plan()).isEqualTo(plan);
  }
}
