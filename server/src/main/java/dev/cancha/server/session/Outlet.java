package dev.cancha.server.session;

import dev.cancha.common.message.ByeCode;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.wire.Encoded;
import dev.cancha.server.host.Delivery;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What goes out to one client, at the speed at which it reads: patches are left out when too much waits, and a
 * whole room follows as soon as there is space. Owner: the event loop of the connection.
 */
final class Outlet {
  private final Session session;
  private final Connection connection;
  private final SessionLimits limits;
  /** Patches were left out since the last whole room. */
  private boolean behind;
  /** A whole room was asked for, and comes when it may. */
  private boolean wanted;
  private boolean handing;
  private long nextWholeNanos;
  private @Nullable ScheduledFuture<?> wholeAlarm;
  private @Nullable ScheduledFuture<?> slowAlarm;

  Outlet(Session session, Connection connection, SessionLimits limits) {
    this.session = session;
    this.connection = connection;
    this.limits = limits;
    nextWholeNanos = now();
  }

  /** What must arrive: answers, which stop when the client reads nothing, since then nothing more is asked. */
  void answer(Encoded message) {
    connection.write(message);
  }

  /** What a whole room replaces: left out when too much waits. */
  void update(Encoded message) {
    if (!behind && connection.isWritable()) {
      connection.write(message);
    } else {
      behind = true;
    }
  }

  void whole(Delivery.Whole whole) {
    behind = false;
    wanted = false;
    nextWholeNanos = now() + limits.roomInterval().toNanos();
    connection.write(whole.room());
    connection.write(whole.spectators());
  }

  /** {@code message} goes to the room: after a {@code sync} the next whole room waits its turn. */
  void asking(ClientMessage message) {
    if (message instanceof ClientMessage.Sync) {
      asked();
    }
  }

  /** From now on, not from its arrival: the room may be on another loop, and be asked again meanwhile. */
  private void asked() {
    nextWholeNanos = now() + limits.roomInterval().toNanos();
  }

  /** How long until a whole room may be sent again, in nanoseconds; 0 or less: now. */
  long wholeInNanos() {
    return nextWholeNanos - now();
  }

  /** Asks for a whole room that answers nothing, as soon as one may be sent; several asks are one. */
  void want() {
    wanted = true;
    if (wholeAlarm == null && !handing) {
      long wait = wholeInNanos();
      if (wait <= 0) {
        ask();
      } else {
        wholeAlarm = connection.loop().schedule(this::ask, wait, TimeUnit.NANOSECONDS);
      }
    }
  }

  void writabilityChanged() {
    if (connection.isWritable()) {
      cancelSlow();
      if (behind) {
        want();
      }
    } else if (slowAlarm == null) {
      slowAlarm = connection.loop()
          .schedule(
              () -> session.bye(ByeCode.SLOW, "you read too slowly: what was sent to you did not arrive"),
              limits.slowTimeout().toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /** Whether messages that come in are handed over just now, after which everything is flushed at once. */
  void handing(boolean now) {
    handing = now;
    if (!now) {
      connection.flush();
      if (wanted) {
        want();
      }
    }
  }

  void flush() {
    if (!handing) {
      connection.flush();
    }
  }

  void close() {
    cancelSlow();
    if (wholeAlarm != null) {
      wholeAlarm.cancel(false);
      wholeAlarm = null;
    }
  }

  private void ask() {
    wholeAlarm = null;
    if (wanted) {
      wanted = false;
      asked();
      session.askWhole();
    }
  }

  private void cancelSlow() {
    if (slowAlarm != null) {
      slowAlarm.cancel(false);
      slowAlarm = null;
    }
  }

  private long now() {
    return connection.loop().ticker().nanoTime();
  }
}
