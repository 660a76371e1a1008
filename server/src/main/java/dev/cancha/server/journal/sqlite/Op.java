package dev.cancha.server.journal.sqlite;

import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.Depth;
import dev.cancha.server.journal.Journal.Entry;
import dev.cancha.server.journal.Journal.Receipt;
import dev.cancha.server.journal.Journal.Recovered;
import dev.cancha.server.journal.Journal.State;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What waits for the writer. */
sealed interface Op {
  /** Of one room: many of them make one commit. */
  sealed interface OfRoom extends Op {
    SqliteLog log();
  }

  /** Done by itself, between commits. */
  sealed interface Alone extends Op {}

  record Create(SqliteLog log) implements OfRoom {}

  record Append(SqliteLog log, Entry entry, @Nullable Supplier<FinishedMatch> match,
      Receipt receipt) implements OfRoom {}

  record Snap(SqliteLog log, long position, long base, Supplier<State> state) implements OfRoom {}

  record SetAside(SqliteLog log, String reason) implements OfRoom {}

  record Close(SqliteLog log) implements OfRoom {}

  record Rooms(CompletableFuture<List<String>> result) implements Alone {}

  record Reopen(List<String> rooms, Depth depth,
      CompletableFuture<List<Recovered>> result) implements Alone {}

  record Prune(long endedBeforeMillis, int most) implements Alone {}

  record Stop(CompletableFuture<Void> result) implements Alone {}
}
