package dev.cancha.client;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.wire.Encoded;
import dev.cancha.common.wire.Framing;
import dev.cancha.common.wire.MalformedException;
import dev.cancha.common.wire.MessageCodec;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection, from the attempt to its end: the last handler of its pipeline. Bytes that are no message end it, as
 * does silence. Owner: the client's event loop.
 */
final class Link extends ChannelInboundHandlerAdapter {
  /** For the connection, and over WebSocket for the upgrade too. */
  static final long OPEN_WITHIN_MILLIS = 3_000;
  /** The server pings every 10 s; a connection on which nothing was received for so long is lost. */
  static final long SILENCE_MILLIS = 25_000;

  private final Framing framing;
  private final EventLoop loop;
  private final MessageCodec codec;
  private final LinkEvents events;
  private @Nullable Channel channel;
  private @Nullable ScheduledFuture<?> deadline;
  /** Closed before the attempt had begun. */
  private boolean unwanted;
  private boolean open;
  private boolean ended;
  private @Nullable Throwable reason;
  private boolean reading;

  Link(Framing framing, EventLoop loop, MessageCodec codec, LinkEvents events) {
    this.framing = framing;
    this.loop = loop;
    this.codec = codec;
    this.events = events;
  }

  /** Follows the attempt to connect. */
  void dialing(ChannelFuture connected) {
    Channel made = connected.channel();
    channel = made;
    if (unwanted) {
      made.close();
    }
    deadline = loop.schedule(this::close, OPEN_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
    connected.addListener(done -> {
      if (!done.isSuccess()) {
        end(reason != null ? reason : done.cause());
      }
    });
    made.closeFuture().addListener(done -> end(reason != null ? reason : connected.cause()));
  }

  /** The body of {@code message}, to see how large it is before {@link #send(byte[])}. */
  byte[] encode(ClientMessage message) {
    return codec.write(message);
  }

  void send(ClientMessage message) {
    send(encode(message));
  }

  void send(byte[] body) {
    Channel open = channel;
    if (open == null) {
      return;
    }
    open.write(switch (framing) {
      case FRAMES -> new Encoded(body).buffer(Framing.FRAMES);
      case WEBSOCKET -> new TextWebSocketFrame(Unpooled.wrappedBuffer(body));
    });
    if (!reading) {
      open.flush();
    }
  }

  /** Closes, over WebSocket with a word. */
  void close() {
    Channel closing = channel;
    if (closing == null) {
      unwanted = true;
      return;
    }
    if (framing == Framing.WEBSOCKET && open) {
      closing.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE))
          .addListener(ChannelFutureListener.CLOSE);
    } else {
      closing.close();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    if (framing == Framing.FRAMES) {
      opened();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      opened();
    } else if (event instanceof IdleStateEvent) {
      // not close(): a line that is dead carries no closing word
      ctx.close();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    reading = true;
    try {
      switch (bytes) {
        case ByteBuf body -> read(ctx, body);
        case TextWebSocketFrame text -> read(ctx, ((ByteBufHolder) text).content());
        default -> ctx.close(); // a frame over the limit, or a binary message
      }
    } finally {
      ReferenceCountUtil.release(bytes);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    reading = false;
    ctx.flush();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    giveUp(ctx, cause);
  }

  private void read(ChannelHandlerContext ctx, ByteBuf body) {
    if (ended) {
      return;
    }
    try {
      ServerMessage message = codec.readServer(body);
      if (message != null) {
        events.received(this, message);
      }
    } catch (MalformedException e) {
      giveUp(ctx, e);
    }
  }

  private void giveUp(ChannelHandlerContext ctx, Throwable cause) {
    reason = cause;
    ctx.close();
  }

  private void opened() {
    open = true;
    cancelDeadline();
    events.opened(this);
  }

  /** A channel that could not even be made reports its end on a thread of Netty's own. */
  private void end(@Nullable Throwable cause) {
    if (!loop.inEventLoop()) {
      loop.execute(() -> end(cause));
    } else if (!ended) {
      ended = true;
      cancelDeadline();
      events.lost(this, cause);
    }
  }

  private void cancelDeadline() {
    ScheduledFuture<?> pending = deadline;
    if (pending != null) {
      pending.cancel(false);
      deadline = null;
    }
  }
}
