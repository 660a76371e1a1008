package dev.cancha.testkit.swarm;

import dev.cancha.server.Ports;
import dev.cancha.server.net.Transport;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import java.util.function.Supplier;

/** Puts a handler of the test into the pipeline of every connection, between the messages and the session. */
final class Planted {
  private static final String SESSION = "connection";

  private Planted() {}

  /** {@code usual} on a listening channel, each of whose connections gets one of {@code handlers}. */
  static Ports beforeTheSession(Ports usual, Supplier<ChannelHandler> handlers) {
    Transport transport = usual.transport();
    return usual.with(new Transport(transport.acceptors(), transport.loops(), () -> {
      ServerChannel listening = transport.channels().newChannel();
      listening.pipeline().addLast(new AtTheDoor(handlers));
      return listening;
    }));
  }

  /** Sees each connection before it has a pipeline. */
  private static final class AtTheDoor extends ChannelInboundHandlerAdapter {
    private final Supplier<ChannelHandler> handlers;

    private AtTheDoor(Supplier<ChannelHandler> handlers) {
      this.handlers = handlers;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object accepted) {
      ((Channel) accepted).pipeline().addLast(new WhenItIsThere(handlers));
      ctx.fireChannelRead(accepted);
    }
  }

  private static final class WhenItIsThere extends ChannelInboundHandlerAdapter {
    private final Supplier<ChannelHandler> handlers;

    private WhenItIsThere(Supplier<ChannelHandler> handlers) {
      this.handlers = handlers;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      ctx.pipeline().addBefore(SESSION, "planted", handlers.get());
      ctx.fireChannelActive();
      ctx.pipeline().remove(this);
    }
  }

  /** Hands {@code message} to the session above {@code ctx} here and now, whichever loop that is on. */
  static void hand(ChannelHandlerContext ctx, Object message) {
    ChannelHandlerContext session = ctx.pipeline().context(SESSION);
    try {
      ((ChannelInboundHandlerAdapter) session.handler()).channelRead(session, message);
    } catch (Exception e) {
      throw new IllegalStateException("a session does not throw", e);
    }
  }
}
