package dev.cancha.testkit.store;

import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.State;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What waits for the store's writer. */
sealed interface Op {
  /** Of one room: all that wait together make one commit. */
  sealed interface OfRoom extends Op {
    StoreLog log();
  }

  record Create(StoreLog log) implements OfRoom {}

  record Append(StoreLog log, Entry entry, @Nullable Supplier<FinishedMatch> match,
      Receipt receipt) implements OfRoom {}

  record Snap(StoreLog log, long position, long base, Supplier<State> state) implements OfRoom {}

  record SetAside(StoreLog log) implements OfRoom {}

  record Close(StoreLog log) implements OfRoom {}

  /** Deletes matches. */
  record Prune(long endedBeforeMillis, int most) implements Op {}

  /** Reads, between the commits. */
  record Read(Runnable action) implements Op {}
}
