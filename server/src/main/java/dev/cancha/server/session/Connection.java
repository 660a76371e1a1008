package dev.cancha.server.session;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.wire.Encoded;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;

/** The way back to one client, whatever it speaks. Owner: {@link #loop()}, on which every other method is called. */
public interface Connection {
  EventLoop loop();

  /** The client's IP address, for limits and logs. */
  String address();

  /** Whether the client is on this machine: limits by address do not apply to it. */
  boolean loopback();

  /** Why this connection is not welcome (too many of them), or null. Told when it says {@code hello}. */
  @Nullable
  ErrorCode refusal();

  /** Queues {@code message}; sent with the next {@link #flush()}. After {@link #close} it is dropped. */
  void write(Encoded message);

  void flush();

  /** Whether less than the high-water mark (256 KiB) waits to be sent. */
  boolean isWritable();

  /** False: nothing more is handed to the session until it is true again. True at first. */
  void reading(boolean on);

  /** The client was welcomed: its messages may now be as large as the protocol allows. */
  void welcomed();

  /**
   * Sends what is queued, says that it closes (over WebSocket with {@code closeCode}), reads and drops what still
   * comes for up to 1 s so that a reset does not destroy what was sent, and closes. Nothing is handed to the session
   * any more, but {@link Session#lost()} at the end.
   */
  void close(int closeCode);
}
