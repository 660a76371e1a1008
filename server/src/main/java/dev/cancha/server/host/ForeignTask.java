package dev.cancha.server.host;

import dev.cancha.server.foreign.ForeignLoop;
import dev.cancha.server.foreign.ForeignLoops;
import dev.cancha.server.foreign.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done with the code of a foreign game while no room is open for it, such as folding one. Where its
 * loop is given up for another's sake it begins again on the next. Any thread.
 */
final class ForeignTask implements Tenant {
  private final ForeignLoops loops;
  private final String game;
  private final Work work;
  private final Runnable hopeless;

  /** What is to be done. */
  @FunctionalInterface
  interface Work {
    /** {@code done}: from here on a loop that is given up is no reason to begin again. */
    void on(ForeignLoop there, Runnable done);
  }

  /**
   * @param work is done on the loop
   * @param hopeless is run, on any thread, where the work does not come to an end or cannot be begun
   */
  ForeignTask(ForeignLoops loops, String game, Work work, Runnable hopeless) {
    this.loops = loops;
    this.game = game;
    this.work = work;
    this.hopeless = hopeless;
  }

  void begin() {
    @Nullable
    ForeignLoop there = loops.next(game);
    if (there == null) {
      hopeless.run();
    } else {
      there.visit(this, () -> work.on(there, () -> there.leaves(this)));
    }
  }

  @Override
  public void evicted(boolean blamed) {
    if (blamed) {
      hopeless.run();
    } else {
      begin();
    }
  }
}
