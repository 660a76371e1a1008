package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cancha.client.Endpoint;
import dev.cancha.common.game.Game;
import dev.cancha.common.testing.WatchedLoops;
import dev.cancha.server.CanchaServer;
import dev.cancha.server.CanchaServer.Holdings;
import dev.cancha.server.Operations;
import dev.cancha.server.Ports;
import dev.cancha.server.ServerConfig;
import dev.cancha.server.bots.Launcher;
import dev.cancha.server.foreign.ForeignPorts;
import dev.cancha.server.host.Entropy;
import dev.cancha.server.host.Steps;
import dev.cancha.server.journal.VolatileJournal;
import dev.cancha.server.net.Transport;
import dev.cancha.server.session.Tokens;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;

/**
 * A server with the packaged settings in this JVM, on 127.0.0.1 unless told otherwise, whose loops tell what is left on
 * them.
 */
final class LoopbackServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ServerConfig config;
  private final String address;
  private final WatchedLoops acceptors = new WatchedLoops(1, NioIoHandler.newFactory());
  private final WatchedLoops loops = new WatchedLoops(2, NioIoHandler.newFactory());
  private final CanchaServer server;

  LoopbackServer() throws Exception {
    this("127.0.0.1");
  }

  /** At another address of this machine, which it must have. */
  LoopbackServer(String address) throws Exception {
    this.address = address;
    config = ServerConfig.read(null, List.of("server.bind=" + address, "server.port=0"));
    List<Game<?, ?>> games = new ArrayList<>();
    ServiceLoader.load(Game.class).forEach(games::add);
    Entropy entropy = new SecureRandom()::nextBytes;
    server = CanchaServer.start(config,
        new Ports("test", new Transport(acceptors, loops, NioServerSocketChannel::new),
            InstantSource.system(),
            entropy, Runnable::run, Runnable::run, Launcher.none(), new VolatileJournal(),
            new Tokens(entropy.bytes(32)),
            games, ForeignPorts.none(), Steps.PLAIN,
            Operations.none(), PageFiles.read()))
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  Endpoint endpoint() {
    return Endpoint.parse(address + ":" + server.port());
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

  /** From now on sessions without a connection and without a room have been so for long enough. */
  void forgetSessions() {
    loops.forward(config.session().keepSession().plusSeconds(1));
  }

  @Override
  public void close() {
    server.drain().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    acceptors.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
