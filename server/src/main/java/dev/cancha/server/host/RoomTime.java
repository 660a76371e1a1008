package dev.cancha.server.host;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A room's time: milliseconds since it opened, without what was given back and what
 * passed while no process had the room. Owner: the room's event loop, whose ticker
 * it follows.
 */
final class RoomTime {
  private final EventLoop loop;
  private long zeroNanos;

  /** It is {@code at} now. */
  RoomTime(EventLoop loop, long at) {
    this.loop = loop;
    zeroNanos = loop.ticker().nanoTime() - TimeUnit.MILLISECONDS.toNanos(at);
  }

  long now() {
    return TimeUnit.NANOSECONDS.toMillis(loop.ticker().nanoTime() - zeroNanos);
  }

  /** The last {@code millis} do not count: clocks, graces and ticks go on as if they had not been. */
  void giveBack(long millis) {
    zeroNanos += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** Runs {@code task} as soon as it is {@code at}: early where time was given back meanwhile, but never late. */
  ScheduledFuture<?> schedule(long at, Runnable task) {
    long inNanos = zeroNanos + TimeUnit.MILLISECONDS.toNanos(at) - loop.ticker().nanoTime();
    return loop.schedule(task, Math.max(0, inNanos), TimeUnit.NANOSECONDS);
  }
}
