package dev.cancha.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Looks at the first byte of a connection, which tells what it speaks, and makes room for the layer that reads that.
 * Anything unknown is closed without an answer, since nobody can say in what language. Owner: the channel's event
 * loop.
 */
final class FirstByteDetector extends ByteToMessageDecoder {
  private final ProtocolStack stack;

  FirstByteDetector(ProtocolStack stack) {
    this.stack = stack;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    byte first = in.getByte(in.readerIndex());
    // When this handler is removed, Netty hands what has been read to the next one, which is the new layer.
    if (first == 0) {
      stack.frames(ctx.pipeline());
    } else if ((first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z')) {
      stack.http(ctx.pipeline());
    } else {
      in.skipBytes(in.readableBytes());
      ctx.close();
    }
  }
}
