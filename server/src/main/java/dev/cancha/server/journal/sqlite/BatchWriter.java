package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.sqlite.Work.Step;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Writes batches into the tables, within a transaction of its caller. Owner: the writer's thread. */
final class BatchWriter {
  private final Books books;
  private final RoomTable rooms;
  private final MatchTable matches;

  BatchWriter(Books books, Statements statements) {
    this.books = books;
    rooms = new RoomTable(statements);
    matches = new MatchTable(statements);
  }

  RoomTable rooms() {
    return rooms;
  }

  MatchTable matches() {
    return matches;
  }

  /** The numbers that it gives are kept even if the commit fails: a gap among them means nothing. */
  void write(Batch batch) throws SQLException {
    for (Work work : batch.works()) {
      write(work);
    }
  }

  private void write(Work work) throws SQLException {
    if (work.opens()) {
      if (work.pack == null) {
        return; // a room that nobody entered
      }
      long number = books.nextNumber++;
      work.clash = !rooms.insert(work.book, number, Objects.requireNonNull(work.opening));
      if (work.clash) {
        return;
      }
      work.open(number);
    } else if (work.book.storedEpoch != work.book.epoch && work.pack != null) {
      rooms.epoch(work.number(), work.book.epoch);
    }
    if (work.pack != null) {
      long seq = books.nextSeq++;
      rooms.append(seq, work.number(), work.tail(), work.pack);
      work.appended(seq);
    }
    for (Step step : work.steps) {
      take(step, work);
    }
  }

  private void take(Step step, Work work) throws SQLException {
    switch (step) {
      case Step.Finish finish -> {
        List<StoredEntry> entries = rooms.entries(work.number(), work.tail(),
            finish.match().inputs().first());
        matches.store(finish.match(), entries);
      }
      case Step.Snap snap -> rooms.snapshot(work.number(), work.tail(), snap.base(), snap.snapshot());
      case Step.SetAside aside -> rooms.setAside(work.number(), aside.reason());
      case Step.Close close -> rooms.delete(work.number(), work.tail());
    }
  }
}
