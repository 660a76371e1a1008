package dev.cancha.server.journal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps nothing and calls everything durable at once: for rooms that need not survive their process. */
public final class VolatileJournal implements Journal {
  private static final Log LOG = new Log() {
    @Override
    public long epoch() {
      return 1;
    }

    @Override
    public void append(Entry entry, Receipt receipt) {
      receipt.durable();
    }

    @Override
    public void finish(Entry last, Supplier<FinishedMatch> match, Receipt receipt) {
      receipt.durable();
    }

    @Override
    public void snapshot(long position, long base, Supplier<State> state) {
      // nothing is kept, so nothing is folded
    }

    @Override
    public void setAside(String reason) {
      // nothing is kept, so nothing is set aside
    }

    @Override
    public void close() {
      // nothing is kept, so nothing is let go
    }
  };

  private static final Matches NONE = new Matches() {
    @Override
    public Page list(Query query) {
      return new Page(List.of(), null);
    }

    @Override
    public @Nullable FinishedMatch find(String id) {
      return null;
    }

    @Override
    public void inputs(String id, Consumer<StoredEntry> entries) {
      // there are none
    }
  };

  @Override
  public Log create(String room, Supplier<Opening> opening) {
    return LOG;
  }

  @Override
  public CompletionStage<List<String>> rooms() {
    return CompletableFuture.completedStage(List.of());
  }

  @Override
  public CompletionStage<List<Recovered>> reopen(List<String> rooms, Depth depth) {
    return CompletableFuture.completedStage(List.of());
  }

  @Override
  public Matches matches() {
    return NONE;
  }

  @Override
  public void prune(long endedBeforeMillis, int most) {
    // there are no matches
  }

  @Override
  public int waiting() {
    return 0;
  }
}
