package dev.cancha.server.session;

import dev.cancha.common.message.ByeCode;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.ServerMessage.Failure;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How much a session may say, and for how long it has been saying too much. Owner: its connection's event loop. */
final class Floods {
  /** A pause of this length ends a flood. */
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Budget acts;
  private final Budget messages;
  private final long toleratedNanos;
  private boolean flooding;
  private long sinceNanos;
  private long lastNanos;

  Floods(SessionLimits limits, long nowNanos) {
    acts = new Budget(limits.actsPerSecond(), limits.actBurst(), nowNanos);
    messages = new Budget(limits.messagesPerSecond(), limits.messageBurst(), nowNanos);
    toleratedNanos = limits.floodTolerance().toNanos();
  }

  boolean allows(ClientMessage message, long nowNanos) {
    return message instanceof ClientMessage.Act ? acts.take(nowNanos) : allowsMessage(nowNanos);
  }

  /** Any message but an act, also one that is wrong. */
  boolean allowsMessage(long nowNanos) {
    return messages.take(nowNanos);
  }

  /** Whether {@code message} of {@code session} is within its budget; else it is told so. */
  boolean admits(Session session, ClientMessage message) {
    if (allows(message, session.nowNanos())) {
      return true;
    }
    tell(session, Session.reOf(message), message instanceof ClientMessage.Act flood ? flood.seq() : null);
    return false;
  }

  /** Refuses what was too much, and sends {@code session} away where that has gone on for too long. */
  void tell(Session session, @Nullable Integer re, @Nullable Long seq) {
    session.send(new Failure(re, seq, ErrorCode.RATE_LIMITED, "too many messages: slow down"));
    if (forTooLong(session.nowNanos())) {
      session.bye(ByeCode.RATE_LIMITED, "too many messages for too long");
    }
  }

  /** Counts one that was too much; true where that has gone on for longer than is tolerated. */
  boolean forTooLong(long nowNanos) {
    if (!flooding || nowNanos - lastNanos > PAUSE_NANOS) {
      flooding = true;
      sinceNanos = nowNanos;
    }
    lastNanos = nowNanos;
    return nowNanos - sinceNanos >= toleratedNanos;
  }
}
