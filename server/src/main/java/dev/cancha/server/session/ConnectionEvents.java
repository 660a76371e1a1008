package dev.cancha.server.session;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.wire.Malformed;

/** What a connection tells its session, on the connection's event loop. */
public interface ConnectionEvents {
  void on(ClientMessage message);

  void on(Malformed malformed);

  /** What one read brought has been handed over: time to flush. */
  void readComplete();

  /** {@link Connection#isWritable()} changed. */
  void writabilityChanged();

  /** No {@code welcome} within 10 s of connecting. */
  void helloTimedOut();

  /** Nothing was received for 25 s. */
  void idle();

  /** The connection is gone; nothing follows. */
  void lost();
}
