package dev.cancha.server.host;

import dev.cancha.common.wire.Encoded;
import dev.cancha.common.wire.Framing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/** What stands in encoded messages. */
final class Bodies {
  private Bodies() {}

  /** The message without its header. */
  static byte[] of(Encoded message) {
    ByteBuf frame = message.buffer(Framing.FRAMES);
    try {
      return ByteBufUtil.getBytes(frame.skipBytes(Integer.BYTES));
    } finally {
      frame.release();
    }
  }
}
