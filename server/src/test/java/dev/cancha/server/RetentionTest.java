package dev.cancha.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.journal.VolatileJournal;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private final List<String> pruned = new ArrayList<>();

  @Test
  void oldMatchesAreLetGoAtTheStartAndOnceAnHour() {
    EmbeddedChannel channel = new EmbeddedChannel();
    channel.freezeTime();
    Instant[] now = {Instant.parse("2026-03-01T12:00:00Z")};
    var going = Retention.start(new ServerConfig.History(30, 500), new Pruned(), () -> now[0],
        channel.eventLoop());
    channel.runScheduledPendingTasks();
    assertThat(pruned).containsExactly("2026-01-30T12:00:00Z 500");

    now[0] = now[0].plusSeconds(3_600);
    channel.advanceTimeBy(59, TimeUnit.MINUTES);
    channel.runScheduledPendingTasks();
    assertThat(pruned).hasSize(1);
    channel.advanceTimeBy(1, TimeUnit.MINUTES);
    channel.runScheduledPendingTasks();
    assertThat(pruned).containsExactly("2026-01-30T12:00:00Z 500", "2026-01-30T13:00:00Z 500");
    going.cancel(false);
    channel.finish();
  }

  /** Notes what is pruned, and is volatile otherwise. */
  private final class Pruned implements Journal {
    private final Journal rest = new VolatileJournal();

    @Override
    public Log create(String room, Supplier<Opening> opening) {
      return rest.create(room, opening);
    }

    @Override
    public CompletionStage<List<String>> rooms() {
      return rest.rooms();
    }

    @Override
    public CompletionStage<List<Recovered>> reopen(List<String> rooms, Depth depth) {
      return rest.reopen(rooms, depth);
    }

    @Override
    public Matches matches() {
      return rest.matches();
    }

    @Override
    public void prune(long endedBeforeMillis, int most) {
      pruned.add(Instant.ofEpochMilli(endedBeforeMillis) + " " + most);
    }

    @Override
    public int waiting() {
      return 0;
    }
  }
}
