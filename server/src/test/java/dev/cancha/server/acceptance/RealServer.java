package dev.cancha.server.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cancha.common.game.Game;
import dev.cancha.common.testing.WatchedLoops;
import dev.cancha.server.CanchaServer;
import dev.cancha.server.CanchaServer.Holdings;
import dev.cancha.server.Operations;
import dev.cancha.server.Ports;
import dev.cancha.server.ServerConfig;
import dev.cancha.server.api.WebRoot;
import dev.cancha.server.bots.Launcher;
import dev.cancha.server.foreign.ForeignPorts;
import dev.cancha.server.host.Entropy;
import dev.cancha.server.host.Steps;
import dev.cancha.server.journal.VolatileJournal;
import dev.cancha.server.net.Transport;
import dev.cancha.server.session.Tokens;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;

/** A server on 127.0.0.1 as the command makes it, but for a look at its loops. */
final class RealServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WatchedLoops acceptors;
  private final WatchedLoops loops;
  private final CanchaServer server;

  private RealServer(WatchedLoops acceptors, WatchedLoops loops, CanchaServer server) {
    this.acceptors = acceptors;
    this.loops = loops;
    this.server = server;
  }

  /** With the packaged settings, of which {@code sets} change some. */
  static RealServer start(String... sets) throws Exception {
    IoHandlerFactory io = Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    WatchedLoops acceptors = new WatchedLoops(1, io);
    WatchedLoops loops = new WatchedLoops(2, io);
    List<String> all = new ArrayList<>(List.of("server.bind=127.0.0.1", "server.port=0"));
    all.addAll(List.of(sets));
    List<Game<?, ?>> games = new ArrayList<>();
    ServiceLoader.load(Game.class).forEach(games::add);
    Entropy entropy = new SecureRandom()::nextBytes;
    Transport transport = new Transport(acceptors, loops,
        Epoll.isAvailable() ? EpollServerSocketChannel::new : NioServerSocketChannel::new);
    Ports ports = new Ports("test", transport, InstantSource.system(), entropy, Runnable::run, Runnable::run,
        Launcher.none(), new VolatileJournal(), new Tokens(entropy.bytes(32)), games, ForeignPorts.none(),
        Steps.PLAIN,
        Operations.none(), WebRoot.none());
    return new RealServer(acceptors, loops, CanchaServer.start(ServerConfig.read(null, all), ports)
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS));
  }

  int port() {
    return server.port();
  }

  Holdings holdings() {
    return server.holdings();
  }

  /** Waits until everyone has gone: then there is no connection, no room, and no timer. */
  void nothingIsLeft() {
    await().atMost(PATIENCE).untilAsserted(() -> {
      assertThat(holdings().connections()).as("connections").isZero();
      assertThat(holdings().rooms()).as("rooms").isZero();
      assertThat(loops.left()).as("channels and timers").isZero();
    });
  }

  @Override
  public void close() {
    server.drain().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    acceptors.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
