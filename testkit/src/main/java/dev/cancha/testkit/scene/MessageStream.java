package dev.cancha.testkit.scene;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One direction of a connection: bytes in, the bodies of messages out, whatever they are framed in. Written apart from
 * the product's own decoders, so that it cannot share their faults. Owner: the world's thread.
 */
final class MessageStream {
  private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_HEADER = 14;

  private final Bodies bodies;
  private final ByteArrayOutputStream fragments = new ByteArrayOutputStream();
  private byte[] waiting = new byte[1 << 10];
  private int from;
  private int to;
  private Form form = Form.UNKNOWN;

  private enum Form {
    UNKNOWN, HTTP, FRAMES, WEBSOCKET
  }

  /** Takes the body of a message, which stands in {@code bytes} for the time of the call. */
  interface Bodies {
    void body(byte[] bytes, int from, int to);
  }

  MessageStream(Bodies bodies) {
    this.bodies = bodies;
  }

  /** Reads what is readable in {@code bytes}, and leaves it as it is. */
  void take(ByteBuf bytes) {
    int length = bytes.readableBytes();
    if (from == to) {
      from = 0;
      to = 0;
    }
    if (to + length > waiting.length) {
      int left = to - from;
      byte[] larger = left + length > waiting.length ? new byte[2 * (left + length)] : waiting;
      System.arraycopy(waiting, from, larger, 0, left);
      waiting = larger;
      from = 0;
      to = left;
    }
    bytes.getBytes(bytes.readerIndex(), waiting, to, length);
    to += length;
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
    bodies.body(waiting, start, from);
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
    for (int i = start; masked && i < from; i++) {
      waiting[i] ^= waiting[start - Integer.BYTES + (i - start) % Integer.BYTES];
    }
    if ((first & 0x08) == 0) {
      message(first < 0, start);
    }
    return true;
  }

  /** A piece of a message, up to {@code from}. */
  private void message(boolean last, int start) {
    if (last && fragments.size() == 0) {
      bodies.body(waiting, start, from);
      return;
    }
    fragments.write(waiting, start, from - start);
    if (last) {
      bodies.body(fragments.toByteArray(), 0, fragments.size());
      fragments.reset();
    }
  }

  private long number(int at, int bytes) {
    long number = 0;
    for (int i = at; i < at + bytes; i++) {
      number = (number << Byte.SIZE) | (waiting[i] & 0xff);
    }
    return number;
  }
}
