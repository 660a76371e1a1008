package dev.cancha.server.acceptance;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Frames: a length of four bytes, then the message. */
final class FrameLine implements Line {
  private final Socket socket;
  private final DataInputStream in;

  FrameLine(Socket socket) throws IOException {
    this.socket = socket;
    in = new DataInputStream(socket.getInputStream());
  }

  static byte[] frame(String message) {
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + body.length).putInt(body.length).put(body).array();
  }

  @Override
  public void send(String message) throws IOException {
    socket.getOutputStream().write(frame(message));
  }

  @Override
  public void sendHalf(String message) throws IOException {
    byte[] frame = frame(message);
    socket.getOutputStream().write(Arrays.copyOf(frame, frame.length / 2));
  }

  @Override
  public @Nullable String receive() throws IOException {
    int length;
    try {
      length = in.readInt();
    } catch (EOFException e) {
      return null;
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the stream ended inside a frame");
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
