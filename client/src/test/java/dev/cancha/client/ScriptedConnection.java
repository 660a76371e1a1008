package dev.cancha.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.wire.Framing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** The server's end of one connection: takes frames apart by hand, so that it does not trust what it tests. */
final class ScriptedConnection extends ChannelInboundHandlerAdapter {
  private final Channel channel;
  private final Framing framing;
  private final Deque<String> received = new ArrayDeque<>();
  private final ByteBuf pending = Unpooled.buffer();

  ScriptedConnection(Channel channel, Framing framing) {
    this.channel = channel;
    this.framing = framing;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (message instanceof TextWebSocketFrame text) {
        received.add(text.text());
      } else if (message instanceof ByteBuf bytes) {
        pending.writeBytes(bytes);
        while (pending.readableBytes() >= 4
            && pending.readableBytes() >= 4 + pending.getInt(pending.readerIndex())) {
          received.add(pending.readCharSequence(pending.readInt(), StandardCharsets.UTF_8).toString());
        }
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  /** The next message, which must be there. */
  String next() {
    assertThat(received).as("messages from the client").isNotEmpty();
    return received.removeFirst();
  }

  boolean quiet() {
    return received.isEmpty();
  }

  void send(String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    channel.writeAndFlush(framing == Framing.WEBSOCKET
        ? new TextWebSocketFrame(Unpooled.wrappedBuffer(body))
        : Unpooled.buffer().writeInt(body.length).writeBytes(body));
  }

  void sendRaw(byte[] bytes) {
    channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
  }

  boolean open() {
    return channel.isActive();
  }

  void close() {
    channel.close();
  }
}
