package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.Unusable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One journal's file: locked, of this version's schema, and everything in it on disk. Besides SQLite nothing may open
 * and close the file itself in this process: that would drop SQLite's own locks on it.
 */
final class SqliteFile {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteFile.class);
  /** The schema that this version reads and writes: the number of the last migration. */
  static final int SCHEMA = 1;
  /** What tells a journal from other SQLite files: "cnch". */
  static final int APPLICATION = 0x636e6368;
  private static final int FULL = 13;
  private static final int NOT_A_DATABASE = 26;
  private static final int IO_ERROR = 10;
  private static final int READ_ONLY = 8;

  private final Path path;
  private final FileChannel lock;
  private final Connection connection;
  private final Statements statements;

  private SqliteFile(Path path, FileChannel lock, Connection connection) {
    this.path = path;
    this.lock = lock;
    this.connection = connection;
    statements = new Statements(connection);
  }

  /** Opens {@code path}, which is made if it is not there; fails with {@link Unusable}. */
  static SqliteFile open(Path path, Connections connections) {
    if (path.toString().contains("?")) {
      throw new Unusable(
          "The journal cannot be at " + path + ": a question mark is not allowed in its path.");
    }
    FileChannel lock = lock(path);
    try {
      create(path);
      return new SqliteFile(path, lock, connect(path, connections));
    } catch (SQLException e) {
      release(lock, path);
      throw new Unusable("The journal " + path + " cannot be opened: " + reason(e) + ".", e);
    } catch (IOException e) {
      release(lock, path);
      throw new Unusable("The journal " + path + " cannot be made: " + e.getMessage() + ".", e);
    } catch (RuntimeException e) {
      release(lock, path);
      throw e;
    }
  }

  Statements statements() {
    return statements;
  }

  void begin() throws SQLException {
    execute("begin immediate");
  }

  void commit() throws SQLException {
    execute("commit");
  }

  /** False where even that fails; a transaction that SQLite has ended by itself is no failure. */
  boolean rollback() {
    statements.forget();
    try {
      execute("rollback");
      return true;
    } catch (SQLException e) {
      statements.forget();
      LOG.debug("nothing to roll back: {}", e.getMessage());
      return String.valueOf(e.getMessage()).contains("no transaction is active");
    }
  }

  void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("closing the journal {}: {}", path, e.getMessage());
    }
    release(lock, path);
  }

  /** Why, for people. */
  static String reason(SQLException e) {
    return switch (e.getErrorCode() & 0xff) {
      case FULL -> "the disk is full";
      case IO_ERROR -> "the disk fails (" + e.getMessage() + ")";
      case READ_ONLY -> "it may not be written (" + e.getMessage() + ")";
      case NOT_A_DATABASE -> "it is not a journal";
      default -> String.valueOf(e.getMessage());
    };
  }

  private void execute(String sql) throws SQLException {
    statements.of(sql).execute();
  }

  private static Connection connect(Path path, Connections connections) throws SQLException {
    Connection connection = connections.open(path);
    try (Statement statement = connection.createStatement()) {
      int schema = number(statement, "pragma user_version");
      if (schema > SCHEMA) {
        throw new Unusable("The journal " + path + " was written by a newer version (its schema is " + schema
            + ", this version knows " + SCHEMA + "): start that version, or restore a backup.");
      }
      boolean ours = number(statement, "pragma application_id") == APPLICATION;
      if (!ours && number(statement, "select count(*) from sqlite_schema") > 0 && !begun(statement)) {
        throw new Unusable("The file " + path + " is not a journal: move it away, or restore a backup.");
      }
      statement.execute("pragma journal_mode = wal");
      statement.execute("pragma synchronous = full");
      statement.execute("pragma fullfsync = on"); // a plain sync of macOS does not reach the disk
      statement.execute("pragma checkpoint_fullfsync = on");
      statement.execute("pragma busy_timeout = 5000"); // someone looks at the file with a tool of theirs
      statement.execute("pragma cache_size = -8192");
      statement.execute("pragma wal_autocheckpoint = 2000");
      statement.execute("pragma journal_size_limit = 67108864");
      if (schema < SCHEMA) {
        Migrations.run(path, connections);
        statement.execute("pragma application_id = " + APPLICATION);
        statement.execute("pragma user_version = " + SCHEMA);
      }
      sync(statement, path);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Whether these are the tables of a first migration that did not come to its end. */
  private static boolean begun(Statement statement) throws SQLException {
    return number(statement,
        "select count(*) from sqlite_schema where name = '" + Migrations.HISTORY + "'") == 1;
  }

  /**
   * Moves all that a process before left into the file itself, and syncs that: its last commit may be written, but not
   * synced, and nothing may be shown to anyone that a loss of power takes away again.
   */
  private static void sync(Statement statement, Path path) throws SQLException {
    try (ResultSet row = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
      if (row.next() && row.getInt(1) != 0) {
        throw new Unusable(
            "The journal " + path + " is being read by another process: wait until it has ended.");
      }
    }
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  static FileChannel lock(Path path) {
    Path file = path.resolveSibling(path.getFileName() + ".lock");
    try {
      FileChannel channel = FileChannel.open(file,
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
          ownersOnly(path));
      if (isLocked(channel)) {
        return channel;
      }
      channel.close();
    } catch (IOException e) {
      throw new Unusable("The journal " + path + " cannot be locked: " + e.getMessage() + ".", e);
    }
    throw new Unusable("The journal " + path + " is in use by another server: stop that one first.");
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another journal of this process has it
    }
  }

  static void release(FileChannel lock, Path path) {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("the lock of {} cannot be given back: {}", path, e.getMessage());
    }
  }

  private static void create(Path path) throws IOException {
    if (!Files.exists(path)) {
      Files.createFile(path, ownersOnly(path));
    }
  }

  private static FileAttribute<?>[] ownersOnly(Path path) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }
}
