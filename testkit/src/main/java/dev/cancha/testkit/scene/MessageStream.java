package dev.cancha.testkit.scene;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * One direction of a connection: bytes in, the bodies of messages out, whatever they are framed in. Written apart from
 * the product's own decoders, so that it cannot share their faults. Owner: the world's thread.
 */
final class MessageStream {
  private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_HEADER = 14;

  private final Consumer<byte[]> bodies;
  private final ByteArrayOutputStream fragments = new ByteArrayOutputStream();
  private byte[] waiting = new byte[1 << 10];
  private int from;
  private int to;
  private Form form = Form.UNKNOWN;

  private enum Form {
    UNKNOWN, HTTP, FRAMES, WEBSOCKET
  }

  MessageStream(Consumer<byte[]> bodies) {
    this.bodies = bodies;
  }

  void take(byte[] bytes) {
    if (to + bytes.length > waiting.length) {
      int left = to - from;
      byte[] larger = left + bytes.length > waiting.length ? new byte[2 * (left + bytes.length)] : waiting;
      System.arraycopy(waiting, from, larger, 0, left);
      waiting = larger;
      from = 0;
      to = left;
    }
    System.arraycopy(bytes, 0, waiting, to, bytes.length);
    to += bytes.length;
    while (from < to && one()) {
      // as many as are complete
    }
  }

  private boolean one() {
    return switch (form) {
      case UNKNOWN -> {
        form = waiting[from] == 0 ? Form.FRAMES : Form.HTTP;
        yield true;
      }
      case HTTP -> headers();
      case FRAMES -> frame();
      case WEBSOCKET -> webSocketFrame();
    };
  }

  private boolean headers() {
    int end = from;
    while (end + END_OF_HEADERS.length <= to
        && !Arrays.equals(waiting, end, end + END_OF_HEADERS.length, END_OF_HEADERS, 0,
            END_OF_HEADERS.length)) {
      end++;
    }
    if (end + END_OF_HEADERS.length > to) {
      return false;
    }
    from = end + END_OF_HEADERS.length;
    form = Form.WEBSOCKET;
    return true;
  }

  private boolean frame() {
    if (to - from < Integer.BYTES) {
      return false;
    }
    long length = number(from, Integer.BYTES);
    if (to - from < Integer.BYTES + length) {
      return false;
    }
    int start = from + Integer.BYTES;
    from = start + (int) length;
    bodies.accept(Arrays.copyOfRange(waiting, start, from));
    return true;
  }

  /** RFC 6455, section 5.2. */
  private boolean webSocketFrame() {
    if (to - from < 2) {
      return false;
    }
    int first = waiting[from];
    boolean masked = waiting[from + 1] < 0;
    int shortLength = waiting[from + 1] & 0x7f;
    int more = shortLength < 126 ? 0 : shortLength == 126 ? Short.BYTES : Long.BYTES;
    int header = 2 + more + (masked ? Integer.BYTES : 0);
    assert header <= LONGEST_HEADER;
    if (to - from < header) {
      return false;
    }
    long length = more == 0 ? shortLength : number(from + 2, more);
    if (to - from < header + length) {
      return false;
    }
    int start = from + header;
    from = start + (int) length;
    byte[] payload = Arrays.copyOfRange(waiting, start, from);
    for (int i = 0; masked && i < payload.length; i++) {
      payload[i] ^= waiting[start - Integer.BYTES + i % Integer.BYTES];
    }
    if ((first & 0x08) == 0) {
      fragments.writeBytes(payload);
      if (first < 0) {
        bodies.accept(fragments.toByteArray());
        fragments.reset();
      }
    }
    return true;
  }

  private long number(int at, int bytes) {
    long number = 0;
    for (int i = at; i < at + bytes; i++) {
      number = (number << Byte.SIZE) | (waiting[i] & 0xff);
    }
    return number;
  }
}
