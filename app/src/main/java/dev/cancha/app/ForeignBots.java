package dev.cancha.app;

import dev.cancha.common.CompositionRoot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread on which the bots of one foreign game think. When one of them is not done after a bot's patience, and
 * another is asked, that thread is given up and the others think on a new one; after a few such the game's bots only
 * wait, and do the first thing that they may. Any thread.
 */
@CompositionRoot("makes the thread that bots of a foreign game think on, looks how long they do, and interrupts it")
final class ForeignBots implements Executor {
  private static final Logger LOG = LoggerFactory.getLogger(ForeignBots.class);

  private final String game;
  private final Terms terms;
  private ThreadPoolExecutor thread;
  private volatile Thinking thinking = new Thinking();
  private int givenUp;

  /**
   * What a thread may do.
   *
   * @param patience how long one bot may think
   * @param waiting how many may wait
   * @param maxGivenUp how many threads are given up
   */
  record Terms(Duration patience, int waiting, int maxGivenUp) {}

  /** Since when one thread is at the same question; absent where it is at none. */
  private static final class Thinking {
    volatile @Nullable Long sinceNanos;
  }

  ForeignBots(String game, Terms terms) {
    this.game = game;
    this.terms = terms;
    thread = newThread();
  }

  private ThreadPoolExecutor newThread() {
    var made = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(terms.waiting()),
        Thread.ofPlatform().name("cancha-bots-" + game).daemon().factory());
    made.allowCoreThreadTimeOut(true);
    return made;
  }

  @Override
  public synchronized void execute(Runnable task) {
    Long since = thinking.sinceNanos;
    if (since != null && System.nanoTime() - since >= terms.patience().toNanos()
        && givenUp < terms.maxGivenUp()) {
      givenUp++;
      LOG.error("a bot of the game {} does not come to an end: its thread is given up", game);
      List<Runnable> waiting = thread.shutdownNow();
      thread = newThread();
      thinking = new Thinking();
      waiting.forEach(thread::execute);
    }
    thread.execute(() -> think(task));
  }

  @CompositionRoot("see the class around it")
  private void think(Runnable task) {
    Thinking its = thinking;
    its.sinceNanos = System.nanoTime();
    try {
      task.run();
    } finally {
      its.sinceNanos = null;
    }
  }

  synchronized void stop() {
    thread.shutdownNow();
  }
}
