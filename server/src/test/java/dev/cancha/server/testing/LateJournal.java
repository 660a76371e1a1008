package dev.cancha.server.testing;

import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.Matches;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A journal that says which rooms are open only when the test says so. Owner: the test's thread. */
public final class LateJournal implements Journal {
  private final Journal behind;
  private final CompletableFuture<Void> read = new CompletableFuture<>();

  public LateJournal(Journal behind) {
    this.behind = behind;
  }

  public void read() {
    read.complete(null);
  }

  @Override
  public CompletionStage<List<String>> rooms() {
    return read.thenCompose(nothing -> behind.rooms());
  }

  @Override
  public Log create(String room, Supplier<Opening> opening) {
    return behind.create(room, opening);
  }

  @Override
  public CompletionStage<List<Recovered>> reopen(List<String> rooms, Depth depth) {
    return behind.reopen(rooms, depth);
  }

  @Override
  public Matches matches() {
    return behind.matches();
  }

  @Override
  public void prune(long endedBeforeMillis, int most) {
    behind.prune(endedBeforeMillis, most);
  }

  @Override
  public int waiting() {
    return behind.waiting();
  }
}
