package dev.cancha.server.host;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A room's time: milliseconds since it opened, without what was given back, what passed while no process had the room,
 * and what its loop was away. Owner: the room's event loop, whose ticker it follows.
 */
final class RoomTime {
  private final EventLoop loop;
  private final Absence absence;
  private long zeroNanos;
  private boolean watched;

  /** It is {@code at} now. */
  RoomTime(EventLoop loop, Absence absence, long at) {
    this.loop = loop;
    this.absence = absence;
    zeroNanos = loop.ticker().nanoTime() - absence.nanos() - TimeUnit.MILLISECONDS.toNanos(at);
  }

  long now() {
    return TimeUnit.NANOSECONDS.toMillis(nowNanos());
  }

  /** How long ago it was {@code at}; negative where that is still to come. */
  long nanosSince(long at) {
    return nowNanos() - TimeUnit.MILLISECONDS.toNanos(at);
  }

  private long nowNanos() {
    long nanos = loop.ticker().nanoTime();
    absence.look(nanos);
    return nanos - absence.nanos() - zeroNanos;
  }

  /** The last {@code millis} do not count: clocks, graces and ticks go on as if they had not been. */
  void giveBack(long millis) {
    zeroNanos += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** Runs {@code task} as soon as it is {@code at}: early where time was given back meanwhile, but never late. */
  ScheduledFuture<?> schedule(long at, Runnable task) {
    long inNanos = zeroNanos + absence.nanos() + TimeUnit.MILLISECONDS.toNanos(at) - loop.ticker().nanoTime();
    return loop.schedule(task, Math.max(0, inNanos), TimeUnit.NANOSECONDS);
  }

  /** Whether the room waits for a time: only then must its loop be seen to be away. */
  void watched(boolean waits) {
    if (waits != watched) {
      watched = waits;
      if (waits) {
        absence.watch();
      } else {
        absence.forget();
      }
    }
  }
}
