package dev.cancha.server.metrics;

import dev.cancha.server.journal.Commits;
import dev.cancha.server.journal.NotStored;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** How the journal's disk does. Told on the writer's thread, once a commit. */
public final class JournalMeters implements Commits {
  /** From the best disks to those that are about to fail. */
  private static final int[] MICROS = {100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000,
    200_000,
    500_000, 1_000_000, 2_000_000, 5_000_000};
  private static final double[] SIZES = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000};

  private final Timer commits;
  private final DistributionSummary inputs;
  private final Counter failures;

  public JournalMeters(MeterRegistry registry) {
    commits = Timer.builder("cancha.journal.commit")
        .description("From a commit's first statement to the end of its sync")
        .serviceLevelObjectives(IntStream.of(MICROS)
            .mapToObj(micros -> Duration.of(micros, ChronoUnit.MICROS))
            .toArray(Duration[]::new))
        .register(registry);
    inputs = DistributionSummary.builder("cancha.journal.commit.inputs")
        .description("How many inputs were stored together")
        .serviceLevelObjectives(SIZES)
        .register(registry);
    failures = Counter.builder("cancha.journal.failed.commits")
        .description("Commits that stored nothing")
        .register(registry);
  }

  @Override
  public void committed(Batch batch) {
    commits.record(batch.nanos(), TimeUnit.NANOSECONDS);
    inputs.record(batch.appends());
  }

  @Override
  public void failed(Batch batch, NotStored cause) {
    failures.increment();
  }
}
