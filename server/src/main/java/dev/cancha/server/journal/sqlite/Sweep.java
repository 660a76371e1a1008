package dev.cancha.server.journal.sqlite;

import java.sql.SQLException;
import java.util.Arrays;

/**
 * Rows of the table of records that nobody needs any more. They are left until there are many, and then deleted oldest
 * first, some with each commit: the records of rooms lie one between the other, so a page is written once for all of
 * its rows where a room's rows alone would have nearly each of them write a page of its own. Of one room they go in
 * their order, so that what is left of it is always the end of its chain. No commit deletes much more than it adds, for
 * somebody waits for each of them. Owner: the writer's thread.
 */
final class Sweep {
  private static final int AT_LEAST = 1_024;
  /** About 20 MiB of the file, and 1.6 MB of memory. */
  private static final int AT_MOST = 200_000;
  /** A match's records, so that most pages have only dead rows by then. */
  private static final int FOR_EACH_ROOM = 64;
  /** In one commit: about two pages, which takes as long as a commit. */
  private static final int AT_ONCE = 64;
  /** In one commit, for each record that it adds: enough to be done long before as many are due again. */
  private static final int FOR_EACH_RECORD = 2;

  private final Statements statements;
  private long[] rows = new long[AT_LEAST];
  private int size;
  /** Of {@link #rows}, which of those that are due are next, and where they end. */
  private int next;
  private int due;
  /** Up to where the running commit deletes them. */
  private int deleting;

  Sweep(Statements statements) {
    this.statements = statements;
  }

  /** Keeps nothing of what it has. */
  void clear() {
    size = 0;
    next = 0;
    due = 0;
    deleting = 0;
  }

  void add(long row) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
    }
    rows[size++] = row;
  }

  /** Deletes some where enough have come together, within the commit that is being written and adds {@code records}. */
  void write(int rooms, int records) throws SQLException {
    if (next == due && size >= enough(rooms)) {
      Arrays.sort(rows, 0, size);
      due = size / 2; // the younger half has neighbours that are still needed
    }
    deleting = Math.min(due, next + Math.max(AT_ONCE, FOR_EACH_RECORD * records));
    int first = next;
    for (int i = next; i < deleting; i++) {
      if (i + 1 == deleting || rows[i + 1] > rows[i] + 1) {
        statements.update("delete from record where seq between ? and ?", rows[first], rows[i]);
        first = i + 1;
      }
    }
  }

  /** Whether {@link #write} would delete any. */
  boolean isDue(int rooms) {
    return next < due || size >= enough(rooms);
  }

  private static int enough(int rooms) {
    return Math.clamp((long) FOR_EACH_ROOM * rooms, AT_LEAST, AT_MOST);
  }

  /** What was deleted last is so on disk; a commit that fails comes not here, and the next one deletes it again. */
  void committed() {
    next = deleting;
    if (next == due && due > 0) {
      size -= due;
      System.arraycopy(rows, due, rows, 0, size);
      next = 0;
      due = 0;
      deleting = 0;
    }
  }

  /** How many are left. */
  int size() {
    return size - next;
  }
}
