package dev.cancha.testkit.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.testkit.fault.FaultPlan;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * As many seeds as one asks for: {@code ./mvnw -Pswarm verify -Dseeds=N [-DfirstSeed=S] [-Dplan=…]}. Its name keeps it
 * out of every other build.
 */
class SwarmOnDemand {
  private static final int USUALLY = 1_000;
  private static final int SHRINK_RUNS = 200;

  @Test
  @Timeout(value = 2, unit = TimeUnit.DAYS)
  void allSeedsPass() {
    long first = Seeds.first();
    FaultPlan plan = Seeds.plan();
    if (plan == null) {
      System.out.println("swarm: first seed " + first);
      Order order = Order.of(first, Seeds.count(USUALLY), Seeds.threads());
      assertThat(Swarm.run(Seeds.staging(), order, System.out::println).failures().keySet())
          .as("seeds that failed; the reports stand above")
          .isEmpty();
    } else {
      Verdict verdict = SwarmRun.run(Seeds.staging(), first, plan);
      assertThat(verdict.failed()).as(() -> Swarm.shrunk(Seeds.staging(), verdict, SHRINK_RUNS)).isFalse();
    }
  }
}
