package dev.cancha.app.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * All players of one server: whether they act just now, and what became of their acts. Owner: the event loop that all
 * of them share.
 */
final class Crowd {
  /** Latencies are told apart up to a minute, to three digits. */
  private static final long MOST_NANOS = 60_000_000_000L;

  /** How many rooms are filled at the same time. */
  private static final int ENTERING = 16;

  private final int rooms;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<Pair> pairs = new ArrayList<>();
  private Histogram latencies = new Histogram(MOST_NANOS, 3);
  private CompletableFuture<Tally> rest = new CompletableFuture<>();
  private boolean playing;
  private long enough;
  private int thinkMillis;
  /** Acts that are not answered yet. */
  private int open;
  /** Rooms whose next act waits until the crowd plays again. */
  private int resting;
  private long patches;
  private long patchBytes;

  /**
   * What the crowd did since the tally before.
   *
   * @param latencies of each act, in nanoseconds, from its sending to the arrival of its own patch
   * @param patches received, each by each player
   * @param patchBytes of all of them, without headers
   */
  record Tally(Histogram latencies, long patches, long patchBytes) {
    long acts() {
      return latencies.getTotalCount();
    }
  }

  Crowd(int rooms) {
    this.rooms = rooms;
  }

  /** The number of this pair, from 0. */
  int add(Pair pair) {
    pairs.add(pair);
    return pairs.size() - 1;
  }

  /**
   * Lets all rooms be filled, not many at once: a server that has just started compiles while it greets, and must greet
   * each within its time.
   */
  void fill(List<Runnable> entrances) {
    waiting.addAll(entrances);
    for (int i = 0; i < ENTERING; i++) {
      next();
    }
  }

  private void next() {
    Runnable entrance = waiting.pollFirst();
    if (entrance != null) {
      entrance.run();
    }
  }

  boolean playing() {
    return playing;
  }

  /**
   * Everyone acts, until {@link #pause}, and until {@code most} acts are answered.
   *
   * @param thinking how long each thinks about an act, in milliseconds; 0: they act as fast as they are answered
   */
  void play(long most, int thinking) {
    playing = true;
    enough = most;
    thinkMillis = thinking;
    resting = 0;
    rest = new CompletableFuture<>();
    pairs.forEach(Pair::resume);
  }

  int thinkMillis() {
    return thinkMillis;
  }

  /** How long the {@code number}th of all pairs waits at first, so that not all act in the same moment. */
  long staggerNanos(int number) {
    return TimeUnit.MILLISECONDS.toNanos(thinkMillis) * number / rooms;
  }

  void pause() {
    playing = false;
    lookWhetherSettled();
  }

  /**
   * What was done when every act is answered and every room rests: for the first time when all rooms are ready to be
   * played in. Fails with {@link LoadError} as soon as anything goes wrong.
   */
  CompletionStage<Tally> rest() {
    return rest;
  }

  void acted() {
    open++;
  }

  void answered(long nanos) {
    open--;
    latencies.recordValue(Math.min(nanos, MOST_NANOS));
    playing &= latencies.getTotalCount() < enough;
    lookWhetherSettled();
  }

  void rests() {
    resting++;
    next();
    lookWhetherSettled();
  }

  void patched(int bytes) {
    patches++;
    patchBytes += bytes;
  }

  void fail(String what) {
    rest.completeExceptionally(new LoadError(what));
  }

  private void lookWhetherSettled() {
    if (!playing && open == 0 && resting == rooms && !rest.isDone()) {
      Tally tally = new Tally(latencies, patches, patchBytes);
      latencies = new Histogram(MOST_NANOS, 3);
      patches = 0;
      patchBytes = 0;
      rest.complete(tally);
    }
  }
}
