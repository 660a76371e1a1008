package dev.cancha.testkit.sim;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * An executor of a process beside its event loops, such as the one that hashes passwords: a task runs later, after a
 * time drawn from the seed, so that tasks overtake each other as on several threads. Owner: the world's thread.
 */
public final class SimExecutor implements Executor {
  private final SimProcess process;
  private final SimRandom random;
  private final Duration least;
  private final Duration most;
  private final int bound;
  private int pending;

  SimExecutor(SimProcess process, SimRandom random, Delays delays) {
    this.process = process;
    this.random = random;
    this.least = delays.least();
    this.most = delays.most();
    this.bound = delays.bound();
    process.owns(this);
  }

  /**
   * How long tasks take.
   *
   * @param bound how many may be pending; one more is rejected
   */
  public record Delays(Duration least, Duration most, int bound) {}

  @Override
  public void execute(Runnable task) {
    if (!process.alive()) {
      return;
    }
    if (pending >= bound) {
      throw new RejectedExecutionException(bound + " tasks are pending already");
    }
    pending++;
    process.world().after(random.between(least, most), () -> {
      if (process.alive()) {
        pending--;
        task.run();
      }
    });
  }

  /** How many tasks wait. */
  public int pending() {
    return pending;
  }
}
