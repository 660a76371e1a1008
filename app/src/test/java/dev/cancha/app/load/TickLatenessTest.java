package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cancha.server.metrics.TickMeters;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a server writes of its ticks is what is read. */
class TickLatenessTest {
  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final TickMeters meters = new TickMeters(registry);

  @Test
  void percentilesAreTheEndsOfTheServersSteps() {
    taken(98, 50);
    taken(1, 4_000);
    taken(1, 249_000);
    TickLateness late = TickLateness.read(registry.scrape());
    assertThat(late.ticks()).isEqualTo(100);
    assertThat(late.at(50)).isEqualTo(0.1);
    assertThat(late.at(98)).isEqualTo(0.1);
    assertThat(late.at(99)).isEqualTo(5);
    assertThat(late.at(99.9)).isEqualTo(250);
  }

  @Test
  void onlyWhatCameSinceIsCounted() {
    taken(1_000, 20_000);
    TickLateness before = TickLateness.read(registry.scrape());
    taken(10, 900);
    TickLateness since = TickLateness.read(registry.scrape()).since(before);
    assertThat(since.ticks()).isEqualTo(10);
    assertThat(since.at(99)).isEqualTo(1);
  }

  @Test
  void whatTheStepsDoNotReachIsNotMadeUp() {
    taken(1, 251_000);
    TickLateness late = TickLateness.read(registry.scrape());
    assertThatExceptionOfType(LoadError.class).isThrownBy(() -> late.at(50))
        .withMessageContaining("later than");
  }

  @Test
  void aPageWithoutTicksIsNone() {
    assertThatExceptionOfType(LoadError.class).isThrownBy(() -> TickLateness.read("cancha_rooms 1\n"))
        .withMessageContaining("do not tell of ticks");
  }

  private void taken(int times, long micros) {
    for (int i = 0; i < times; i++) {
      meters.taken(TimeUnit.MICROSECONDS.toNanos(micros));
    }
  }
}
