package dev.cancha.testkit.scene;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.wire.MalformedException;
import dev.cancha.common.wire.MessageCodec;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * At the bottom of a client's pipeline: tells what passes, and changes nothing. Owner: the channel's event loop, and so
 * the world's thread.
 */
final class WireTap extends ChannelDuplexHandler {
  private static final MessageCodec CODEC = new MessageCodec();

  private final Conversation conversation;
  private final Hearer hearer;
  private final Latest latest;
  private final MessageStream up = new MessageStream(this::said);
  private final MessageStream down = new MessageStream(this::heard);

  /**
   * The message that any client was told last. A room tells all its members the same bytes, most often in a row: they
   * are read once, and judges may take one message of one body for the same as before by its identity.
   */
  static final class Latest {
    private byte[] body = {};
    private @Nullable ServerMessage message;
  }

  WireTap(Conversation conversation, Hearer hearer, Latest latest) {
    this.conversation = conversation;
    this.hearer = hearer;
    this.latest = latest;
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
      down.take(bytes);
    }
    ctx.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof ByteBuf bytes) {
      up.take(bytes);
    }
    ctx.write(message, promise);
  }

  /** What a client that plays by the rules never says is for the server to refuse. */
  private void said(byte[] bytes, int from, int to) {
    ClientMessage message;
    try {
      message = CODEC.readClient(Unpooled.wrappedBuffer(bytes, from, to - from));
    } catch (MalformedException nothingToJudge) {
      return;
    }
    hearer.said(conversation, message);
  }

  private void heard(byte[] bytes, int from, int to) {
    ServerMessage known = latest.message;
    if (known != null && Arrays.equals(bytes, from, to, latest.body, 0, latest.body.length)) {
      hearer.heard(conversation, known, latest.body);
      return;
    }
    byte[] body = Arrays.copyOfRange(bytes, from, to);
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
      latest.body = body;
      latest.message = message;
      hearer.heard(conversation, message, body);
    }
  }
}
