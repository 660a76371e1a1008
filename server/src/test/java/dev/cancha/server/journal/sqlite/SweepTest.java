package dev.cancha.server.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Journal.Opening;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.Recovered;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.journal.Journal.State;
import dev.cancha.server.journal.Journal.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of records does not grow with what nobody needs, and nothing else is lost from it. */
class SweepTest {
  private static final int ROOMS = 20;
  private static final int BETWEEN_SNAPSHOTS = 40;
  /** What may wait to be swept, and as much again that rooms still need. */
  private static final int BOUND = 2 * 64 * ROOMS;
  private static final Receipt UNHEARD = new Receipt() {
    @Override
    public void durable() {}

    @Override
    public void failed(Throwable cause) {}
  };

  @TempDir
  Path folder;

  private SqliteUnderTest store;
  private final List<Room> rooms = new ArrayList<>();

  private static final class Room {
    private final String id;
    private Log log;
    private long next = 1;
    private long base;

    private Room(String id, Log log) {
      this.id = id;
      this.log = log;
    }
  }

  @BeforeEach
  void openStore() {
    store = new SqliteUnderTest(folder);
    for (int i = 0; i < ROOMS; i++) {
      String id = "room" + i;
      rooms.add(new Room(id,
          store.journal().create(id, () -> new Opening("connectFour", "1", 0, new byte[] {1}))));
    }
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void whatRoomsHaveLeftBehindGoesInTheEnd() throws SQLException {
    play(300);
    assertThat(records()).isBetween(ROOMS * BETWEEN_SNAPSHOTS / 2, BOUND);
    assertAllIsThere();
  }

  @Test
  void noCommitDeletesMuchMoreThanItAdds() throws SQLException {
    int before = 0;
    int most = 0;
    for (int i = 0; i < 300; i++) {
      play(1);
      int after = records();
      most = Math.max(most, before + ROOMS - after);
      before = after;
    }
    assertThat(most).isBetween(1, 64);
  }

  @Test
  void afterACrashItGoesOn() throws SQLException {
    play(150);
    store.crash();
    assertAllIsThere();
    play(150);
    assertThat(records()).isLessThan(BOUND);
    store.crash();
    assertAllIsThere();
  }

  @Test
  void whatClosedRoomsHaveLeftBehindIsFoundAgainAfterACrash() throws SQLException {
    play(100);
    rooms.subList(1, ROOMS).forEach(room -> room.log.close());
    store.settle();
    rooms.subList(1, ROOMS).clear();
    store.crash();
    int before = records();
    assertAllIsThere();
    play(12);
    assertThat(records()).isLessThan(before * 2 / 3);
    assertAllIsThere();
  }

  @Test
  void aCommitThatFailsMeanwhileLosesNothing() throws SQLException {
    for (int i = 0; i < 30; i++) {
      play(9);
      List<Long> bases = rooms.stream().map(room -> room.base).toList();
      rooms.forEach(this::step);
      store.failNextCommit();
      store.settle();
      for (Room room : rooms) {
        room.next--;
        room.base = bases.get(rooms.indexOf(room));
      }
    }
    assertThat(records()).isLessThan(BOUND);
    assertAllIsThere();
    store.crash();
    assertAllIsThere();
  }

  private void play(int steps) {
    for (int i = 0; i < steps; i++) {
      rooms.forEach(this::step);
      store.settle();
    }
  }

  /** Another entry, and a snapshot now and then, at another time in each room. */
  private void step(Room room) {
    long position = room.next++;
    room.log.append(new Entry(position, () -> bytes(room, position), new byte[0]), UNHEARD);
    if ((position + rooms.indexOf(room)) % BETWEEN_SNAPSHOTS == 0) {
      room.base = position;
      room.log.snapshot(position, position, () -> new State(bytes(room, position), "hash"));
    }
  }

  private static byte[] bytes(Room room, long position) {
    return (room.id + " at " + position).getBytes(StandardCharsets.UTF_8);
  }

  private void assertAllIsThere() {
    var stage = store.journal()
        .reopen(rooms.stream().map(room -> room.id).toList(), Depth.SNAPSHOT)
        .toCompletableFuture();
    store.settle();
    List<Recovered> found = stage.join();
    assertThat(found).hasSize(rooms.size()).allMatch(Found.class::isInstance);
    for (int i = 0; i < rooms.size(); i++) {
      Room room = rooms.get(i);
      Found one = (Found) found.get(i);
      room.log = one.log();
      long from = one.from() == null ? 0 : one.from().position();
      assertThat(from).isEqualTo(room.base);
      assertThat(one.entries()).extracting(StoredEntry::position)
          .containsExactlyElementsOf(LongStream.range(from + 1, room.next).boxed().toList());
      assertThat(one.entries()).allSatisfy(
          entry -> assertThat(entry.input()).isEqualTo(bytes(room, entry.position())));
    }
  }

  private int records() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store.file());
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from record")) {
      return row.getInt(1);
    }
  }
}
