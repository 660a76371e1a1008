package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Log;
import dev.cancha.server.journal.Journal.Opening;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.journal.Journal.Snapshot;
import dev.cancha.server.journal.Journal.State;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.Unusable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Open rooms, their records and their snapshots in the file. Owner: the writer's thread. */
final class RoomTable {
  /** The records of a room (2) from its last (1) back to the one with position (3). */
  private static final String CHAIN = """
      with recursive chain (seq, previous) as (
        select seq, previous from record where seq = ?1 and room = ?2 and first + positions > ?3
        union all
        select r.seq, r.previous from chain c join record r on r.seq = c.previous
        where r.room = ?2 and r.first + r.positions > ?3)
      """;

  /** How many records one statement adds at most: a part of what each costs is the driver's. */
  static final int ROWS_AT_ONCE = 16;
  private static final int COLUMNS = 7;
  private static final String INSERT = "insert into record (seq, room, previous, first, positions, kind, body) values ";
  private static final String ROW = "(?, ?, ?, ?, ?, ?, ?)";
  /** That which adds so many records. */
  private static final List<String> INSERTS = IntStream.rangeClosed(0, ROWS_AT_ONCE)
      .mapToObj(rows -> INSERT + String.join(", ", Collections.nCopies(rows, ROW)))
      .toList();

  private final Statements statements;

  /** The entries of one room and one commit, to be added behind the record at {@code previous}. */
  record Row(long seq, long room, long previous, Pack pack) {}

  RoomTable(Statements statements) {
    this.statements = statements;
  }

  /**
   * Reads into {@code books} what is in the file; who owns a room, and which epoch, stays as it is there. Records that
   * rooms have left behind go to {@code sweep}.
   */
  void load(Books books, Sweep sweep) throws SQLException {
    Set<String> stored = new HashSet<>();
    try (ResultSet row = statements.of("""
        select r.number, r.id, r.epoch, coalesce(t.tail, 0),
          max(coalesce(t.next, 1), coalesce(s.position, 0) + 1)
        from room r
        left join (select room, max(seq) tail, max(first + positions) next from record group by room) t
          on t.room = r.number
        left join (select room, max(position) position from snapshot group by room) s on s.room = r.number
        where r.aside is null order by r.number""").executeQuery()) {
      while (row.next()) {
        RoomBook book = books.known(row.getString(2));
        book.number = row.getLong(1);
        book.storedEpoch = row.getLong(3);
        book.epoch = Math.max(book.epoch, book.storedEpoch);
        book.tail = row.getLong(4);
        book.next = row.getLong(5);
        book.trail = new Trail(true);
        stored.add(book.id);
      }
    }
    books.removeUnless(stored);
    books.nextSeq = 1 + number("select max(seq) from record");
    // the numbers of rooms whose records are still there are not given anew
    books.nextNumber = 1 + number("select max(n) from (select max(number) n from room"
        + " union all select max(room) from record)");
    loadOrphans(sweep);
  }

  private void loadOrphans(Sweep sweep) throws SQLException {
    sweep.clear();
    try (ResultSet row = statements
        .of("select seq from record where room not in (select number from room) order by seq")
        .executeQuery()) {
      while (row.next()) {
        sweep.add(row.getLong(1));
      }
    }
  }

  /** False where there is such a room already. */
  boolean insert(RoomBook book, long number, Opening opening) throws SQLException {
    return statements.update("""
        insert or ignore into room (number, id, epoch, game, rules, opened, config)
        values (?, ?, ?, ?, ?, ?, ?)""", number, book.id, book.epoch, opening.game(), opening.rules(),
        opening.openedMillis(), opening.config()) == 1;
  }

  void epoch(long number, long epoch) throws SQLException {
    statements.update("update room set epoch = ? where number = ?", epoch, number);
  }

  /** Adds {@code rows}, whose numbers rise. */
  void append(List<Row> rows) throws SQLException {
    for (int next = 0; next < rows.size(); next += ROWS_AT_ONCE) {
      List<Row> some = rows.subList(next, Math.min(next + ROWS_AT_ONCE, rows.size()));
      statements.update(INSERTS.get(some.size()), columns(some));
    }
  }

  private static Object[] columns(List<Row> rows) {
    Object[] columns = new Object[COLUMNS * rows.size()];
    int at = 0;
    for (Row row : rows) {
      columns[at++] = row.seq;
      columns[at++] = row.room;
      columns[at++] = row.previous;
      columns[at++] = row.pack.first();
      columns[at++] = row.pack.next() - row.pack.first();
      columns[at++] = Pack.PLAIN;
      columns[at++] = row.pack.toBytes();
    }
    return columns;
  }

  /** The entries with positions of at least {@code from}. */
  List<StoredEntry> entries(long number, long tail, long from) throws SQLException {
    List<StoredEntry> entries = new ArrayList<>();
    try (ResultSet row = statements
        .of(CHAIN + "select first, kind, body from record where seq in (select seq from chain) order by seq",
            tail, number, from)
        .executeQuery()) {
      while (row.next()) {
        for (StoredEntry entry : Pack.read(row.getInt(2), row.getLong(1), row.getBytes(3))) {
          if (entry.position() >= from) {
            entries.add(entry);
          }
        }
      }
    }
    return entries;
  }

  /**
   * Stores a snapshot, and deletes those that nobody will fold any more. Gives up to where the records are not needed
   * from now on, never more than to the base of before, or 0 where nothing has changed.
   */
  long snapshot(long number, long base, Snapshot snapshot) throws SQLException {
    long kept = number("select max(base) from snapshot where room = ?", number);
    statements.update("""
        insert into snapshot (room, position, base, hash, body) values (?, ?, 0, ?, ?)
        on conflict do update set hash = excluded.hash, body = excluded.body""", number, snapshot.position(),
        snapshot.state().hash(), snapshot.state().bytes());
    // a base whose snapshot was never stored is none: then the one before it stays
    long found = number("select max(position) from snapshot where room = ? and position <= ?", number, base);
    long from = Math.max(kept, found);
    statements.update("update snapshot set base = ? where room = ? and position = ?", from, number,
        snapshot.position());
    statements.update("delete from snapshot where room = ? and position <> ? and position <> ?", number, from,
        snapshot.position());
    return from > kept ? from : 0;
  }

  /** Deletes the records of a room up to {@code position}. */
  void deleteRecords(long number, long tail, long position) throws SQLException {
    statements.update(
        CHAIN + "delete from record where seq in (select seq from chain) and first + positions <= ?4 + 1",
        tail,
        number, 0, position);
  }

  void setAside(long number, String reason) throws SQLException {
    statements.update("update room set aside = ? where number = ?", reason, number);
  }

  /** All of a room but for its records. */
  void delete(long number) throws SQLException {
    statements.update("delete from snapshot where room = ?", number);
    statements.update("delete from room where number = ?", number);
  }

  /** Throws {@link Unusable} where what is stored makes no sense. */
  Found read(RoomBook book, Depth depth, Log log) throws SQLException {
    Snapshot latest = null;
    Snapshot base = null;
    long baseAt = 0;
    try (ResultSet row = statements
        .of("select position, base, hash, body from snapshot where room = ? order by position desc",
            book.number)
        .executeQuery()) {
      while (row.next()) {
        Snapshot snapshot = new Snapshot(row.getLong(1), new State(row.getBytes(4), row.getString(3)));
        if (latest == null) {
          latest = snapshot;
          baseAt = row.getLong(2);
        }
        base = snapshot.position() == baseAt ? snapshot : base;
      }
    }
    if (baseAt > 0 && base == null) {
      throw new Unusable("Its snapshot at position " + baseAt + " is missing.");
    }
    Snapshot from = depth == Depth.BASE ? base : latest;
    long first = from == null ? 1 : from.position() + 1;
    List<StoredEntry> entries = entries(book.number, book.tail, first);
    checkWhole(entries, first, book.next);
    return new Found(book.id, opening(book.number), from, latest, entries, log);
  }

  private static void checkWhole(List<StoredEntry> entries, long first, long next) {
    long position = first;
    for (StoredEntry entry : entries) {
      if (entry.position() != position) {
        break;
      }
      position = entry.next();
    }
    if (position != next) {
      throw new Unusable("Its entry at position " + position + " is missing.");
    }
  }

  private Opening opening(long number) throws SQLException {
    try (
        ResultSet row = statements.of("select game, rules, opened, config from room where number = ?", number)
            .executeQuery()) {
      if (!row.next()) {
        throw new Unusable("Its row is missing.");
      }
      return new Opening(row.getString(1), row.getString(2), row.getLong(3), row.getBytes(4));
    }
  }

  /** The number that {@code sql} gives; 0 where it gives none. */
  private long number(String sql, @Nullable Object... values) throws SQLException {
    try (ResultSet row = statements.of(sql, values).executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
