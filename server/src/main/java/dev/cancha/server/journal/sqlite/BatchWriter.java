package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.sqlite.Work.Step;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes batches into the tables, within a transaction of its caller. Owner: the writer's thread. */
final class BatchWriter {
  private final Books books;
  private final RoomTable rooms;
  private final MatchTable matches;
  private final Sweep sweep;

  BatchWriter(Books books, Statements statements) {
    this.books = books;
    rooms = new RoomTable(statements);
    matches = new MatchTable(statements);
    sweep = new Sweep(statements);
  }

  /** Learns what is in the file. */
  void load() throws SQLException {
    rooms.load(books, sweep);
  }

  RoomTable rooms() {
    return rooms;
  }

  MatchTable matches() {
    return matches;
  }

  /** The numbers that it gives are kept even if the commit fails: a gap among them means nothing. */
  void write(Batch batch) throws SQLException {
    List<RoomTable.Row> rows = new ArrayList<>();
    for (Work work : batch.works()) {
      open(work);
      if (work.pack != null && !work.opens()) {
        long seq = books.nextSeq++;
        rows.add(new RoomTable.Row(seq, work.number(), work.tail(), work.pack));
        work.appended(seq);
      }
    }
    rooms.append(rows);
    for (Work work : batch.works()) {
      if (!work.opens()) {
        for (Step step : work.steps) {
          take(step, work);
        }
      }
    }
    sweep.write(books.size(), rows.size());
  }

  /** Whether {@link #write} of {@code batch} would be one statement. */
  boolean isOneStatement(Batch batch) {
    if (sweep.isDue(books.size())) {
      return false;
    }
    int records = 0;
    for (Work work : batch.works()) {
      if (!work.steps.isEmpty() || work.opens() || work.book.storedEpoch != work.book.epoch) {
        return false;
      }
      records += work.pack == null ? 0 : 1;
    }
    return 0 < records && records <= RoomTable.ROWS_AT_ONCE;
  }

  Sweep sweep() {
    return sweep;
  }

  /** Writes who owns it. A room that nobody entered is not written, nor one whose id another has. */
  private void open(Work work) throws SQLException {
    if (work.pack == null) {
      return;
    }
    if (work.opens()) {
      long number = books.nextNumber++;
      work.clash = !rooms.insert(work.book, number, Objects.requireNonNull(work.opening));
      if (!work.clash) {
        work.open(number);
      }
    } else if (work.book.storedEpoch != work.book.epoch) {
      rooms.epoch(work.number(), work.book.epoch);
    }
  }

  private void take(Step step, Work work) throws SQLException {
    switch (step) {
      case Step.Finish finish -> {
        matches.store(finish.match(), entries(work, finish.match().inputs().first()));
      }
      case Step.Snap snap -> {
        long base = rooms.snapshot(work.number(), snap.base(), snap.snapshot());
        if (base > 0) {
          work.dead = Math.max(work.dead, base);
          delete(work);
        }
      }
      case Step.SetAside aside -> rooms.setAside(work.number(), aside.reason());
      case Step.Close close -> {
        rooms.delete(work.number());
        work.dead = work.next();
        delete(work);
      }
    }
  }

  /** From {@code position} on: those that are stored already, and behind them those of this commit. */
  private List<StoredEntry> entries(Work work, long position) throws SQLException {
    List<StoredEntry> before = work.book.trail.entries(position);
    if (before == null) {
      return rooms.entries(work.number(), work.tail(), position);
    }
    List<StoredEntry> entries = new ArrayList<>(before);
    if (work.pack != null) {
      entries.addAll(Pack.read(Pack.PLAIN, work.pack.first(), work.pack.toBytes()));
    }
    entries.removeIf(entry -> entry.position() < position);
    return entries;
  }

  /** Where not all of a room's rows are known, they are searched for and deleted at once. */
  private void delete(Work work) throws SQLException {
    if (work.book.trail.partial()) {
      rooms.deleteRecords(work.number(), work.tail(), work.dead);
      work.deleted = true;
    }
  }
}
