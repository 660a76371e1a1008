package dev.cancha.app.find;

import dev.cancha.client.Network;
import dev.cancha.common.CompositionRoot;
import dev.cancha.common.discovery.NetworkLink;
import dev.cancha.common.discovery.Seeker;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks in the networks of this machine as it stands, over real sockets. */
@CompositionRoot("makes the event loop and the chance of each search")
public final class LanFinder implements Finder {
  private static final long SHUTDOWN_MILLIS = 1_000;

  private final SecureRandom chance = new SecureRandom();

  @Override
  public Search search(Consumer<FoundServer> found) {
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("cancha-find", true),
        NioIoHandler.newFactory());
    EventLoop loop = loops.next();
    var network = new Network(loops, NioSocketChannel::new, Network::internet, chance::nextLong);
    var search = new LanSearch(loop, new Caller(network), found);
    Seeker seeker = Seeker.begin(
        new Seeker.Setup(NetworkLink::ofThisMachine, Math.max(1, chance.nextLong() >>> 1), search::seen),
        loop);
    return () -> {
      loop.execute(search::close);
      seeker.close();
      loops.shutdownGracefully(0, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS)
          .awaitUninterruptibly(SHUTDOWN_MILLIS);
    };
  }
}
