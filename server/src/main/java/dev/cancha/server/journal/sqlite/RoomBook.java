package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.Journal.Opening;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the writer knows of an open room without asking the file. Owner: the writer's thread. */
final class RoomBook {
  final String id;
  /** Absent for a room that is in the file. */
  final @Nullable Supplier<Opening> opening;
  /** The log that may append; any other is fenced. */
  @Nullable
  SqliteLog owner;
  long epoch;
  /** The epoch in the file; a new owner writes its own with its first append. */
  long storedEpoch;
  /** Its row, 0 while there is none. */
  long number;
  /** The position of the next entry. */
  long next;
  /** The row of its last record, 0 where there is none. */
  long tail;

  /** Where its records stand. */
  Trail trail;

  RoomBook(String id, @Nullable Supplier<Opening> opening) {
    this.id = id;
    this.opening = opening;
    next = 1;
    trail = new Trail(opening == null);
  }

  boolean stored() {
    return number != 0;
  }
}
