package dev.cancha.server.host;

import io.netty.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * Rings at a room time. Often that time has moved on when it comes, and who set the alarm looks again: setting it anew
 * at each move would cost more than one that rings too early. Owner: the room's event loop.
 */
final class Alarm {
  private static final long NEVER = Long.MAX_VALUE;

  private final RoomTime time;
  private final Runnable ring;
  private @Nullable ScheduledFuture<?> set;
  private long setFor = NEVER;

  Alarm(RoomTime time, Runnable ring) {
    this.time = time;
    this.ring = ring;
  }

  /** Rings at {@code at} at the latest; {@link Long#MAX_VALUE} is never. */
  void by(long at) {
    if (at < setFor) {
      cancel();
      setFor = at;
      set = time.schedule(at, this::ring);
    }
  }

  boolean isSet() {
    return set != null;
  }

  void cancel() {
    if (set != null) {
      set.cancel(false);
      set = null;
    }
    setFor = NEVER;
  }

  private void ring() {
    set = null;
    setFor = NEVER;
    ring.run();
  }
}
