package dev.cancha.app.find;

import dev.cancha.client.Network;
import dev.cancha.common.CompositionRoot;
import dev.cancha.common.discovery.MdnsSeeker;
import dev.cancha.common.discovery.NetworkLink;
import dev.cancha.common.discovery.Seeker;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.security.SecureRandom;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks in the networks of this machine as it stands, over real sockets. */
@CompositionRoot("makes the event loop, the threads and the chance of each search")
public final class LanFinder implements Finder {
  private static final long SHUTDOWN_MILLIS = 1_000;

  private final SecureRandom chance = new SecureRandom();

  @Override
  public Search search(Consumer<FoundServer> found) {
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("cancha-find", true),
        NioIoHandler.newFactory());
    EventLoop loop = loops.next();
    var caller = new Caller(new Network(loops, NioSocketChannel::new, Network::internet, chance::nextLong));
    var search = new LanSearch(loop, caller, found);
    long nonce = Math.max(1, chance.nextLong() >>> 1);
    Seeker seeker = Seeker.begin(new Seeker.Setup(NetworkLink::ofThisMachine, nonce, search::seen), loop);
    ExecutorService threads = Executors.newCachedThreadPool(new DefaultThreadFactory("cancha-mdns", true));
    MdnsSeeker mdns = MdnsSeeker.begin(
        new MdnsSeeker.Setup(NetworkLink::ofThisMachine, nonce, search::named), loop, threads);
    return new Running(search, seeker, mdns, new Scan(loop, caller, search, seeker), threads, loops);
  }

  /** A search with all that it runs on. */
  private record Running(LanSearch search, Seeker seeker, MdnsSeeker mdns, Scan scanning,
      ExecutorService threads,
      EventLoopGroup loops) implements Search {
    @Override
    public CompletionStage<Void> scan() {
      return scanning.begin(Scan.addresses(NetworkLink.ofThisMachine()));
    }

    @Override
    @CompositionRoot("see the class around it")
    public void close() {
      loops.next().execute(search::close);
      seeker.close();
      mdns.close();
      loops.shutdownGracefully(0, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS)
          .awaitUninterruptibly(SHUTDOWN_MILLIS);
      // JmDNS takes some seconds more to end, on threads that hold up nobody
      threads.shutdown();
    }
  }
}
