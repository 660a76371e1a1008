package dev.cancha.server.net;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Protocol;
import dev.cancha.common.wire.Encoded;
import dev.cancha.common.wire.FrameDecoder;
import dev.cancha.common.wire.Framing;
import dev.cancha.common.wire.Malformed;
import dev.cancha.server.session.Connection;
import dev.cancha.server.session.ConnectionEvents;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The top of a connection's pipeline: hands messages to the session, and carries out what the session asks of its
 * {@link Connection}. Owner: the channel's event loop.
 */
final class ConnectionHandler extends ChannelInboundHandlerAdapter implements Connection {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);

  private final NetLimits limits;
  private final Function<Connection, ConnectionEvents> sessions;
  private final ConnectionDeadline deadline;
  private Peer peer;
  private @Nullable ChannelHandlerContext context;
  private @Nullable Framing framing;
  private @Nullable ConnectionEvents session;
  /** The session hears no more of what the client sends. */
  private boolean closing;
  private boolean reading = true;
  /** A bug was met and logged. */
  private boolean broken;

  ConnectionHandler(Peer peer, NetLimits limits, Function<Connection, ConnectionEvents> sessions) {
    this.peer = peer;
    this.limits = limits;
    this.sessions = sessions;
    this.deadline = new ConnectionDeadline(this::deadlinePassed);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
    deadline.start(ctx.executor(), limits.helloTimeout());
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    deadline.stop();
  }

  /** The first bytes, or the upgrade, told what this connection speaks: from here on it has a session. */
  void speaks(Framing spoken) {
    if (!closing) {
      framing = spoken;
      session = sessions.apply(this);
    }
  }

  Peer peer() {
    return peer;
  }

  /** A proxy has said for whom this connection is. */
  void isFor(Peer client) {
    peer = client;
  }

  /** The next request is due within the time for a hello, from now on. */
  void awaitRequest() {
    deadline.start(context().executor(), limits.helloTimeout());
  }

  /** A request came in its time; its answer is due within the same, however long the client had been silent. */
  void awaitAnswer() {
    deadline.start(context().executor(), limits.helloTimeout());
  }

  // ------------------------------------------------------------------ from the client

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ConnectionEvents hearer = session;
    if (closing || hearer == null) {
      ReferenceCountUtil.release(message);
      if (!closing) {
        // Sent behind the request for an upgrade, before its answer: which RFC 6455 forbids.
        closing = true;
        ctx.close();
      }
      return;
    }
    switch (message) {
      case ClientMessage read -> hearer.on(read);
      case Malformed malformed -> hearer.on(malformed);
      default -> throw new IllegalStateException("No layer below makes a " + message.getClass());
    }
    if (!reading && !closing) {
      // What was read after this is held back, and with it the end of the read.
      hearer.readComplete();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    // Also when the bytes did not complete a message: it is bytes that show that the client is there.
    deadline.heard();
    if (session != null && !closing) {
      session.readComplete();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (session != null && !closing) {
      session.writabilityChanged();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    closing = true;
    deadline.stop();
    if (session != null) {
      ConnectionEvents lost = session;
      session = null;
      lost.lost();
    }
  }

  private void deadlinePassed(ConnectionDeadline.Kind kind) {
    ChannelHandlerContext ctx = context();
    try {
      if (closing) {
        ctx.close();
      } else if (kind == ConnectionDeadline.Kind.IDLE) {
        events().idle();
      } else if (ctx.pipeline().get(HttpRouter.class) != null) {
        ctx.pipeline().fireUserEventTriggered(HttpRouter.RequestTimedOut.INSTANCE);
      } else {
        if (session == null) {
          // It has said nothing, so nobody knows what it speaks: it is told in frames.
          speaks(Framing.FRAMES);
        }
        events().helloTimedOut();
      }
    } catch (RuntimeException | Error e) {
      exceptionCaught(ctx, e);
    }
  }

  private ConnectionEvents events() {
    if (session == null) {
      throw new IllegalStateException("The connection has no session yet");
    }
    return session;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!broken && !quiet(cause)) {
      broken = true;
      LOG.error("A bug met the connection of {}: it is closed", peer.address(), cause);
    }
    closing = true;
    ctx.close();
  }

  /** Resets, and bytes that are not even a WebSocket: the network's daily business. */
  private static boolean quiet(Throwable cause) {
    // What anything else throws inside a decoder comes wrapped, with a cause.
    return cause instanceof IOException || (cause instanceof DecoderException && cause.getCause() == null);
  }

  // ------------------------------------------------------------------ from the session

  @Override
  public EventLoop loop() {
    return added().channel().eventLoop();
  }

  @Override
  public String address() {
    return peer.address();
  }

  @Override
  public boolean loopback() {
    return peer.local();
  }

  @Override
  public @Nullable ErrorCode refusal() {
    return peer.refusal();
  }

  @Override
  public void write(Encoded message) {
    ChannelHandlerContext ctx = context();
    if (!closing && framing != null) {
      ctx.write(message.buffer(framing), ctx.voidPromise());
    }
  }

  @Override
  public void flush() {
    ChannelHandlerContext ctx = context();
    if (!closing) {
      ctx.flush();
    }
  }

  @Override
  public boolean isWritable() {
    return context().channel().isWritable();
  }

  @Override
  public void reading(boolean on) {
    ChannelHandlerContext ctx = context();
    if (closing || on == reading) {
      return;
    }
    reading = on;
    deadline.listening(on);
    if (on) {
      // Later, since it hands over at once what was held back: never inside another call of the session.
      loop().execute(this::resumeReading);
    } else {
      ctx.channel().config().setAutoRead(false);
    }
  }

  private void resumeReading() {
    if (reading && !closing) {
      context().channel().config().setAutoRead(true);
    }
  }

  @Override
  public void welcomed() {
    ChannelHandlerContext ctx = context();
    FrameDecoder frames = ctx.pipeline().get(FrameDecoder.class);
    if (frames != null) {
      frames.maxBodyBytes(Protocol.MAX_CLIENT_BYTES);
    }
    WebSocketDecoder webSocket = ctx.pipeline().get(WebSocketDecoder.class);
    if (webSocket != null) {
      webSocket.maxTextBytes(Protocol.MAX_CLIENT_BYTES);
    }
    deadline.startIdle(ctx.executor(), limits.idleTimeout());
  }

  @Override
  public void close(int closeCode) {
    ChannelHandlerContext ctx = context();
    if (closing) {
      return;
    }
    closing = true;
    ctx.pipeline().addFirst("drain", new DrainHandler());
    ctx.channel().config().setAutoRead(true);
    deadline.start(ctx.executor(), limits.closeLinger());
    ctx.writeAndFlush(framing == Framing.WEBSOCKET ? closeFrame(closeCode) : Unpooled.EMPTY_BUFFER)
        .addListener((ChannelFutureListener) sent -> {
          // The end of our stream tells the client to close; closing now could reset what it has not read yet.
          if (sent.isSuccess() && sent.channel() instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
          }
        });
  }

  private static ByteBuf closeFrame(int closeCode) {
    return Unpooled.buffer(4).writeByte(0x88).writeByte(Short.BYTES).writeShort(closeCode);
  }

  private ChannelHandlerContext context() {
    ChannelHandlerContext ctx = added();
    assert ctx.executor().inEventLoop() : "Not on the connection's loop: use connection.loop().execute(...)";
    return ctx;
  }

  private ChannelHandlerContext added() {
    if (context == null) {
      throw new IllegalStateException("The connection is not in a pipeline yet");
    }
    return context;
  }
}
