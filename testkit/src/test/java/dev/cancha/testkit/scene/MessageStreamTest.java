package dev.cancha.testkit.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form, in pieces of every size. */
class MessageStreamTest {
  private static final String LONG = "x".repeat(300);
  private static final String LONGER = "y".repeat(70_000);

  private final List<String> bodies = new ArrayList<>();
  private final MessageStream stream = new MessageStream(
      (bytes, from, to) -> bodies.add(new String(bytes, from, to - from, StandardCharsets.UTF_8)));

  private void take(byte[] bytes, int piece) {
    for (int from = 0; from < bytes.length; from += piece) {
      stream.take(Unpooled.wrappedBuffer(bytes, from, Math.min(bytes.length - from, piece)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 100, 1_000_000})
  void readsFrames(int piece) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String body : List.of("{}", LONG, "", LONGER)) {
      all.writeBytes(ByteBuffer.allocate(4).putInt(body.length()).array());
      all.writeBytes(body.getBytes(StandardCharsets.UTF_8));
    }
    take(all.toByteArray(), piece);
    assertThat(bodies).containsExactly("{}", LONG, "", LONGER);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 100, 1_000_000})
  void readsWebSocketMessagesAfterTheHandshakeMaskedOrNot(int piece) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes("GET /ws HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(webSocket(0x81, "{}", true));
    all.writeBytes(webSocket(0x81, LONG, false));
    all.writeBytes(webSocket(0x81, LONGER, true));
    take(all.toByteArray(), piece);
    assertThat(bodies).containsExactly("{}", LONG, LONGER);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 1_000_000})
  void joinsFragmentsAndLeavesOutWhatStandsBetweenThem(int piece) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes("HTTP/1.1 101 Switching Protocols\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(webSocket(0x01, "{\"a\"", false));
    all.writeBytes(webSocket(0x89, "ping", false));
    all.writeBytes(webSocket(0x00, ":", false));
    all.writeBytes(webSocket(0x80, "1}", false));
    all.writeBytes(webSocket(0x88, "\u0003\u00e8", false));
    take(all.toByteArray(), piece);
    assertThat(bodies).containsExactly("{\"a\":1}");
  }

  /** RFC 6455, section 5.2; {@code first} is the byte with the end of the message and the opcode. */
  private static byte[] webSocket(int first, String text, boolean masked) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(14 + body.length).put((byte) first);
    int mask = masked ? 0x80 : 0;
    if (body.length < 126) {
      frame.put((byte) (mask | body.length));
    } else if (body.length < 65_536) {
      frame.put((byte) (mask | 126)).putShort((short) body.length);
    } else {
      frame.put((byte) (mask | 127)).putLong(body.length);
    }
    byte[] key = {1, -2, 3, 0x55};
    if (masked) {
      frame.put(key);
    }
    for (int i = 0; i < body.length; i++) {
      frame.put((byte) (masked ? body[i] ^ key[i % 4] : body[i]));
    }
    return Arrays.copyOf(frame.array(), frame.position());
  }
}
