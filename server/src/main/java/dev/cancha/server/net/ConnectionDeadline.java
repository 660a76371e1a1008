package dev.cancha.server.net;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one timer of a connection: until its hello (or request), then for silence, at last for closing. Hearing
 * something costs a look at the clock and moves no timer; when the timer for silence rings too early, it is set
 * again for the rest. Owner: the channel's event loop, on whose ticker it runs.
 */
final class ConnectionDeadline {
  enum Kind {
    /** Something was due by now. */
    DUE,
    /** Nothing was heard for too long. */
    IDLE
  }

  private final Consumer<Kind> passed;
  private @Nullable EventExecutor loop;
  private @Nullable Future<?> timer;
  private long idleNanos;
  private long lastHeardNanos;
  private boolean listening = true;

  ConnectionDeadline(Consumer<Kind> passed) {
    this.passed = passed;
  }

  /** Replaces whatever was running. */
  void start(EventExecutor on, Duration timeout) {
    stop();
    timer = on.schedule(() -> passed.accept(Kind.DUE), timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Replaces whatever was running. */
  void startIdle(EventExecutor on, Duration silence) {
    stop();
    loop = on;
    idleNanos = silence.toNanos();
    lastHeardNanos = on.ticker().nanoTime();
    scheduleIdle(idleNanos);
  }

  void heard() {
    if (loop != null) {
      lastHeardNanos = loop.ticker().nanoTime();
    }
  }

  /** While nobody listens nothing can be heard, so silence does not count. */
  void listening(boolean on) {
    listening = on;
    heard();
  }

  void stop() {
    loop = null;
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  private void scheduleIdle(long nanos) {
    if (loop != null) {
      timer = loop.schedule(this::checkIdle, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void checkIdle() {
    if (loop == null) {
      return;
    }
    long left = listening ? lastHeardNanos + idleNanos - loop.ticker().nanoTime() : idleNanos;
    scheduleIdle(left > 0 ? left : idleNanos);
    if (left <= 0) {
      passed.accept(Kind.IDLE);
    }
  }
}
