package dev.cancha.testkit.scene;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.wire.MalformedException;
import dev.cancha.common.wire.MessageCodec;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/**
 * At the bottom of a client's pipeline: tells what passes, and changes nothing. Owner: the channel's event loop, and so
 * the world's thread.
 */
final class WireTap extends ChannelDuplexHandler {
  private static final MessageCodec CODEC = new MessageCodec();

  private final Conversation conversation;
  private final Hearer hearer;
  private final MessageStream up = new MessageStream(this::said);
  private final MessageStream down = new MessageStream(this::heard);

  WireTap(Conversation conversation, Hearer hearer) {
    this.conversation = conversation;
    this.hearer = hearer;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    hearer.opened(conversation);
    ctx.fireChannelActive();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    hearer.closed(conversation);
    ctx.fireChannelInactive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof ByteBuf bytes) {
      down.take(ByteBufUtil.getBytes(bytes));
    }
    ctx.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof ByteBuf bytes) {
      up.take(ByteBufUtil.getBytes(bytes));
    }
    ctx.write(message, promise);
  }

  /** What a client that plays by the rules never says is for the server to refuse. */
  private void said(byte[] body) {
    ClientMessage message;
    try {
      message = CODEC.readClient(Unpooled.wrappedBuffer(body));
    } catch (MalformedException nothingToJudge) {
      return;
    }
    hearer.said(conversation, message);
  }

  private void heard(byte[] body) {
    ServerMessage message;
    try {
      message = CODEC.readServer(Unpooled.wrappedBuffer(body));
    } catch (MalformedException e) {
      hearer.garbled(conversation, String.valueOf(e.malformed().message()));
      return;
    }
    if (message == null) {
      hearer.garbled(conversation, "a type that the protocol does not have");
    } else {
      hearer.heard(conversation, message, body);
    }
  }
}
