package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.Matches;
import dev.cancha.server.journal.Unusable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The matches in the journal of a server that does not run. Nothing is written, and no server starts on the file
 * meanwhile. Owner: the thread that opened it.
 */
public final class StoppedJournal implements AutoCloseable {
  private final Path file;
  private final FileChannel lock;
  private final SqliteMatches matches;

  private StoppedJournal(Path file, FileChannel lock, SqliteMatches matches) {
    this.file = file;
    this.lock = lock;
    this.matches = matches;
  }

  /**
   * Opens {@code file}.
   *
   * @param nativeFolder where SQLite itself is unpacked
   * @throws Unusable with a sentence, where a server runs on it, or it is no journal of this version
   */
  public static StoppedJournal open(Path file, Path nativeFolder) {
    if (!Files.isRegularFile(file)) {
      throw new Unusable("There is no journal " + file + ".");
    }
    FileChannel lock = SqliteFile.lock(file);
    try {
      NativeLibrary.unpackInto(nativeFolder);
      return new StoppedJournal(file, lock, new SqliteMatches(new Statements(connect(file))));
    } catch (SQLException e) {
      SqliteFile.release(lock, file);
      throw new Unusable("The journal " + file + " cannot be read: " + SqliteFile.reason(e) + ".", e);
    } catch (IOException e) {
      SqliteFile.release(lock, file);
      throw new Unusable("The folder " + nativeFolder + " cannot be used: " + e.getMessage() + ".", e);
    } catch (RuntimeException e) {
      SqliteFile.release(lock, file);
      throw e;
    }
  }

  private static Connection connect(Path file) throws SQLException {
    Connection connection = Connections.standard().open(file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma query_only = on");
      int schema;
      try (ResultSet row = statement.executeQuery("pragma user_version")) {
        schema = row.next() ? row.getInt(1) : 0;
      }
      if (schema != SqliteFile.SCHEMA) {
        throw new Unusable("The journal " + file + " has the schema " + schema + ", and this version knows "
            + SqliteFile.SCHEMA + ": take the version of the server that wrote it.");
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  public Matches matches() {
    return matches;
  }

  @Override
  public void close() {
    matches.close();
    SqliteFile.release(lock, file);
  }
}
