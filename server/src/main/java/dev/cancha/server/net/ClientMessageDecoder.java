package dev.cancha.server.net;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.wire.MalformedException;
import dev.cancha.common.wire.MessageCodec;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** The bytes of one message, however framed, to a {@link ClientMessage} or to what is wrong with it. Shared. */
@Sharable
final class ClientMessageDecoder extends ChannelInboundHandlerAdapter {
  private final MessageCodec codec;

  ClientMessageDecoder(MessageCodec codec) {
    this.codec = codec;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ctx.fireChannelRead(message instanceof ByteBuf body ? read(body) : message);
  }

  private Object read(ByteBuf body) {
    try {
      return codec.readClient(body);
    } catch (MalformedException e) {
      return e.malformed();
    } finally {
      body.release();
    }
  }
}
