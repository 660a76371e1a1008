package dev.cancha.server.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.server.journal.Commits;
import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Journal.Opening;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.Recovered;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.journal.Journal.Recovered.Unreadable;
import dev.cancha.server.journal.Matches.Audience;
import dev.cancha.server.journal.Matches.Query;
import dev.cancha.server.journal.NotStored;
import dev.cancha.server.journal.Unusable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is SQLite's own about its journal; the rest is in the contract. */
class SqliteJournalTest {
  @TempDir
  Path folder;

  private SqliteUnderTest store;
  private Log log;
  private final List<String> heard = new ArrayList<>();

  @BeforeEach
  void openRoom() {
    store = new SqliteUnderTest(folder);
    log = create("a");
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void aFullDiskRefusesNewEntriesUntilThereIsRoom() throws SQLException {
    append(1, 100);
    store.settle();
    store.connections.execute("pragma max_page_count = 1"); // which SQLite takes as: no more than there are
    append(2, 1_000_000);
    append(3, 1);
    store.settle();
    append(2, 1_000_000);
    store.settle();
    String refused = "the journal cannot store anything: the disk is full";
    assertThat(heard).containsExactly("1 durable", "2 " + refused, "3 " + refused, "2 " + refused);
    assertThat(store.failures).extracting(Throwable::getMessage).containsOnly(refused);
    store.connections.execute("pragma max_page_count = 1000000");
    append(2, 1_000_000);
    store.settle();
    assertThat(heard).endsWith("2 durable");
    store.crash();
    assertThat(positions("a")).containsExactly(1L, 2L);
  }

  @Test
  void roomsAreReadWhileTheDiskIsFull() throws SQLException {
    append(1, 100);
    store.settle();
    store.connections.execute("pragma max_page_count = 1");
    append(2, 1_000_000);
    assertThat(positions("a")).containsExactly(1L);
  }

  @ParameterizedTest
  @CsvSource({"one statement, insert into record", "several, commit"})
  void aCommitThatCameThroughAfterAllIsNotWrittenTwice(String statements, String last) {
    append(1, 1);
    store.settle();
    if (statements.equals("several")) {
      create("b").append(new Entry(1, () -> new byte[1], new byte[0]), new Receipt() {
        @Override
        public void durable() {}

        @Override
        public void failed(Throwable cause) {}
      });
    }
    store.connections.set(new FaultyConnections.Fault() {
      @Override
      public void after(String sql) throws SQLException {
        if (sql.startsWith(last)) {
          throw new SQLException("the answer got lost");
        }
      }
    });
    append(2, 1);
    store.settle();
    store.connections.set(FaultyConnections.Fault.NONE);
    append(2, 1);
    store.settle();
    assertThat(heard).hasSize(3)
        .startsWith("1 durable", "2 the journal cannot store anything: the answer got lost")
        .last()
        .asString()
        .startsWith("2 room a appends position 2, but 3 is next");
    assertThat(positions("a")).containsExactly(1L, 2L);
    store.crash();
    assertThat(positions("a")).containsExactly(1L, 2L);
  }

  @Test
  void anEndThatCameThroughAfterAllFencesTheRoom() {
    append(1, 1);
    store.settle();
    store.connections.set(new FaultyConnections.Fault() {
      @Override
      public void after(String sql) throws SQLException {
        if (sql.equals("commit")) {
          throw new SQLException("the answer got lost");
        }
      }
    });
    log.close();
    store.settle();
    store.connections.set(FaultyConnections.Fault.NONE);
    append(2, 1);
    store.settle();
    assertThat(heard).last().asString().startsWith("2 room a has another owner now");
    assertThat(rooms()).isEmpty();
  }

  @Test
  void whatIsStoredTogetherIsToldAsOneCommit() {
    append(1, 10);
    append(2, 20);
    create("b").append(new Entry(1, () -> new byte[5], new byte[0]), receipt(1));
    store.settle();
    assertThat(store.committed).containsExactly(new Commits.Batch(3, 2, 35, 1_000));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "16, 1", "17, 4"})
  void recordsAloneTakeOneStatementUpToABoundAndATransactionBeyondIt(int rooms, int statements) {
    List<Log> logs = IntStream.range(0, rooms).mapToObj(each -> create("room" + each)).toList();
    logs.forEach(each -> each.append(new Entry(1, () -> new byte[1], new byte[0]), receipt(1)));
    store.settle();
    List<String> executed = new ArrayList<>();
    store.connections.set(new FaultyConnections.Fault() {
      @Override
      public void before(String sql) {
        executed.add(sql);
      }
    });
    logs.forEach(each -> each.append(new Entry(2, () -> new byte[1], new byte[0]), receipt(2)));
    store.settle();
    store.connections.set(FaultyConnections.Fault.NONE);
    assertThat(executed).hasSize(statements);
    store.crash();
    for (int each = 0; each < rooms; each++) {
      assertThat(positions("room" + each)).containsExactly(1L, 2L);
    }
  }

  @Test
  void aDamagedRoomIsToldAndTheOthersAreRead() throws SQLException {
    append(1, 1);
    create("b").append(new Entry(1, () -> new byte[5], new byte[0]), receipt(1));
    store.settle();
    store.connections.execute("update record set body = x'01ff' where room = 1");
    List<Recovered> found = reopen("a", "b");
    assertThat(found.get(0)).isEqualTo(new Unreadable("a", "The entry at position 1 is cut off."));
    assertThat(found.get(1)).isInstanceOf(Found.class);
    append(2, 1);
    store.settle();
    assertThat(heard).as("it keeps its owner").endsWith("2 durable");
  }

  @Test
  void aRoomWithAGapIsToldInASentence() throws SQLException {
    append(1, 1);
    store.settle();
    append(2, 1);
    store.settle();
    append(3, 1);
    store.settle();
    store.connections.execute("delete from record where first = 2");
    assertThat(reopen("a")).containsExactly(new Unreadable("a", "Its entry at position 1 is missing."));
  }

  @Test
  void aReceiptThatThrowsHarmsNobody() {
    log.append(new Entry(1, () -> new byte[0], new byte[0]), new Receipt() {
      @Override
      public void durable() {
        throw new IllegalStateException("a planted bug");
      }

      @Override
      public void failed(Throwable cause) {
        heard.add("failed");
      }
    });
    append(2, 1);
    store.settle();
    assertThat(heard).containsExactly("2 durable");
  }

  @Test
  void nothingIsStoredOnceItHasStopped() {
    append(1, 1);
    store.close();
    append(2, 1);
    store.settle();
    assertThat(heard).containsExactly("1 durable", "2 the journal is closed");
    assertThatThrownBy(() -> store.journal().matches().list(new Query(null, new Audience.Anyone(), null, 1)))
        .isInstanceOf(Unusable.class);
    var reopened = store.journal().reopen(List.of("a"), Depth.SNAPSHOT).toCompletableFuture();
    store.settle();
    assertThat(reopened).isCompletedExceptionally();
  }

  @Test
  void whatNobodyWaitsForIsGatheredAndGoesWithWhatSomebodyWaitsFor() {
    List<Runnable> writer = new ArrayList<>();
    List<Runnable> soon = new ArrayList<>();
    List<Integer> commits = new ArrayList<>();
    SqliteJournal journal = SqliteJournal.open(folder.resolve("gathered.db"),
        new SqlitePorts(writer::add, Turns.NONE, soon::add, () -> 0, sizes(commits), Connections.standard()));
    log = journal.create("x", () -> new Opening("dudo", "1", 0, new byte[0]));
    appendSoon(1);
    appendSoon(2);
    assertThat(writer).as("the thread is not called at once").isEmpty();
    soon.removeFirst().run();
    writer.removeFirst().run();
    assertThat(commits).containsExactly(2);
    appendSoon(3);
    append(4, 1);
    assertThat(soon).as("one call for all").hasSize(1);
    writer.removeFirst().run();
    assertThat(commits).containsExactly(2, 2);
    appendSoon(5);
    soon.removeFirst().run();
    writer.removeFirst().run();
    assertThat(commits).containsExactly(2, 2, 1);
    assertThat(heard).containsExactly("1 durable", "2 durable", "3 durable", "4 durable", "5 durable");
    assertThat(journal.waiting()).isZero();
    journal.stop();
    writer.removeFirst().run();
  }

  @Test
  void whatIsAppendedInOneTurnIsStoredTogether() {
    List<Runnable> writer = new ArrayList<>();
    Deque<Runnable> turn = new ArrayDeque<>();
    List<Integer> commits = new ArrayList<>();
    SqliteJournal journal = SqliteJournal.open(folder.resolve("turns.db"),
        new SqlitePorts(writer::add, turn::add, Runnable::run, () -> 0, sizes(commits),
            Connections.standard()));
    log = journal.create("x", () -> new Opening("dudo", "1", 0, new byte[0]));
    append(1, 1);
    append(2, 1);
    assertThat(writer).as("the thread is called for the room alone").hasSize(1);
    writer.removeFirst().run();
    assertThat(commits).as("in the midst of the turn").isEmpty();
    append(3, 1);
    turn.removeFirst().run();
    append(4, 1); // the next turn's, behind what the thread was called for
    writer.removeFirst().run();
    assertThat(commits).containsExactly(3);
    assertThat(journal.waiting()).isEqualTo(1);
    turn.removeLast().run();
    writer.removeFirst().run();
    assertThat(commits).containsExactly(3, 1);
    assertThat(heard).containsExactly("1 durable", "2 durable", "3 durable", "4 durable");
    assertThat(journal.waiting()).isZero();
    append(5, 1);
    journal.stop();
    writer.removeFirst().run();
    assertThat(heard).as("who stops the journal waits for no turn").contains("5 durable");
  }

  private static Commits sizes(List<Integer> commits) {
    return new Commits() {
      @Override
      public void committed(Batch batch) {
        commits.add(batch.appends());
      }

      @Override
      public void failed(Batch batch, NotStored cause) {
        throw new AssertionError(cause);
      }
    };
  }

  @Test
  void whoAppendsWhenTheThreadIsGoneIsToldSo() {
    Path file = folder.resolve("threadless.db");
    SqliteJournal journal = SqliteJournal.open(file, new SqlitePorts(task -> {
      throw new RejectedExecutionException("shut down");
    }, () -> 0, Commits.UNHEARD, Connections.standard()));
    log = journal.create("x", () -> new Opening("dudo", "1", 0, new byte[0]));
    append(1, 1);
    assertThat(heard).containsExactly("1 the journal has lost its thread");
    assertThat(journal.stop()).isCompleted();
    assertThat(journal.waiting()).isZero();
  }

  private Log create(String room) {
    return store.journal().create(room, () -> new Opening("dudo", "1", 0, new byte[0]));
  }

  private void append(long position, int bytes) {
    log.append(new Entry(position, () -> new byte[bytes], new byte[0]), receipt(position));
  }

  private void appendSoon(long position) {
    log.appendSoon(new Entry(position, () -> new byte[1], new byte[0]), receipt(position));
  }

  private Receipt receipt(long position) {
    return new Receipt() {
      @Override
      public void durable() {
        heard.add(position + " durable");
      }

      @Override
      public void failed(Throwable cause) {
        assertThat(cause).isInstanceOf(NotStored.class);
        heard.add(position + " " + cause.getMessage());
      }
    };
  }

  private List<Long> positions(String room) {
    return ((Found) reopen(room).getFirst()).entries().stream().map(entry -> entry.position()).toList();
  }

  private List<Recovered> reopen(String... rooms) {
    var stage = store.journal().reopen(List.of(rooms), Depth.SNAPSHOT).toCompletableFuture();
    store.settle();
    return stage.join();
  }

  private List<String> rooms() {
    var stage = store.journal().rooms().toCompletableFuture();
    store.settle();
    return stage.join();
  }
}
