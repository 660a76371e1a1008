package dev.cancha.server.metrics;

import dev.cancha.server.host.Ticks;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * How late rooms tick. Told on their event loops, once a tick of a room: a counter or two, beside all that a tick
 * does.
 */
public final class TickMeters implements Ticks {
  private final Timer lateness;

  public TickMeters(MeterRegistry registry) {
    lateness = Timer.builder("cancha.tick.lateness")
        .description("How late ticks of rooms were taken")
        .serviceLevelObjectives(
            IntStream.of(100, 200, 500, 1_000, 2_000, 3_000, 5_000, 7_000, 10_000, 15_000, 20_000, 30_000,
                50_000, 100_000, 200_000, 250_000)
                .mapToObj(micros -> Duration.ofNanos(1_000L * micros))
                .toArray(Duration[]::new))
        .register(registry);
  }

  @Override
  public void taken(long lateNanos) {
    lateness.record(lateNanos, TimeUnit.NANOSECONDS);
  }
}
