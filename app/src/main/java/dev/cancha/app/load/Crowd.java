package dev.cancha.app.load;

import dev.cancha.common.bots.SplitMix;
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

  /** The longest that anyone thinks, in mean times. */
  private static final double MOST_MEANS = 10;
  private static final long SEED = 1;

  /** How many rooms are filled at the same time. */
  private static final int ENTERING = 16;

  private final int rooms;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final SplitMix chance = new SplitMix(SEED);
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

  void add(Pair pair) {
    pairs.add(pair);
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
   * @param thinking how long each thinks about an act on average, in milliseconds; 0: they act as fast as they are
   *     answered
   */
  void play(long most, int thinking) {
    playing = true;
    enough = most;
    thinkMillis = thinking;
    resting = 0;
    rest = new CompletableFuture<>();
    pairs.forEach(Pair::resume);
  }

  /**
   * How long one thinks about an act: drawn from the negative exponential distribution, and at most ten times its mean,
   * as TPC-C has it (5.2.5.4). With the same time for all, those who were answered together would act together for
   * ever, and wait for one another.
   */
  long thinkNanos() {
    double even = (chance.next() >>> 11) * 0x1p-53;
    double means = Math.min(-Math.log1p(-even), MOST_MEANS);
    return (long) (TimeUnit.MILLISECONDS.toNanos(thinkMillis) * means);
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
