package dev.cancha.server.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** One connection that carries messages as text, in whichever of the two ways the protocol has. */
interface Line extends AutoCloseable {
  /** What a connection speaks. */
  enum Kind {
    FRAMES, WEBSOCKET;

    Line to(RealServer server) throws IOException {
      return this == FRAMES ? new FrameLine(socket(server)) : new WebSocketLine(socket(server));
    }
  }

  /** A plain connection; whoever waits on it for longer than the protocol's patience fails. */
  static Socket socket(RealServer server) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(15_000);
    return socket;
  }

  void send(String message) throws IOException;

  /** Only the first half of the bytes of {@code message}, as when the connection is cut in the middle. */
  void sendHalf(String message) throws IOException;

  /** The next message; null where the server has ended the stream. */
  @Nullable
  String receive() throws IOException;

  /** Cuts the connection by a reset: what either side had not sent or read yet is lost. */
  void reset() throws IOException;

  @Override
  void close() throws IOException;
}
