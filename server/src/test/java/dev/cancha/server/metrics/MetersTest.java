package dev.cancha.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cancha.server.host.Entropy;
import dev.cancha.server.journal.Commits.Batch;
import dev.cancha.server.journal.NotStored;
import dev.cancha.server.journal.VolatileJournal;
import dev.cancha.server.lobby.RoomDirectory;
import dev.cancha.server.session.SessionLimits;
import dev.cancha.server.session.Sessions;
import dev.cancha.server.session.Tokens;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.Ticker;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void commitsAreTimedAndTheirSizesKept() {
    JournalMeters meters = new JournalMeters(registry);
    meters.committed(new Batch(3, 2, 1_000, TimeUnit.MILLISECONDS.toNanos(4)));
    meters.committed(new Batch(7, 1, 1_000, TimeUnit.MILLISECONDS.toNanos(6)));
    meters.failed(new Batch(9, 1, 1_000, 1), new NotStored("planned by the test"));

    assertThat(registry.get("cancha.journal.commit").timer().count()).isEqualTo(2);
    assertThat(registry.get("cancha.journal.commit").timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(10);
    assertThat(registry.get("cancha.journal.commit.inputs").summary().totalAmount()).isEqualTo(10);
    assertThat(registry.get("cancha.journal.failed.commits").counter().count()).isEqualTo(1);
  }

  @Test
  void ticksAreCountedByHowLateTheyWere() {
    TickMeters meters = new TickMeters(registry);
    LongStream.of(0, 99_000, 100_000, 4_000_000, 250_000_000).forEach(meters::taken);

    HistogramSnapshot told = registry.get("cancha.tick.lateness").timer().takeSnapshot();
    assertThat(told.count()).isEqualTo(5);
    assertThat(told.max(TimeUnit.MILLISECONDS)).isEqualTo(250);
    assertThat(told.histogramCounts()).filteredOn(each -> each.bucket(TimeUnit.MICROSECONDS) == 100)
        .singleElement()
        .returns(3.0, CountAtBucket::count);
    assertThat(told.histogramCounts()).filteredOn(each -> each.bucket(TimeUnit.MICROSECONDS) == 5_000)
        .singleElement()
        .returns(4.0, CountAtBucket::count);
  }

  @Test
  void aLoopThatWasAwayIsTooLateForAWhile() {
    EmbeddedChannel channel = new EmbeddedChannel();
    channel.freezeTime();
    LoopLag.watch(List.of(channel.eventLoop()), registry);
    channel.runPendingTasks();
    after(channel, 100);
    assertThat(lag()).isZero();
    after(channel, 350);
    assertThat(lag()).as("its timer was due 250 ms before").isCloseTo(0.25, within(0.001));
    for (int i = 0; i < 200; i++) {
      after(channel, 100);
    }
    assertThat(lag()).as("still told after 20 s").isCloseTo(0.25, within(0.001));
    for (int i = 0; i < 200; i++) {
      after(channel, 100);
    }
    assertThat(lag()).as("forgotten after 40 s").isZero();
    channel.finish();
  }

  /** A server keeps what it set its meters with no longer than its start takes. */
  @Test
  void theTimeThatRecoveryTookIsStillToldAfterACollection() {
    new ServerMeters(registry, sources()).recovered(TimeUnit.MILLISECONDS.toNanos(1_500), 7);
    System.gc();

    assertThat(registry.get("cancha.recovery").gauge().value()).isEqualTo(1.5);
    assertThat(registry.get("cancha.recovered.rooms").gauge().value()).isEqualTo(7);
  }

  private static ServerMeters.Sources sources() {
    Entropy entropy = bytes -> Arrays.fill(bytes, (byte) 1);
    Sessions sessions = new Sessions(new Tokens(new byte[32]), entropy, Ticker.systemTicker(),
        SessionLimits.standard());
    return new ServerMeters.Sources(() -> 0, sessions, new RoomDirectory(entropy), new VolatileJournal(),
        List.of());
  }

  private static void after(EmbeddedChannel channel, long millis) {
    channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
  }

  private double lag() {
    return Objects.requireNonNull(registry.get("cancha.loop.lag").tag("loop", "0").gauge()).value();
  }
}
