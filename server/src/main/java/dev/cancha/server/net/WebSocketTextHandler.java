package dev.cancha.server.net;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.wire.Malformed;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/**
 * WebSocket frames to the bytes of one message each: fragments are put together, control frames are answered, a
 * binary message is bad JSON. Owner: the channel's event loop.
 */
final class WebSocketTextHandler extends ChannelInboundHandlerAdapter {
  /** The fragments so far of a text message, or null where none is open. Bounded by {@link WebSocketDecoder}. */
  private @Nullable ByteBuf fragments;

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    switch (message) {
      case TextWebSocketFrame text -> begin(ctx, text);
      case ContinuationWebSocketFrame more -> append(ctx, more);
      case BinaryWebSocketFrame binary -> {
        binary.release();
        ctx.fireChannelRead(new Malformed(ErrorCode.BAD_JSON, "a message is text, not binary", null, null));
      }
      case PingWebSocketFrame ping -> ctx.writeAndFlush(new PongWebSocketFrame(ping.content()));
      case PongWebSocketFrame pong -> pong.release();
      case CloseWebSocketFrame close -> ctx.writeAndFlush(close).addListener(ChannelFutureListener.CLOSE);
      default -> ctx.fireChannelRead(message);
    }
  }

  private void begin(ChannelHandlerContext ctx, TextWebSocketFrame text) {
    if (text.isFinalFragment()) {
      ctx.fireChannelRead(text.content());
    } else {
      fragments = ctx.alloc().buffer();
      append(ctx, text);
    }
  }

  /** A continuation where no text is open belongs to a binary message, which was refused as a whole. */
  private void append(ChannelHandlerContext ctx, WebSocketFrame frame) {
    try {
      if (fragments == null) {
        return;
      }
      fragments.writeBytes(frame.content());
    } finally {
      frame.release();
    }
    if (frame.isFinalFragment()) {
      ByteBuf message = fragments;
      fragments = null;
      ctx.fireChannelRead(message);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    if (fragments != null) {
      fragments.release();
      fragments = null;
    }
  }
}
