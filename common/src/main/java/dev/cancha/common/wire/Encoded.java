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
  private final byte[] body;
  /** Made when first asked for; two threads that race make equal bytes. */
  private volatile byte @Nullable [] frame;
  private volatile byte @Nullable [] text;

  /** Takes over {@code body}: one message, UTF-8 JSON, never changed again. */
  public Encoded(byte[] body) {
    this.body = body;
  }

  /** The size of the message without its header. */
  public int bodyBytes() {
    return body.length;
  }

  /** The message without its header; must not be changed. */
  public byte[] body() {
    return body;
  }

  /** The message with its header, for one write. */
  public ByteBuf buffer(Framing framing) {
    return Unpooled.wrappedBuffer(switch (framing) {
      case FRAMES -> frame();
      case WEBSOCKET -> text();
    });
  }

  private byte[] frame() {
    byte[] made = frame;
    if (made == null) {
      made = withFrameHeader();
      frame = made;
    }
    return made;
  }

  private byte[] text() {
    byte[] made = text;
    if (made == null) {
      made = withWebSocketHeader();
      text = made;
    }
    return made;
  }

  private byte[] withFrameHeader() {
    byte[] bytes = new byte[4 + body.length];
    putLength(bytes, 0, 4, body.length);
    System.arraycopy(body, 0, bytes, 4, body.length);
    return bytes;
  }

  /** RFC 6455, section 5.2: a final text frame, unmasked as a server's are. */
  private byte[] withWebSocketHeader() {
    int lengthBytes = body.length < 126 ? 0 : body.length < 1 << 16 ? 2 : 8;
    byte[] bytes = new byte[2 + lengthBytes + body.length];
    bytes[0] = (byte) 0x81;
    bytes[1] = (byte) (lengthBytes == 0 ? body.length : lengthBytes == 2 ? 126 : 127);
    putLength(bytes, 2, lengthBytes, body.length);
    System.arraycopy(body, 0, bytes, 2 + lengthBytes, body.length);
    return bytes;
  }

  private static void putLength(byte[] bytes, int offset, int count, long length) {
    for (int i = 0; i < count; i++) {
      bytes[offset + i] = (byte) (length >>> (8 * (count - 1 - i)));
    }
  }
}
