package dev.cancha.common.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * A server's message as bytes, made once for each framing in use and sent to everyone it is for, header included.
 * Immutable and without reference counts, so it may cross event loops and wait for a reconnecting client; any
 * thread may use it.
 */
public final class Encoded {
  static final int HEADER_BYTES = 4;

  /** The body with the header of a frame, which is all but the same: kept once, since rooms keep many. */
  private final byte[] frame;
  /** Made when first asked for; two threads that race make equal bytes. */
  private volatile byte @Nullable [] text;

  /** {@code body}: one message, UTF-8 JSON. */
  public Encoded(byte[] body) {
    this(withSpace(body), body.length);
  }

  private Encoded(byte[] frame, int bodyBytes) {
    this.frame = frame;
    putLength(frame, 0, HEADER_BYTES, bodyBytes);
  }

  /** Takes over {@code frame}, never changed again: one message, behind {@link #HEADER_BYTES} that are filled here. */
  static Encoded framed(byte[] frame) {
    return new Encoded(frame, frame.length - HEADER_BYTES);
  }

  /** The size of the message without its header. */
  public int bodyBytes() {
    return frame.length - HEADER_BYTES;
  }

  /** Copies {@code count} bytes of the message, without its header, from {@code from} on to {@code to}. */
  public void copyBody(int from, byte[] to, int at, int count) {
    System.arraycopy(frame, HEADER_BYTES + from, to, at, count);
  }

  /** The message with its header, for one write. */
  public ByteBuf buffer(Framing framing) {
    return Unpooled.wrappedBuffer(switch (framing) {
      case FRAMES -> frame;
      case WEBSOCKET -> text();
    });
  }

  private byte[] text() {
    byte[] made = text;
    if (made == null) {
      made = withWebSocketHeader();
      text = made;
    }
    return made;
  }

  private static byte[] withSpace(byte[] body) {
    byte[] bytes = new byte[HEADER_BYTES + body.length];
    System.arraycopy(body, 0, bytes, HEADER_BYTES, body.length);
    return bytes;
  }

  /** RFC 6455, section 5.2: a final text frame, unmasked as a server's are. */
  private byte[] withWebSocketHeader() {
    int length = bodyBytes();
    int lengthBytes = length < 126 ? 0 : length < 1 << 16 ? 2 : 8;
    byte[] bytes = new byte[2 + lengthBytes + length];
    bytes[0] = (byte) 0x81;
    bytes[1] = (byte) (lengthBytes == 0 ? length : lengthBytes == 2 ? 126 : 127);
    putLength(bytes, 2, lengthBytes, length);
    System.arraycopy(frame, HEADER_BYTES, bytes, 2 + lengthBytes, length);
    return bytes;
  }

  private static void putLength(byte[] bytes, int offset, int count, long length) {
    for (int i = 0; i < count; i++) {
      bytes[offset + i] = (byte) (length >>> (8 * (count - 1 - i)));
    }
  }
}
