package dev.cancha.testkit.sim;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Netty's NIO channels on loopback sockets of the kernel. */
final class NioStand implements Stand {
  private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());

  @Override
  public ServerBootstrap servers() {
    return new ServerBootstrap().group(loops).channel(NioServerSocketChannel.class);
  }

  @Override
  public Bootstrap clients() {
    return new Bootstrap().group(loops).channel(NioSocketChannel.class);
  }

  @Override
  public InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @Override
  public void until(BooleanSupplier done) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(2))
        .until(done::getAsBoolean);
  }

  @Override
  public void settle() {
    Awaitility.await().pollDelay(Duration.ofMillis(60)).until(() -> true);
  }

  @Override
  public int manyBytes() {
    return 16 * 1024 * 1024;
  }

  @Override
  public boolean endsTheStreamBeforeAReset() {
    return true;
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2_000);
  }
}
