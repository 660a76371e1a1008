package dev.cancha.app.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.HdrHistogram.Histogram;

/** All clients of one server whose rooms tick, and what they were sent. Owner: the event loop that they share. */
final class TickCrowd {
  /** Between two ticks. */
  static final long PERIOD_NANOS = 1_000_000_000L / Laps.TICKS_A_SECOND;
  /** What is told apart: up to a minute, to three digits. */
  private static final long MOST_NANOS = 60_000_000_000L;
  /** How many rooms are filled at the same time: a server that has just started compiles while it greets. */
  private static final int ENTERING = 16;

  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final CompletableFuture<Void> trouble = new CompletableFuture<>();
  private CompletableFuture<Void> done = new CompletableFuture<>();
  private int missing;
  private Counted counted = new Counted();
  private boolean ended;

  /** What is counted until someone asks. */
  private static final class Counted {
    private final Histogram jitter = new Histogram(MOST_NANOS, 3);
    private long patches;
    private long patchBytes;
    private long roomTicks;
    private long acts;
    private long refused;
  }

  /**
   * What the crowd was sent, and what it said.
   *
   * @param jitter in nanoseconds, how far the time between two patches to a client was from the period
   * @param patches received, each by each client
   * @param patchBytes of all of them, without headers
   * @param roomTicks revisions that rooms showed
   */
  record Tally(Histogram jitter, long patches, long patchBytes, long roomTicks, long acts, long refused) {}

  /** Fails with a {@link LoadError} as soon as anything goes wrong. */
  CompletionStage<Void> trouble() {
    return trouble;
  }

  /** Runs {@code entrances} of rooms, not many at once; done when all have been reported by {@link #entered}. */
  CompletionStage<Void> fill(List<Runnable> entrances) {
    waiting.addAll(entrances);
    missing = entrances.size();
    done = new CompletableFuture<>();
    for (int i = 0; i < ENTERING; i++) {
      next();
    }
    return done;
  }

  private void next() {
    Runnable entrance = waiting.pollFirst();
    if (entrance != null) {
      entrance.run();
    }
  }

  void entered() {
    next();
    arrived();
  }

  /** Done when {@code rooms} have been reported by {@link #over}. */
  CompletionStage<Void> play(int rooms) {
    missing = rooms;
    done = new CompletableFuture<>();
    return done;
  }

  void over() {
    arrived();
  }

  private void arrived() {
    if (--missing == 0) {
      done.complete(null);
    }
  }

  void patched(int seat, int bytes) {
    counted.patches++;
    counted.patchBytes += bytes;
    counted.roomTicks += seat == 0 ? 1 : 0;
  }

  /** A client waited so long from one patch to the next. */
  void gap(long nanos) {
    counted.jitter.recordValue(Math.min(Math.abs(nanos - PERIOD_NANOS), MOST_NANOS));
  }

  void acted() {
    counted.acts++;
  }

  void refused() {
    counted.refused++;
  }

  /** Since the last call. */
  Tally tally() {
    Counted all = counted;
    counted = new Counted();
    return new Tally(all.jitter, all.patches, all.patchBytes, all.roomTicks, all.acts, all.refused);
  }

  /** From here on connections may close. */
  void end() {
    ended = true;
  }

  void fail(String what) {
    if (!ended) {
      trouble.completeExceptionally(new LoadError(what));
    }
  }
}
