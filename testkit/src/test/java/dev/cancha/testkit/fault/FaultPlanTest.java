package dev.cancha.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.testkit.sim.SimRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {
  private static final List<String> WORKLOADS = List.of("duels", "table", "lurkers");

  private static FaultPlan drawn(long seed) {
    return PlanDraw.plan(new SimRandom(seed), WORKLOADS);
  }

  @Test
  void aSeedAlwaysDrawsTheSamePlan() {
    assertThat(drawn(7)).isEqualTo(drawn(7)).isNotEqualTo(drawn(8));
  }

  @Test
  void everyPlanIsReadBackFromTheLineThatItPrints() {
    for (long seed = 0; seed < 500; seed++) {
      FaultPlan plan = drawn(seed);
      assertThat(FaultPlan.parse(plan.toString())).isEqualTo(plan);
      assertThat(FaultPlan.parse(plan.toString().replace(" | ", "\n  "))).isEqualTo(plan);
    }
  }

  @Test
  void theLineHoldsNothingThatAShellChangesBetweenQuotes() {
    for (long seed = 0; seed < 100; seed++) {
      assertThat(drawn(seed).toString()).matches("[a-zA-Z0-9 =,@+|]*");
    }
  }

  @Test
  void aFaultSaysWhatWhenHowLongToWhomAndHowMuch() {
    assertThat(new Fault(FaultKind.LAG, 12_000, 3_000, 2, 400)).hasToString("lag@12000+3000 c2 by 400");
    assertThat(new Fault(FaultKind.RESET, 5, 0, 0, 0)).hasToString("reset@5 c0");
    assertThat(new Fault(FaultKind.PAUSE_LOOP, 5, 10, 1, 0)).hasToString("pauseLoop@5+10 l1");
    assertThat(new Fault(FaultKind.REFUSED, 5, 10, 0, 0)).hasToString("refused@5+10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "reset@5 c0", "mix", "mix seconds=60 loops=1", "mix seconds",
    "mix seconds=60 loops=5 latency=1 jitter=0 segment=1 coalesce=0 window=1 framing=frames work=",
    "mix seconds=60 loops=1 latency=1 jitter=0 segment=1 coalesce=0 window=1 framing=morse work=",
    "mix seconds=60 loops=1 latency=1 jitter=0 segment=1 coalesce=0 window=1 framing=frames work= luck=1",
    "mix seconds=60 loops=1 latency=1 jitter=0 segment=1 coalesce=0 window=1 framing=frames work= | earthquake@1",
    "mix seconds=60 loops=1 latency=1 jitter=0 segment=1 coalesce=0 window=1 framing=frames work= | lag@1",
    "mix seconds=60 loops=1 latency=1 jitter=0 segment=1 coalesce=0 window=1 framing=frames work= | reset@1 l0",
    "mix seconds=60 loops=1 latency=1 jitter=0 segment=1 coalesce=0 window=1 framing=frames work= | reset@1+5 c0"})
  void whatIsNoPlanIsRefused(String text) {
    assertThatThrownBy(() -> FaultPlan.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPlanWithoutWorkloadsIsReadBackToo() {
    FaultPlan plan = new FaultPlan(drawn(1).mix().withWorkloads(List.of()), List.of());
    assertThat(FaultPlan.parse(plan.toString())).isEqualTo(plan);
  }

  @Test
  void theFaultsOfAPlanAreInOrderOfTime() {
    for (long seed = 0; seed < 100; seed++) {
      assertThat(drawn(seed).faults()).extracting(Fault::atMillis).isSorted();
    }
  }

  @Test
  void halfOfTheSeedsHaveSomeKindAgainAndAgain() {
    int nasty = 0;
    int quiet = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      FaultPlan plan = drawn(seed);
      int most = plan.byKind().values().stream().mapToInt(count -> count).max().orElse(0);
      nasty += most * 60 / plan.mix().seconds() >= 6 ? 1 : 0;
      quiet += plan.faults().isEmpty() ? 1 : 0;
    }
    assertThat(nasty).isBetween(500, 800);
    assertThat(quiet).isBetween(20, 150);
  }

  @Test
  void everyKindAndEveryPartOfTheMixIsCommon() {
    Map<FaultKind, Integer> seeds = new EnumMap<>(FaultKind.class);
    int crumbs = 0;
    int narrow = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      FaultPlan plan = drawn(seed);
      plan.byKind().keySet().forEach(kind -> seeds.merge(kind, 1, Integer::sum));
      crumbs += plan.mix().network().segmentBytes() <= 7 ? 1 : 0;
      narrow += plan.mix().network().windowBytes() < 1_000 ? 1 : 0;
    }
    for (FaultKind kind : FaultKind.values()) {
      assertThat(seeds.getOrDefault(kind, 0)).as(kind.word()).isGreaterThan(150);
    }
    assertThat(crumbs).isGreaterThan(150);
    assertThat(narrow).isGreaterThan(150);
  }
}
