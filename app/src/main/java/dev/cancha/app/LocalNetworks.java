package dev.cancha.app;

import dev.cancha.app.host.Firewalls;
import dev.cancha.app.host.Networks;
import dev.cancha.common.CompositionRoot;
import dev.cancha.common.discovery.DatagramCounts;
import dev.cancha.common.discovery.MdnsStation;
import dev.cancha.common.discovery.NetworkLink;
import dev.cancha.common.discovery.Station;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The networks of this machine as it stands. */
@CompositionRoot("makes the event loop and the threads of discovery, and waits for answers on the command's thread")
final class LocalNetworks implements Networks {
  private static final int PATIENCE_MILLIS = 1_000;
  /** JmDNS says goodbye at once, and then waits for longer than anyone needs. */
  private static final int GOODBYE_MILLIS = 500;

  @Override
  public List<NetworkLink> links() {
    return NetworkLink.ofThisMachine();
  }

  /** On an event loop of its own: looking at interfaces takes some milliseconds, which no room should wait for. */
  @Override
  public Presence announce(Subject subject) {
    EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("cancha-beacon", true),
        NioIoHandler.newFactory());
    EventLoop loop = loops.next();
    Station station = Station.open(new Station.Setup(subject.beacon(), subject.links(),
        subject.settings().interval(), subject.ipv6()), loop);
    ExecutorService threads = Executors.newCachedThreadPool(new DefaultThreadFactory("cancha-mdns", true));
    MdnsStation mdns = subject.settings().mdns()
        ? MdnsStation.open(subject.beacon().get(), subject.links(), loop, threads)
        : null;
    return new LocalPresence(station, mdns, threads, loops);
  }

  /** Asks as a browser does: what answers is a server, and not another program. */
  @Override
  public boolean answers(String host, int port) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral(bare), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream()
          .write(("GET /healthz HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      String status = new BufferedReader(
          new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
      return status != null && status.startsWith("HTTP/1.1 200");
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Firewalls firewalls() {
    return Firewalls.look(System.getProperty("os.name", ""), Path.of("/"));
  }

  /** A server that others find. */
  private record LocalPresence(Station station, @Nullable MdnsStation mdns, ExecutorService threads,
      EventLoopGroup loops) implements Presence {
    @Override
    public DatagramCounts counts() {
      return station.counts();
    }

    @Override
    @CompositionRoot("see the class around it")
    public void close() {
      station.close();
      CompletableFuture<Void> gone = mdns == null ? CompletableFuture.completedFuture(null) : mdns.close();
      try {
        gone.get(GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException e) {
        // as good as done
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      threads.shutdown();
      loops.shutdownGracefully(0, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
          .awaitUninterruptibly(GOODBYE_MILLIS);
    }
  }
}
