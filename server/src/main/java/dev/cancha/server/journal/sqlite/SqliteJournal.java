package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.journal.Unusable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The journal in one SQLite file, of one process at a time. */
public final class SqliteJournal implements Journal {
  private final Writer writer;
  private final SqliteMatches matches;

  private SqliteJournal(Writer writer, SqliteMatches matches) {
    this.writer = writer;
    this.matches = matches;
  }

  /**
   * Opens the journal at {@code file}, which is made if it is not there. Blocks: for the thread that starts a server.
   *
   * @throws Unusable with a sentence for whoever started it
   */
  public static SqliteJournal open(Path file, SqlitePorts ports) {
    SqliteFile opened = SqliteFile.open(file, ports.connections());
    try {
      return new SqliteJournal(new Writer(opened, ports), reader(file, ports));
    } catch (SQLException e) {
      opened.close();
      throw new Unusable("The journal " + file + " cannot be read: " + SqliteFile.reason(e) + ".", e);
    }
  }

  private static SqliteMatches reader(Path file, SqlitePorts ports) throws SQLException {
    Connection connection = ports.connections().open(file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma query_only = on");
      return new SqliteMatches(new Statements(connection));
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Settles what was appended, and gives the file free. Whoever appends afterwards is refused. */
  public CompletionStage<Void> stop() {
    CompletableFuture<Void> stopped = new CompletableFuture<>();
    matches.close();
    writer.put(new Op.Stop(stopped));
    return stopped;
  }

  @Override
  public Log create(String room, Supplier<Opening> opening) {
    SqliteLog log = new SqliteLog(new RoomBook(room, opening), writer, 1);
    writer.putSoon(new Op.Create(log));
    return log;
  }

  @Override
  public CompletionStage<List<String>> rooms() {
    CompletableFuture<List<String>> rooms = new CompletableFuture<>();
    writer.put(new Op.Rooms(rooms));
    return rooms;
  }

  @Override
  public CompletionStage<List<Recovered>> reopen(List<String> rooms, Depth depth) {
    CompletableFuture<List<Recovered>> found = new CompletableFuture<>();
    writer.put(new Op.Reopen(List.copyOf(rooms), depth, found));
    return found;
  }

  @Override
  public Matches matches() {
    return matches;
  }

  @Override
  public void prune(long endedBeforeMillis, int most) {
    writer.put(new Op.Prune(endedBeforeMillis, most));
  }

  @Override
  public int waiting() {
    return writer.waiting();
  }
}
