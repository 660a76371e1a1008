package dev.cancha.server.session;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.ServerMessage;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** What all sessions together have asked and were told, counted since the start. Any thread may use it. */
public final class Traffic {
  private final LongAdder acts = new LongAdder();
  /** Every code is in it from the start, so that it is never changed. */
  private final Map<ErrorCode, LongAdder> refusals = new EnumMap<>(ErrorCode.class);

  Traffic() {
    for (ErrorCode code : ErrorCode.values()) {
      refusals.put(code, new LongAdder());
    }
  }

  /** Of a room. */
  void asked(ClientMessage message) {
    if (message instanceof ClientMessage.Act) {
      acts.increment();
    }
  }

  /** Of a client. */
  void told(ServerMessage message) {
    if (message instanceof ServerMessage.Failure failure) {
      counter(failure.code()).increment();
    }
  }

  /** Acts that rooms were asked for. */
  public long acts() {
    return acts.sum();
  }

  /** Answers {@code error} with {@code code}. */
  public long refusals(ErrorCode code) {
    return counter(code).sum();
  }

  private LongAdder counter(ErrorCode code) {
    return Objects.requireNonNull(refusals.get(code));
  }
}
