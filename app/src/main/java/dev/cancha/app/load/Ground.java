package dev.cancha.app.load;

import dev.cancha.common.CompositionRoot;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** The event loop of all crowds: one, so that they need no more than one processor beside the server's. */
@CompositionRoot("makes an event loop, and waits for its end")
record Ground(EventLoopGroup group, ChannelFactory<Channel> channels) implements AutoCloseable {
  private static final long STOP_MILLIS = 2_000;

  static Ground open() {
    boolean epoll = Epoll.isAvailable();
    IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    return new Ground(new MultiThreadIoEventLoopGroup(1, io),
        epoll ? EpollSocketChannel::new : NioSocketChannel::new);
  }

  EventLoop loop() {
    return group.next();
  }

  /** Gives {@code player} a connection to the server on {@code port} of this machine. */
  void connect(Player player, int port) {
    new Bootstrap().group(group)
        .channelFactory(channels)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(new ChannelInitializer<Channel>() {
          @Override
          protected void initChannel(Channel channel) {
            channel.pipeline().addLast(player);
          }
        })
        .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        .addListener(connected -> {
          if (!connected.isSuccess()) {
            player.failed("A client could not connect: " + connected.cause().getMessage() + ".");
          }
        });
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(STOP_MILLIS);
  }
}
