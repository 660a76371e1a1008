package dev.cancha.server.session;

import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage.Ping;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Pings a client again and again, so that either side notices when the other is gone. Owner: the event loop of the
 * session's connection.
 */
final class Heartbeat {
  private final Session session;
  private final Duration interval;
  private long count;
  private @Nullable ScheduledFuture<?> next;

  Heartbeat(Session session, Duration interval) {
    this.session = session;
    this.interval = interval;
  }

  void start() {
    next = session.loop().schedule(this::beat, interval.toNanos(), TimeUnit.NANOSECONDS);
  }

  void stop() {
    if (next != null) {
      next.cancel(false);
      next = null;
    }
  }

  /** A client that does not read is sent no pings on top of what waits. */
  private void beat() {
    start();
    if (session.connection().isWritable()) {
      session.send(new Ping(Json.ofChecked(Long.toString(++count))));
      session.connection().flush();
    }
  }
}
