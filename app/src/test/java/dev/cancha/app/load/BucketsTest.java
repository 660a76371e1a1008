package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.offset;

import dev.cancha.server.journal.Commits;
import dev.cancha.server.metrics.JournalMeters;
import dev.cancha.server.metrics.TickMeters;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a server writes of times is what is read. */
class BucketsTest {
  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final TickMeters meters = new TickMeters(registry);

  @Test
  void percentilesAreTheEndsOfTheServersSteps() {
    taken(98, 50);
    taken(1, 4_000);
    taken(1, 249_000);
    Buckets late = ticks(registry.scrape());
    assertThat(late.count()).isEqualTo(100);
    assertThat(late.at(50)).isEqualTo(0.1);
    assertThat(late.at(98)).isEqualTo(0.1);
    assertThat(late.at(99)).isEqualTo(5);
    assertThat(late.at(99.9)).isEqualTo(250);
  }

  @Test
  void onlyWhatCameSinceIsCounted() {
    taken(1_000, 20_000);
    Buckets before = ticks(registry.scrape());
    taken(10, 900);
    Buckets since = ticks(registry.scrape()).since(before);
    assertThat(since.count()).isEqualTo(10);
    assertThat(since.at(99)).isEqualTo(1);
  }

  @Test
  void whatTheStepsDoNotReachIsNotMadeUp() {
    taken(1, 251_000);
    Buckets late = ticks(registry.scrape());
    assertThatExceptionOfType(LoadError.class).isThrownBy(() -> late.at(50))
        .withMessageContaining("longer than");
  }

  @Test
  void aPageWithoutTicksIsNone() {
    assertThatExceptionOfType(LoadError.class).isThrownBy(() -> ticks("cancha_rooms 1\n"))
        .withMessageContaining("do not tell of cancha_tick_lateness_seconds");
  }

  @Test
  void theMedianIsTakenAsEvenWithinItsStep() {
    JournalMeters journal = new JournalMeters(registry);
    for (int micros : new int[] {20, 110, 120, 130, 140, 30_000}) {
      journal.committed(new Commits.Batch(1, 1, 100, TimeUnit.MICROSECONDS.toNanos(micros)));
    }
    Buckets commits = Buckets.read(registry.scrape(), Buckets.COMMITS);
    assertThat(commits.median()).isCloseTo(0.15, offset(1e-9));
    assertThat(commits.at(50)).isEqualTo(0.2);
  }

  private static Buckets ticks(String page) {
    return Buckets.read(page, Buckets.TICK_LATENESS);
  }

  private void taken(int times, long micros) {
    for (int i = 0; i < times; i++) {
      meters.taken(TimeUnit.MICROSECONDS.toNanos(micros));
    }
  }
}
