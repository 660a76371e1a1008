package dev.cancha.testkit.swarm;

import dev.cancha.common.CompositionRoot;
import dev.cancha.testkit.fault.Shrinker;
import dev.cancha.testkit.fault.Shrinker.Shrunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Many seeds, one after the other on each of a few threads, whose worlds share nothing. Goes on after a failure, up to
 * a bound; the first failure is shrunk at the end, and each is reported with all that it takes to see it again.
 */
public final class Swarm {
  private static final int SEEDS_BETWEEN_NEWS = 1_000;

  private final Staging staging;
  private final Order order;
  private final Consumer<String> out;
  private final Tally tally = new Tally();
  private final AtomicInteger next = new AtomicInteger();
  /** Those that have begun and not ended. */
  private final Set<Long> running = new ConcurrentSkipListSet<>();

  private Swarm(Staging staging, Order order, Consumer<String> out) {
    this.staging = staging;
    this.order = order;
    this.out = out;
  }

  /** Runs them all; {@code out} is given news now and then, the reports of failures, and the closing line. */
  public static Tally run(Staging staging, Order order, Consumer<String> out) {
    Swarm swarm = new Swarm(staging, order, out);
    swarm.runOnThreads();
    swarm.report();
    return swarm.tally;
  }

  @CompositionRoot("starts the threads that worlds are run on, and waits for them")
  private void runOnThreads() {
    Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < order.threads(); i++) {
      Thread thread = new Thread(this::runSeeds, "swarm-" + i);
      thread.setUncaughtExceptionHandler((dead, cause) -> broken.add(cause));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        next.set(order.seeds());
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while these seeds ran: " + running, e);
      }
    }
    if (!broken.isEmpty()) {
      throw new IllegalStateException("the swarm itself broke", broken.peek());
    }
  }

  private void runSeeds() {
    for (int i = next.getAndIncrement(); i < order.seeds(); i = next.getAndIncrement()) {
      long seed = order.firstSeed() + i;
      running.add(seed);
      Verdict verdict = SwarmRun.run(staging, seed);
      running.remove(seed);
      synchronized (tally) {
        tally.add(verdict);
        if (verdict.failed()) {
          out.accept("seed " + seed + " failed, it runs again with " + Report.again(seed));
        }
        if (tally.seeds() % SEEDS_BETWEEN_NEWS == 0 && tally.seeds() < order.seeds()) {
          out.accept("swarm: " + tally.seeds() + " of " + order.seeds() + " seeds");
        }
        if (tally.failures().size() >= order.mostFailures()) {
          next.set(order.seeds());
        }
      }
    }
  }

  private void report() {
    boolean first = true;
    for (Verdict failed : tally.failures().values()) {
      out.accept(first && order.shrinkRuns() > 0 ? shrunk(staging, failed, order.shrinkRuns())
          : Report.of(failed, null, null));
      first = false;
    }
    out.accept(tally.toString());
  }

  /** The report on {@code failed}, with the smallest plan that still fails like it and is found in so many runs. */
  static String shrunk(Staging staging, Verdict failed, int runs) {
    AtomicReference<Verdict> again = new AtomicReference<>(failed);
    Shrunk shrunk = Shrinker.shrink(failed.plan(), plan -> {
      Verdict verdict = SwarmRun.run(staging, failed.seed(), plan);
      boolean same = verdict.like(failed);
      if (same) {
        again.set(verdict);
      }
      return same;
    }, runs);
    return Report.of(failed, shrunk, again.get());
  }
}
