package dev.cancha.common.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/** The bytes of one message in an array, from {@code from} to before {@code to}. Not changed while it is read. */
record Body(byte[] bytes, int from, int to) {
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
}
