package dev.cancha.app.load;

import dev.cancha.common.CompositionRoot;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What a timer is late where there is nothing else to do: it rings twenty times a second on an event loop of its own.
 * Owner: that loop, but for {@link #close}, which ends it first.
 */
@CompositionRoot("an event loop of its own")
final class IdleTimer implements AutoCloseable {
  private static final long MOST_NANOS = 60_000_000_000L;

  private final Ground ground = Ground.open();
  private final EventLoop loop = ground.loop();
  private final Histogram lateness = new Histogram(MOST_NANOS, 3);
  private long dueNanos;

  private IdleTimer() {}

  static IdleTimer started() {
    IdleTimer timer = new IdleTimer();
    timer.loop.execute(() -> {
      timer.dueNanos = timer.loop.ticker().nanoTime();
      timer.next();
    });
    return timer;
  }

  private void next() {
    dueNanos += TickCrowd.PERIOD_NANOS;
    loop.schedule(this::ring, Math.max(0, dueNanos - loop.ticker().nanoTime()), TimeUnit.NANOSECONDS);
  }

  private void ring() {
    lateness.recordValue(Math.clamp(loop.ticker().nanoTime() - dueNanos, 0, MOST_NANOS));
    next();
  }

  /** Ends it; how late it was each time, in nanoseconds. */
  Histogram ended() {
    close();
    return lateness;
  }

  @Override
  public void close() {
    ground.close();
  }
}
