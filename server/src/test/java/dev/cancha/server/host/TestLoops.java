package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Event loops under the test's control: one clock for all, which stands until it is moved, and one thread, on which
 * at any time at most one of them runs. So a call on the wrong loop is noticed, as it would be with real threads.
 * Owner: the thread that made it.
 */
final class TestLoops {
  final MockTicker ticker = Ticker.newMockTicker();
  private final Thread thread = Thread.currentThread();
  private final List<TestLoop> loops = new ArrayList<>();
  private @Nullable TestLoop running;

  TestLoop open() {
    TestLoop loop = new TestLoop(this);
    loops.add(loop);
    return loop;
  }

  boolean runs(TestLoop loop, Thread asking) {
    return asking.equals(thread) && loop.equals(running);
  }

  /** Runs {@code task} as {@code loop}. */
  void as(TestLoop loop, Runnable task) {
    TestLoop before = running;
    running = loop;
    try {
      task.run();
    } finally {
      running = before;
    }
  }

  /** Turns all loops until none has anything to do at this time. */
  void run() {
    assertThat(Thread.currentThread()).isEqualTo(thread);
    boolean busy = true;
    for (int turns = 0; busy; turns++) {
      assertThat(turns).as("turns of the loops without an end").isLessThan(10_000);
      busy = false;
      for (TestLoop loop : loops) {
        busy |= loop.turn();
      }
    }
  }

  /** Moves the clock, and stops at each time at which something is due. */
  void advance(long millis) {
    run();
    long end = ticker.nanoTime() + millis * 1_000_000;
    while (true) {
      long wait = end - ticker.nanoTime();
      for (TestLoop loop : loops) {
        long next = loop.nextInNanos();
        wait = next < 0 ? wait : Math.min(wait, next);
      }
      ticker.advance(wait, TimeUnit.NANOSECONDS);
      run();
      if (ticker.nanoTime() >= end) {
        return;
      }
    }
  }
}
