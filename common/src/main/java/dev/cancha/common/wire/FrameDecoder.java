package dev.cancha.common.wire;

import dev.cancha.common.message.ErrorCode;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the byte stream into the bodies of frames: a 4-byte big-endian unsigned length, then so many bytes. A length
 * over the limit becomes a {@link Malformed} {@code tooLarge} as soon as it is read, before a body is buffered, and
 * everything after it is dropped: where the next frame begins is not worth finding out. Owner: the channel's event
 * loop.
 */
public final class FrameDecoder extends LengthFieldBasedFrameDecoder {
  private static final int PREFIX_BYTES = 4;

  private int maxBodyBytes;
  private boolean refused;

  /** @param maxBodyBytes the largest body, without its prefix */
  public FrameDecoder(int maxBodyBytes) {
    super(Integer.MAX_VALUE, 0, PREFIX_BYTES, 0, PREFIX_BYTES);
    this.maxBodyBytes = maxBodyBytes;
  }

  /** Changes the limit, for the next frame on. */
  public void maxBodyBytes(int bytes) {
    maxBodyBytes = bytes;
  }

  @Override
  protected @Nullable Object decode(ChannelHandlerContext ctx, ByteBuf in) throws Exception {
    if (refused) {
      in.skipBytes(in.readableBytes());
      return null;
    }
    if (in.readableBytes() >= PREFIX_BYTES) {
      long length = in.getUnsignedInt(in.readerIndex());
      if (length > maxBodyBytes) {
        refused = true;
        in.skipBytes(in.readableBytes());
        return new Malformed(ErrorCode.TOO_LARGE,
            "the message has " + length + " bytes, but at most " + maxBodyBytes + " are allowed here", null,
            null);
      }
    }
    return super.decode(ctx, in);
  }
}
