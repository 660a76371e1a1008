package dev.cancha.server.session;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.ServerMessage;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** What all sessions together have asked and were told, counted since the start. Any thread may use it. */
public final class Traffic {
  private final LongAdder acts = new LongAdder();
  private final LongAdder[] refusals = Stream.generate(LongAdder::new)
      .limit(ErrorCode.values().length)
      .toArray(LongAdder[]::new);

  /** Of a room. */
  void asked(ClientMessage message) {
    if (message instanceof ClientMessage.Act) {
      acts.increment();
    }
  }

  /** Of a client. */
  void told(ServerMessage message) {
    if (message instanceof ServerMessage.Failure failure) {
      refusals[failure.code().ordinal()].increment();
    }
  }

  /** Acts that rooms were asked for. */
  public long acts() {
    return acts.sum();
  }

  /** Answers {@code error} with {@code code}. */
  public long refusals(ErrorCode code) {
    return refusals[code.ordinal()].sum();
  }
}
