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
import dev.cancha.server.api.WebRoot;
import dev.cancha.server.bots.Launcher;
import dev.cancha.server.foreign.ForeignPorts;
import dev.cancha.server.host.Steps;
import dev.cancha.server.journal.VolatileJournal;
import dev.cancha.server.net.Transport;
import dev.cancha.server.session.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The production server on a machine of the world, as it is: in one process, or in one after the other. Owner: the
 * world's thread.
 */
public final class SimServer {
  private static final Duration START = Duration.ofSeconds(60);
  private static final int TOKEN_KEY_BYTES = 32;
  /** Hashing a password takes 20 to 200 ms of the world's time, and at most 64 wait, as on a real server. */
  private static final SimExecutor.Delays BOTS = new SimExecutor.Delays(Duration.ofMillis(1),
      Duration.ofMillis(900), 1_000);
  private static final SimExecutor.Delays PASSWORDS = new SimExecutor.Delays(Duration.ofMillis(20),
      Duration.ofMillis(200), 64);

  private final ServerConfig config;
  private final Outfit outfit;
  private SimProcess process;
  private Ports ports;
  /** Of the process that runs, or ran last. */
  private @Nullable CanchaServer server;
  private boolean listens;

  /** Puts other collaborators in the place of the usual ones, such as a journal, games, or broken ones. */
  public interface Outfit {
    /** What the server is given in {@code process}; asked again for each process. */
    Ports of(SimProcess process, Ports usual);
  }

  private SimServer(SimProcess process, ServerConfig config, Outfit outfit) {
    this.process = process;
    this.config = config;
    this.outfit = outfit;
    this.ports = outfit.of(process, ports(process));
  }

  /** The packaged configuration, changed by {@code sets} ({@code key=value}), with passwords that cost little. */
  public static ServerConfig config(String... sets) {
    List<String> all = new ArrayList<>(List.of("passwords.iterations=1000", "server.bind=0.0.0.0"));
    all.addAll(List.of(sets));
    return ServerConfig.read(null, all);
  }

  /** A server with the {@link #ports} of its process. */
  public static SimServer start(SimProcess process, ServerConfig config) {
    return start(process, config, (now, usual) -> usual);
  }

  /** Starts a server, and runs the world until it listens. */
  public static SimServer start(SimProcess process, ServerConfig config, Outfit outfit) {
    SimServer started = new SimServer(process, config, outfit);
    process.world().await(started.begin(), START);
    return started;
  }

  private CompletionStage<CanchaServer> begin() {
    SimProcess began = process;
    return CanchaServer.start(config, ports).thenApply(running -> {
      if (began == process) {
        server = running;
        listens = true;
      }
      return running;
    });
  }

  /** Its process ends here and now. */
  public void crash(SimProcess.Crash how) {
    listens = false;
    process.crash(how);
  }

  /** A new process on the same machine, which listens a while later on the same port. */
  public void restart() {
    process = process.restarted();
    ports = outfit.of(process, ports(process));
    SimWorld world = process.world();
    var _ = begin().whenComplete((running, failure) -> {
      if (failure != null) {
        world.after(Duration.ZERO, () -> {
          throw new IllegalStateException("the server did not start again", failure);
        });
      }
    });
  }

  /** Whether it runs and listens. */
  public boolean runs() {
    return listens;
  }

  /** What the world gives a server. The key of its tokens is that of its machine, so sessions survive a restart. */
  public static Ports ports(SimProcess process) {
    SimWorld world = process.world();
    byte[] key = new byte[TOKEN_KEY_BYTES];
    world.random(process.name() + "/tokens").fill(key);
    List<Game<?, ?>> games = List.of(new ConnectFour(), new Dudo(), new SnakeGame());
    return new Ports("sim", new Transport(process.loops(), process.loops(), process.serverChannels()),
        world.wallClock(), process.random("entropy")::fill, process.executor("passwords", PASSWORDS),
        process.executor("bots", BOTS), Launcher.none(),
        new VolatileJournal(), new Tokens(key), games, ForeignPorts.none(), Steps.PLAIN, Operations.none(),
        WebRoot.none());
  }

  public SimProcess process() {
    return process;
  }

  /** As it runs, or ran last. */
  public CanchaServer server() {
    return Objects.requireNonNull(server, "it has listened once");
  }

  public Ports ports() {
    return ports;
  }

  /** Where clients find it. */
  public Endpoint endpoint(Framing framing) {
    return new Endpoint(framing, process.name(), server().port(), framing == Framing.WEBSOCKET ? "/ws" : "");
  }

  /** Stops it as an operator does, and runs the world until it is done. */
  public void drain(Duration most) {
    process.world().await(server().drain(), most);
  }
}
