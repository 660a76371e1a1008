package dev.cancha.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A connection on which bytes are sent as they are, and all that comes back until the server ends it. */
final class Hell implements AutoCloseable {
  static final String HELLO = "{\"type\":\"hello\",\"name\":\"Hades\"}";
  static final String PING = "{\"type\":\"ping\",\"t\":6}";

  private final Socket socket;

  Hell(RealServer server) throws IOException {
    socket = Line.socket(server);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** A frame's header alone, for a body of {@code length} bytes. */
  static byte[] prefix(long length) {
    return ByteBuffer.allocate(Integer.BYTES).putInt((int) length).array();
  }

  static byte[] frame(byte[] body) {
    return join(prefix(body.length), body);
  }

  /** False where the server has closed already, so that the bytes found nobody. */
  boolean send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Everything until the end of the stream. A reset is an end, too: the server was still being sent something. */
  byte[] untilTheEnd() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[4096];
    try {
      for (int count = socket.getInputStream().read(some); count >= 0; count = socket.getInputStream()
          .read(some)) {
        all.write(some, 0, count);
      }
    } catch (SocketException reset) {
      // what came before it counts
    }
    return all.toByteArray();
  }

  /** The messages in frames until the end of the stream. */
  List<String> framesUntilTheEnd() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(untilTheEnd());
    List<String> messages = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] body = new byte[bytes.getInt()];
      bytes.get(body);
      messages.add(new String(body, StandardCharsets.UTF_8));
    }
    return messages;
  }

  /** Sends no more, so that the server sees the end of the stream. */
  void end() throws IOException {
    socket.shutdownOutput();
  }

  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** The code of {@code message}, which must be an error that shows neither a stack nor much of what was sent. */
  static String errorCode(String message) {
    assertThat(message).startsWith("{\"type\":\"error\"")
        .doesNotContain("Exception", "\tat ")
        .hasSizeLessThan(400);
    return RawClient.MAPPER.readTree(message).path("code").stringValue();
  }
}
