package dev.cancha.server.journal.sqlite;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.cancha.server.journal.Commits;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.NotStored;
import dev.cancha.server.journal.StoreUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.LoggerFactory;

/** SQLite in a folder, whose writer runs on the test's own thread when the test says so. */
final class SqliteUnderTest implements StoreUnderTest {
  static final String NAME = "journal.db";
  private static final byte[] EMPTY = empty();

  static {
    // the failures are planted, and asserted where they are told
    ((Logger) LoggerFactory.getLogger(SqliteJournal.class.getPackageName())).setLevel(Level.OFF);
  }

  final FaultyConnections connections = new FaultyConnections();
  final List<Commits.Batch> committed = new ArrayList<>();
  final List<NotStored> failures = new ArrayList<>();
  private final Path parent;
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private Path folder;
  private SqliteJournal journal;
  private int lives;
  private long nanos;

  SqliteUnderTest(Path parent) {
    this.parent = parent;
    folder = parent.resolve("life0");
    try {
      Files.createDirectories(folder);
      Files.write(file(), EMPTY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    journal = open();
  }

  /** A file with the schema and nothing in it: migrating one for each test would take longer than most tests. */
  private static byte[] empty() {
    try {
      Path made = Files.createTempDirectory("journal");
      Path file = made.resolve(NAME);
      SqliteJournal
          .open(file, new SqlitePorts(Runnable::run, () -> 0, Commits.UNHEARD, Connections.standard()))
          .stop();
      byte[] bytes = Files.readAllBytes(file);
      for (String name : List.of(NAME, NAME + ".lock")) {
        Files.delete(made.resolve(name));
      }
      Files.delete(made);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file() {
    return folder.resolve(NAME);
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public void settle() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  @Override
  public void failNextCommit() {
    connections.set(FaultyConnections.failingNextCommit(new SQLException("a planted failure", "", 10)));
  }

  @Override
  public int commits() {
    return committed.size();
  }

  /** What the files hold at this moment is what another process would find. */
  @Override
  public void crash() {
    Path next = parent.resolve("life" + ++lives);
    copy(folder, next);
    tasks.clear();
    close();
    folder = next;
    journal = open();
  }

  @Override
  public void close() {
    journal.stop();
    settle();
  }

  /** Copies the file and its log, as they are. */
  static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to);
      for (String name : List.of(NAME, NAME + "-wal")) {
        if (Files.exists(from.resolve(name))) {
          Files.copy(from.resolve(name), to.resolve(name));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SqliteJournal open() {
    return SqliteJournal.open(file(), new SqlitePorts(tasks::add, () -> nanos += 1_000, new Commits() {
      @Override
      public void committed(Batch batch) {
        committed.add(batch);
      }

      @Override
      public void failed(Batch batch, NotStored cause) {
        failures.add(cause);
      }
    }, connections));
  }
}
