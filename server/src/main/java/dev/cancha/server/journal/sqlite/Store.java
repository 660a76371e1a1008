package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.Journal.Recovered;
import dev.cancha.server.journal.NotStored;
import dev.cancha.server.journal.Unusable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file and what is known of it. Owner: the writer's thread.
 *
 * <p>After a failed commit the connection stays as it is, and the next commit writes over the pages of the failed one:
 * they are in no state to be synced once more, and a connection that is opened anew would take them for committed.
 */
final class Store {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);
  /** Of one commit, so that rooms need not wait for long. */
  private static final int PRUNED_AT_ONCE = 50;

  private final SqliteFile file;
  private final SqlitePorts ports;
  private final Writer writer;
  private final Books books = new Books();
  private final BatchWriter tables;
  /** Rooms whose deletion has failed. */
  private final List<Op.Close> unclosed = new ArrayList<>();
  /** Whether a commit failed without saying how far it came. */
  private boolean unsure;
  private boolean failing;
  private @Nullable NotStored ended;

  Store(SqliteFile file, SqlitePorts ports, Writer writer) throws SQLException {
    this.file = file;
    this.ports = ports;
    this.writer = writer;
    tables = new BatchWriter(books, file.statements());
    tables.load();
  }

  /** An empty one. What goes into it is judged by what the file has. */
  Batch batch() {
    try {
      beSure();
    } catch (SQLException e) {
      LOG.debug("still unsure", e);
    }
    Batch batch = new Batch(books);
    unclosed.forEach(batch::add);
    unclosed.clear();
    return batch;
  }

  void commit(Batch batch) {
    if (ended != null) {
      batch.failed(ended);
      return;
    }
    if (batch.isEmpty()) {
      batch.committed(tables.sweep());
      return;
    }
    long began = ports.nanoTime().getAsLong();
    try {
      if (unsure) {
        throw new SQLException("it cannot be read since a commit has failed");
      }
      if (tables.isOneStatement(batch)) {
        alone(() -> tables.write(batch));
      } else {
        inTransaction(() -> tables.write(batch));
      }
    } catch (SQLException | RuntimeException | Error e) { // whatever it is, rooms are waiting for an answer
      failed(batch, notStored(e), began);
      return;
    }
    long took = ports.nanoTime().getAsLong() - began;
    if (failing) {
      failing = false;
      LOG.info("the journal stores again");
    }
    tables.sweep().committed();
    batch.committed(tables.sweep());
    ports.commits().committed(batch.figures(took));
  }

  private void failed(Batch batch, NotStored cause, long began) {
    long took = ports.nanoTime().getAsLong() - began;
    if (!failing) {
      failing = true;
      LOG.error("{}; it tries again with all that comes", cause.getMessage());
      LOG.debug("why", cause);
    }
    unclosed.addAll(batch.failed(cause));
    ports.commits().failed(batch.figures(took), cause);
  }

  void run(Op.Alone op) {
    switch (op) {
      case Op.Rooms rooms -> rooms.result().complete(books.stored());
      case Op.Reopen reopen -> reopen(reopen);
      case Op.Prune prune -> prune(prune);
      case Op.Stop stop -> {
        if (ended == null) {
          end(new NotStored("the journal is closed"));
        }
        stop.result().complete(null);
      }
    }
  }

  /** Nothing is stored from now on, for the reason {@code cause}. */
  void end(NotStored cause) {
    if (ended == null) {
      ended = cause;
      file.close();
    }
  }

  private void reopen(Op.Reopen op) {
    if (ended != null) {
      op.result().completeExceptionally(ended);
      return;
    }
    try {
      beSure();
      List<Recovered> found = new ArrayList<>();
      for (String room : op.rooms()) {
        RoomBook book = books.find(room);
        if (book != null && book.stored()) {
          found.add(reopen(book, op));
        }
      }
      op.result().complete(found);
    } catch (SQLException | RuntimeException e) {
      file.statements().forget();
      op.result()
          .completeExceptionally(new Unusable("The journal cannot be read: " + e.getMessage() + ".", e));
    }
  }

  private Recovered reopen(RoomBook book, Op.Reopen op) throws SQLException {
    SqliteLog log = new SqliteLog(book, writer, book.epoch + 1);
    try {
      Recovered.Found found = tables.rooms().read(book, op.depth(), log);
      book.epoch = log.epoch();
      book.owner = log;
      return found;
    } catch (Unusable e) {
      return new Recovered.Unreadable(book.id, String.valueOf(e.getMessage()));
    }
  }

  /** A few, and the rest behind what waits by then. */
  private void prune(Op.Prune op) {
    if (ended != null) {
      return;
    }
    try {
      beSure();
      boolean[] more = new boolean[1];
      inTransaction(() -> more[0] = tables.matches().prune(op, PRUNED_AT_ONCE));
      if (more[0]) {
        writer.put(op);
      }
    } catch (SQLException | RuntimeException e) {
      LOG.error("old matches stay for now: {}", notStored(e).getMessage());
    }
  }

  /** What a transaction does. */
  @FunctionalInterface
  private interface Statement {
    void execute() throws SQLException;
  }

  /** One statement is a transaction by itself: to begin and to commit one would be two more. */
  private void alone(Statement statement) throws SQLException {
    try {
      statement.execute();
    } catch (SQLException | RuntimeException | Error e) {
      file.statements().forget();
      unsure = true;
      throw e;
    }
  }

  private void inTransaction(Statement statement) throws SQLException {
    file.begin();
    boolean committing = false;
    try {
      statement.execute();
      committing = true;
      file.commit();
    } catch (SQLException | RuntimeException | Error e) {
      boolean undone = file.rollback();
      unsure = committing || !undone;
      throw e;
    }
  }

  /** Asks the file what it has after a commit that may have come through after all. */
  private void beSure() throws SQLException {
    if (unsure) {
      try {
        tables.load();
        unsure = false;
      } catch (SQLException e) {
        file.statements().forget();
        throw e;
      }
    }
  }

  private static NotStored notStored(Throwable e) {
    String why = e instanceof SQLException sql ? SqliteFile.reason(sql) : String.valueOf(e.getMessage());
    return new NotStored("the journal cannot store anything: " + why, e);
  }
}
