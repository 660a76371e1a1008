package dev.cancha.server.host;

import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Wakes a room once, at a room time. Owner: the room's event loop. */
final class Alarm {
  private final RoomHost host;
  private final Runnable ring;
  private @Nullable ScheduledFuture<?> timer;
  private long at = Long.MAX_VALUE;

  /** {@code ring} is run on the room's event loop. */
  Alarm(RoomHost host, Runnable ring) {
    this.host = host;
    this.ring = ring;
  }

  /** Rings at room time {@code atMillis}, or earlier where it was to ring earlier: to move it on would cost more. */
  void by(long atMillis) {
    if (atMillis < at) {
      cancel();
      at = atMillis;
      timer = host.loop()
          .schedule(() -> host.run(this::due), Math.max(0, at - host.now()), TimeUnit.MILLISECONDS);
    }
  }

  boolean isSet() {
    return timer != null;
  }

  void cancel() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
    at = Long.MAX_VALUE;
  }

  private void due() {
    if (timer != null) {
      timer = null;
      at = Long.MAX_VALUE;
      ring.run();
    }
  }
}
