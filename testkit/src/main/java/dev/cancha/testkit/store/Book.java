package dev.cancha.testkit.store;

import dev.cancha.server.journal.Journal.Opening;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a running store knows of an open room beside what is stored. Owner: the store. */
final class Book {
  final String id;
  /** Absent for a room that the process before has opened. */
  final @Nullable Supplier<Opening> opening;
  /** The log that may append; any other is fenced. */
  @Nullable
  StoreLog owner;
  long epoch = 1;

  Book(String id, @Nullable Supplier<Opening> opening) {
    this.id = id;
    this.opening = opening;
  }
}
