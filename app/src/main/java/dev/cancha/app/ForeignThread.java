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
 * One thread for one kind of work that one foreign game is asked for beside its rooms: what its bots think, or matches
 * that are played again. When a task is not done in time, and another comes, that thread is given up and the others go
 * on on a new one; after a few such they only wait. Any thread.
 */
@CompositionRoot("makes the thread that code of a foreign game runs on, looks how long it does, and interrupts it")
final class ForeignThread implements Executor {
  private static final Logger LOG = LoggerFactory.getLogger(ForeignThread.class);

  private final String game;
  private final Terms terms;
  private ThreadPoolExecutor thread;
  private volatile Doing doing = new Doing();
  private int givenUp;

  /**
   * What a thread may do.
   *
   * @param work what it is for, in the plural: its name has it
   * @param patience how long one task may take
   * @param waiting how many may wait
   * @param maxGivenUp how many threads are given up
   */
  record Terms(String work, Duration patience, int waiting, int maxGivenUp) {}

  /** Since when one thread is at the same task; absent where it is at none. */
  private static final class Doing {
    volatile @Nullable Long sinceNanos;
  }

  ForeignThread(String game, Terms terms) {
    this.game = game;
    this.terms = terms;
    thread = newThread();
  }

  private ThreadPoolExecutor newThread() {
    var made = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(terms.waiting()),
        Thread.ofPlatform().name("cancha-" + terms.work() + "-" + game).daemon().factory());
    made.allowCoreThreadTimeOut(true);
    return made;
  }

  @Override
  public synchronized void execute(Runnable task) {
    Long since = doing.sinceNanos;
    if (since != null && System.nanoTime() - since >= terms.patience().toNanos()
        && givenUp < terms.maxGivenUp()) {
      givenUp++;
      LOG.error("{} of the game {} do not come to an end: their thread is given up", terms.work(), game);
      List<Runnable> waiting = thread.shutdownNow();
      thread = newThread();
      doing = new Doing();
      waiting.forEach(thread::execute);
    }
    thread.execute(() -> run(task));
  }

  @CompositionRoot("see the class around it")
  private void run(Runnable task) {
    Doing its = doing;
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
