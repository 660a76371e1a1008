package dev.cancha.server.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.journal.Commits;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.FinishedMatch.Outcome;
import dev.cancha.server.journal.FinishedMatch.Positions;
import dev.cancha.server.journal.FinishedMatch.Times;
import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Journal.Opening;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.Recovered;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.journal.Journal.State;
import dev.cancha.server.journal.Journal.StoredEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files are copied before and after every statement, as if the process had died then, and each copy is opened. */
class EveryMomentTest {
  private static final int ROUNDS = 4;

  @TempDir
  Path folder;

  private final Map<String, Long> durable = new HashMap<>();
  private final List<Moment> moments = new ArrayList<>();

  /** A copy, and what was said to be durable by then. */
  private record Moment(Path copy, String before, Map<String, Long> durable) {}

  @Test
  void whateverTheMomentOfDeathWhatWasToldIsThereAndNothingIsHalf() {
    try (SqliteUnderTest store = new SqliteUnderTest(folder)) {
      store.connections.set(new FaultyConnections.Fault() {
        @Override
        public void before(String sql) {
          copy(store, "before " + sql);
        }

        @Override
        public void after(String sql) {
          copy(store, "after " + sql);
        }
      });
      play(store);
    }
    assertThat(moments.size()).as("moments").isGreaterThan(50);
    moments.forEach(EveryMomentTest::check);
  }

  private void copy(SqliteUnderTest store, String when) {
    Path copy = folder.resolve("moment" + moments.size());
    SqliteUnderTest.copy(store.file().getParent(), copy);
    moments.add(new Moment(copy, when, Map.copyOf(durable)));
  }

  /** Three entries a round in each room, the last of which ends a match; then a snapshot lets go of them. */
  private void play(SqliteUnderTest store) {
    List<Log> logs = new ArrayList<>();
    List<String> rooms = List.of("a", "b");
    rooms.forEach(
        room -> logs.add(store.journal().create(room, () -> new Opening("dudo", "1", 0, new byte[] {1}))));
    for (int round = 0; round < ROUNDS; round++) {
      long first = 1 + 3L * round;
      for (int i = 0; i < rooms.size(); i++) {
        String room = rooms.get(i);
        logs.get(i).append(entry(first), receipt(room, first));
        logs.get(i).append(entry(first + 1), receipt(room, first + 1));
      }
      store.settle();
      for (int i = 0; i < rooms.size(); i++) {
        String room = rooms.get(i);
        FinishedMatch match = new FinishedMatch(room + first, room, "dudo", "1", "", true, new Times(0, 1),
            List.of(), List.of(), new Outcome("{}", ""), new Positions(first, first + 2));
        logs.get(i).finish(entry(first + 2), () -> match, receipt(room, first + 2));
        logs.get(i).snapshot(first + 2, first + 2, () -> new State(new byte[] {2}, "h"));
      }
      store.settle();
    }
  }

  private static Entry entry(long position) {
    return new Entry(position, () -> new byte[] {(byte) position}, new byte[0]);
  }

  private Receipt receipt(String room, long position) {
    return new Receipt() {
      @Override
      public void durable() {
        durable.put(room, position);
      }

      @Override
      public void failed(Throwable cause) {
        throw new AssertionError(cause);
      }
    };
  }

  private static void check(Moment moment) {
    SqliteJournal journal = SqliteJournal.open(moment.copy().resolve(SqliteUnderTest.NAME),
        new SqlitePorts(Runnable::run, () -> 0, Commits.UNHEARD, Connections.standard()));
    List<String> rooms = journal.rooms().toCompletableFuture().join();
    assertThat(rooms).as(moment.before()).containsAll(moment.durable().keySet());
    for (Recovered room : journal.reopen(rooms, Depth.BASE).toCompletableFuture().join()) {
      assertThat(room).as(moment.before()).isInstanceOf(Found.class);
      Found found = (Found) room;
      long base = found.from() == null ? 0 : found.from().position();
      long last = found.entries().isEmpty() ? base : found.entries().getLast().position();
      assertThat(last).as(moment.before())
          .isGreaterThanOrEqualTo(moment.durable().getOrDefault(room.room(), 0L));
      for (long first = 1; first <= last - 2; first += 3) {
        List<StoredEntry> inputs = new ArrayList<>();
        journal.matches().inputs(room.room() + first, inputs::add);
        assertThat(inputs).as(moment.before())
            .extracting(StoredEntry::position)
            .containsExactly(first, first + 1, first + 2);
      }
      assertThat(journal.matches().find(room.room() + (last - last % 3 + 1))).as(moment.before()).isNull();
    }
    assertThat(journal.stop()).isCompleted();
  }
}
