package dev.cancha.server.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How late an event loop is: the longest that a timer of its was late within the last seconds. Owner: that loop; the
 * figures are read on any thread.
 */
public final class LoopLag {
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  /** Once in so many periods what was longest is forgotten. */
  private static final int REMEMBERED = 150;
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final EventExecutor loop;
  /** The longest of the time before, and of now. */
  private final AtomicLong before = new AtomicLong();
  private final AtomicLong now = new AtomicLong();
  private long dueNanos;
  private int periods;

  private LoopLag(EventExecutor loop) {
    this.loop = loop;
  }

  /** Watches each of {@code loops} until it ends. */
  public static void watch(Iterable<EventExecutor> loops, MeterRegistry registry) {
    int number = 0;
    for (EventExecutor loop : loops) {
      LoopLag lag = new LoopLag(loop);
      Gauge.builder("cancha.loop.lag", lag, LoopLag::seconds)
          .baseUnit("seconds")
          .tags("loop", Integer.toString(number++))
          .description("How late timers of an event loop were, at most, within the last 15 to 30 s")
          .strongReference(true)
          .register(registry);
      loop.execute(lag::next);
    }
  }

  double seconds() {
    return Math.max(before.get(), now.get()) / NANOS_PER_SECOND;
  }

  private void next() {
    dueNanos = loop.ticker().nanoTime() + PERIOD_NANOS;
    loop.schedule(this::ring, PERIOD_NANOS, TimeUnit.NANOSECONDS);
  }

  private void ring() {
    long late = Math.max(0, loop.ticker().nanoTime() - dueNanos);
    if (++periods % REMEMBERED == 0) {
      before.set(now.get());
      now.set(late);
    } else {
      now.accumulateAndGet(late, Math::max);
    }
    next();
  }
}
