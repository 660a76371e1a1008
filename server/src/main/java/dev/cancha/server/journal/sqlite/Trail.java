package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.Journal.StoredEntry;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a room's records stand in, and what its latest ones hold: so that the end of a match need not read its
 * inputs back, row by row from all over the table, nor search for the rows that nobody needs any more. What is not here
 * is found in the file. Owner: the writer's thread.
 */
final class Trail {
  private static final int FEW_ROWS = 16;
  /** Of a room that goes on and on without a base; 64 KiB of memory. */
  private static final int MOST_ROWS = 4_096;
  /** Of a match: three hundred acts. */
  private static final int MOST_BYTES = 16 * 1024;

  private long[] rows = new long[FEW_ROWS];
  /** For each row the position behind its last entry. */
  private long[] nexts = new long[FEW_ROWS];
  private int size;
  /** Whether the file may have rows of this room that are not among these. */
  private boolean partial;
  /** The latest entries; absent where they became too many for memory, until the match is over. */
  private @Nullable Pack recent;
  private boolean tooMany;

  /** @param partial whether the file may have records already */
  Trail(boolean partial) {
    this.partial = partial;
  }

  boolean partial() {
    return partial;
  }

  /** {@code pack} stands in {@code row}. */
  void append(long row, Pack pack) {
    if (size == MOST_ROWS) {
      size = 0;
      partial = true;
    }
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      nexts = Arrays.copyOf(nexts, 2 * size);
    }
    rows[size] = row;
    nexts[size++] = pack.next();
    if (tooMany) {
      return;
    }
    if (recent == null) {
      recent = new Pack(pack.first());
    }
    recent.add(pack);
    if (recent.length() > MOST_BYTES) {
      recent = null;
      tooMany = true;
    }
  }

  /** All entries from {@code position} on that are stored; null where they are not all here. */
  @Nullable
  List<StoredEntry> entries(long position) {
    if (recent == null || recent.first() > position) {
      return null;
    }
    return Pack.read(Pack.PLAIN, recent.first(), recent.toBytes());
  }

  /** Nobody will ask for the entries up to {@code last} any more. */
  void finished(long last) {
    tooMany = false;
    if (recent != null && recent.next() == last + 1) {
      recent = null;
    }
  }

  /** The rows up to {@code position} are not needed any more: they go to {@code sweep}. */
  void dead(long position, Sweep sweep) {
    int dead = 0;
    while (dead < size && nexts[dead] <= position + 1) {
      sweep.add(rows[dead++]);
    }
    drop(dead);
  }

  /** The rows up to {@code position}, and all that stood before them, have been deleted. */
  void deleted(long position) {
    int dead = 0;
    while (dead < size && nexts[dead] <= position + 1) {
      dead++;
    }
    drop(dead);
    partial = false;
  }

  private void drop(int count) {
    size -= count;
    System.arraycopy(rows, count, rows, 0, size);
    System.arraycopy(nexts, count, nexts, 0, size);
  }
}
