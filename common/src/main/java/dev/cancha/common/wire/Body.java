package dev.cancha.common.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/** The bytes of one message where they stand in an array. Not changed while it is read. */
final class Body {
  private final byte[] bytes;
  private final int from;
  private final int to;

  Body(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
  }

  /** All readable bytes of {@code buffer}, which are read thereby; copied only where they are not in an array. */
  static Body of(ByteBuf buffer) {
    int length = buffer.readableBytes();
    Body body;
    if (buffer.hasArray()) {
      int from = buffer.arrayOffset() + buffer.readerIndex();
      body = new Body(buffer.array(), from, from + length);
    } else {
      body = new Body(ByteBufUtil.getBytes(buffer), 0, length);
    }
    buffer.skipBytes(length);
    return body;
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  /** Behind the last. */
  int to() {
    return to;
  }
}
