package dev.cancha.server.host;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long an event loop was away in all: its process was stopped, its machine's lid closed, or its thread held up for
 * over a second. What nobody could do anything in is not counted by clocks, graces and ticks. While rooms wait for a
 * time it looks at the clock four times a second, and whenever one of them does. Owner: the loop, but for the reading
 * of {@link #nanos()}.
 */
final class Absence {
  /** Less than this is a hiccup, which clocks count. */
  private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final EventLoop loop;
  private int waiting;
  private long seenNanos;
  private volatile long nanos;
  private @Nullable ScheduledFuture<?> looks;

  Absence(EventLoop loop) {
    this.loop = loop;
  }

  /** One more room waits for a time. */
  void watch() {
    waiting++;
    if (looks == null) {
      seenNanos = loop.ticker().nanoTime();
      looks = loop.scheduleWithFixedDelay(() -> look(loop.ticker().nanoTime()), BETWEEN_LOOKS_NANOS,
          BETWEEN_LOOKS_NANOS, TimeUnit.NANOSECONDS);
    }
  }

  /** One less. */
  void forget() {
    waiting--;
    if (waiting == 0 && looks != null) {
      looks.cancel(false);
      looks = null;
    }
  }

  /** It is {@code nowNanos}: was the loop away until now? */
  void look(long nowNanos) {
    long gap = nowNanos - seenNanos;
    seenNanos = nowNanos;
    if (gap >= LEAST_NANOS && looks != null) {
      long before = nanos; // written by the loop alone
      nanos = before + gap;
    }
  }

  /** As of the last look. */
  long nanos() {
    return nanos;
  }
}
