package dev.cancha.testkit.sim;

import dev.cancha.client.Endpoint;
import dev.cancha.common.game.Game;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.games.snake.SnakeGame;
import dev.cancha.common.wire.Framing;
import dev.cancha.server.CanchaServer;
import dev.cancha.server.Operations;
import dev.cancha.server.Ports;
import dev.cancha.server.ServerConfig;
import dev.cancha.server.host.Steps;
import dev.cancha.server.journal.VolatileJournal;
import dev.cancha.server.net.Transport;
import dev.cancha.server.session.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** The production server on a process of the world, as it is. Owner: the world's thread. */
public final class SimServer {
  private static final Duration START = Duration.ofSeconds(60);
  private static final int TOKEN_KEY_BYTES = 32;
  /** Hashing a password takes 20 to 200 ms of the world's time, and at most 64 wait, as on a real server. */
  private static final SimExecutor.Delays PASSWORDS = new SimExecutor.Delays(Duration.ofMillis(20),
      Duration.ofMillis(200), 64);

  private final SimProcess process;
  private final CanchaServer server;
  private final Ports ports;

  private SimServer(SimProcess process, CanchaServer server, Ports ports) {
    this.process = process;
    this.server = server;
    this.ports = ports;
  }

  /** The packaged configuration, changed by {@code sets} ({@code key=value}), with passwords that cost little. */
  public static ServerConfig config(String... sets) {
    List<String> all = new ArrayList<>(List.of("passwords.iterations=1000", "server.bind=0.0.0.0"));
    all.addAll(List.of(sets));
    return ServerConfig.read(null, all);
  }

  /** A server with the {@link #ports} of its process. */
  public static SimServer start(SimProcess process, ServerConfig config) {
    return start(process, config, UnaryOperator.identity());
  }

  /**
   * Starts a server, and runs the world until it listens.
   *
   * @param change puts other collaborators in the place of the usual ones, such as a journal, games, or broken ones
   */
  public static SimServer start(SimProcess process, ServerConfig config, UnaryOperator<Ports> change) {
    Ports ports = change.apply(ports(process));
    CompletionStage<CanchaServer> started = CanchaServer.start(config, ports);
    return new SimServer(process, process.world().await(started, START), ports);
  }

  /** What the world gives a server. The key of its tokens is that of its machine, so sessions survive a restart. */
  public static Ports ports(SimProcess process) {
    SimWorld world = process.world();
    byte[] key = new byte[TOKEN_KEY_BYTES];
    world.random(process.name() + "/tokens").fill(key);
    List<Game<?, ?>> games = List.of(new ConnectFour(), new Dudo(), new SnakeGame());
    return new Ports("sim", new Transport(process.loops(), process.loops(), process.serverChannels()),
        world.wallClock(), process.random("entropy")::fill, process.executor("passwords", PASSWORDS),
        new VolatileJournal(), new Tokens(key), games, Steps.PLAIN, Operations.none());
  }

  public SimProcess process() {
    return process;
  }

  public CanchaServer server() {
    return server;
  }

  public Ports ports() {
    return ports;
  }

  /** Where clients find it. */
  public Endpoint endpoint(Framing framing) {
    return new Endpoint(framing, process.name(), server.port(), framing == Framing.WEBSOCKET ? "/ws" : "");
  }

  /** Stops it as an operator does, and runs the world until it is done. */
  public void drain(Duration most) {
    process.world().await(server.drain(), most);
  }
}
