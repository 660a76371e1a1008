package dev.cancha.server.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** The open port. Any thread may use it. */
public final class Listener {
  /** How many connections the kernel holds until they are accepted; enough for a class that joins at once. */
  private static final int BACKLOG = 1024;

  private final Channel channel;

  private Listener(Channel channel) {
    this.channel = channel;
  }

  /** Opens {@code address}; port 0 is any free one. Fails with the kernel's reason. */
  public static Future<Listener> open(Transport transport, SocketAddress address, ProtocolStack stack) {
    NetLimits limits = stack.limits();
    ServerBootstrap bootstrap = new ServerBootstrap().group(transport.acceptors(), transport.loops())
        .channelFactory(transport.channels())
        .childHandler(stack)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK,
            new WriteBufferWaterMark(limits.writeLowWaterBytes(), limits.writeHighWaterBytes()));
    Promise<Listener> opened = transport.acceptors().next().newPromise();
    bootstrap.bind(address).addListener((ChannelFuture bound) -> {
      if (bound.isSuccess()) {
        opened.setSuccess(new Listener(bound.channel()));
      } else {
        opened.setFailure(bound.cause());
      }
    });
    return opened;
  }

  /** The port that is really listened on, or 0 where the transport has none. */
  public int port() {
    return channel.localAddress() instanceof InetSocketAddress address ? address.getPort() : 0;
  }

  /** Accepts no more connections; those that are open stay. */
  public ChannelFuture close() {
    return channel.close();
  }
}
