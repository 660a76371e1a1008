package dev.cancha.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A WebSocket client (RFC 6455) of its own: what a test needs, down to the bytes. */
final class WebSocketLine implements Line {
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;
  /** The example of RFC 6455, section 1.3, and the answer that it gives. */
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
  private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

  private final Socket socket;
  private final DataInputStream in;
  private int closeCode;

  WebSocketLine(Socket socket) throws IOException {
    this.socket = socket;
    in = new DataInputStream(socket.getInputStream());
    socket.getOutputStream()
        .write(("GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    String head = head();
    assertThat(head).startsWith("HTTP/1.1 101 ").containsIgnoringCase("sec-websocket-accept: " + ACCEPT);
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  @Override
  public void send(String message) throws IOException {
    socket.getOutputStream().write(masked(FINAL | TEXT, message.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void sendHalf(String message) throws IOException {
    byte[] frame = masked(FINAL | TEXT, message.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().write(Arrays.copyOf(frame, frame.length / 2));
  }

  /** Any frame: {@code first} is its first byte. */
  void send(int first, byte[] payload) throws IOException {
    socket.getOutputStream().write(masked(first, payload));
  }

  static byte[] masked(int first, byte[] payload) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(first);
    if (payload.length < 126) {
      out.write(MASKED | payload.length);
    } else if (payload.length < 65_536) {
      out.write(MASKED | 126);
      out.writeShort(payload.length);
    } else {
      out.write(MASKED | 127);
      out.writeLong(payload.length);
    }
    byte[] mask = {0x37, (byte) 0xfa, 0x21, 0x3d};
    out.write(mask);
    for (int i = 0; i < payload.length; i++) {
      out.write(payload[i] ^ mask[i % mask.length]);
    }
    return bytes.toByteArray();
  }

  @Override
  public @Nullable String receive() throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    int shortLength = in.readUnsignedByte(); // a server does not mask
    int length = shortLength < 126 ? shortLength
        : shortLength == 126 ? in.readUnsignedShort()
            : Math.toIntExact(in.readLong());
    byte[] payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException("the stream ended inside a frame");
    }
    if (first == (FINAL | CLOSE)) {
      closeCode = length < Short.BYTES ? 1005 : (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
      return null;
    }
    assertThat(first).as("a whole text message").isEqualTo(FINAL | TEXT);
    return new String(payload, StandardCharsets.UTF_8);
  }

  /** The code of the close frame that {@link #receive} met, or 0 where none came. */
  int closeCode() {
    return closeCode;
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
