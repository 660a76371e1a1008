package dev.cancha.app;

import dev.cancha.app.host.DataDirectory;
import dev.cancha.app.host.HostError;
import dev.cancha.app.host.ServerLauncher;
import dev.cancha.common.CompositionRoot;
import dev.cancha.common.discovery.Beacon;
import dev.cancha.common.discovery.DatagramCounts;
import dev.cancha.common.game.Game;
import dev.cancha.server.CanchaServer;
import dev.cancha.server.ConfigError;
import dev.cancha.server.Operations;
import dev.cancha.server.Ports;
import dev.cancha.server.Retention;
import dev.cancha.server.ServerConfig;
import dev.cancha.server.foreign.ForeignPorts;
import dev.cancha.server.host.Entropy;
import dev.cancha.server.host.Steps;
import dev.cancha.server.journal.Unusable;
import dev.cancha.server.metrics.JournalMeters;
import dev.cancha.server.metrics.LoopLag;
import dev.cancha.server.net.Transport;
import dev.cancha.server.session.Tokens;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Servers in this process, over real sockets: epoll where the kernel has it, else NIO. */
@CompositionRoot("makes the event loops, threads and clocks of a server, and waits for it on the command's thread")
final class LocalServers implements ServerLauncher {
  private static final long START_SECONDS = 30;
  /** Reading ten thousand rooms takes some seconds. */
  private static final long RECOVERY_SECONDS = 600;
  private static final long SHUTDOWN_MILLIS = 1_000;
  /** Bots that are programs get a second to go by themselves. */
  private static final Duration PROGRAMS_GONE = Duration.ofMillis(1_500);
  /** Passwords that wait for a thread; at 0.1 s each the last one waits some seconds, and more are refused. */
  private static final int WAITING_PASSWORDS = 64;
  /** Bots that wait for a thread. One decides in well under a second, so more are far too many for this machine. */
  private static final int WAITING_BOTS = 10_000;
  /** Requests that wait for the disk; each takes some milliseconds, and more are refused. */
  private static final int WAITING_READS = 64;
  /** Matches that wait to be played again, which may take a second each; more are refused. */
  private static final int WAITING_PLAYS = 16;
  /** By then whoever asked has been answered that the server is busy. */
  private static final Duration LONGEST_PLAY = Duration.ofSeconds(10);

  private final Entropy entropy;

  LocalServers(Entropy entropy) {
    this.entropy = entropy;
  }

  @Override
  public Running start(ServerConfig config, DataDirectory data) {
    GameFolder.Offered offered = GameFolder.with(games(), config.games().folder());
    var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var turns = new LoopTurns();
    var world = World.make(config,
        LocalJournal.open(data.path(), turns, new JournalMeters(meters)),
        meters);
    turns.watch(world.transport().loops());
    try {
      var ports = new Ports(Commands.version(), world.transport(), InstantSource.system(), entropy,
          world.passwords(), world.bots(), world.programs(), world.journal().store(),
          new Tokens(data.tokenKey()), offered.games(), world.foreign(offered.foreign()),
          Steps.PLAIN,
          world.operations(offered.foreign()), PageFiles.read());
      CanchaServer server = await(CanchaServer.start(config, ports), START_SECONDS);
      await(server.recovered(), RECOVERY_SECONDS);
      LoopLag.watch(world.transport().loops(), world.meters());
      Retention.start(config.history(), world.journal().store(), InstantSource.system(),
          world.transport().loops().next());
      return new LocalServer(server, world, config.server().name(), offered.games());
    } catch (ExecutionException e) {
      world.stop();
      throw refusal(config.server(), e.getCause() == null ? e : e.getCause());
    } catch (RuntimeException e) {
      world.stop();
      throw refusal(config.server(), e);
    }
  }

  /** All that are on the class path. */
  static List<Game<?, ?>> games() {
    List<Game<?, ?>> games = new ArrayList<>();
    for (Game<?, ?> game : ServiceLoader.load(Game.class)) {
      games.add(game);
    }
    return games;
  }

  /** What a failure to open the port means. Epoll's exceptions are told apart by the kernel's words alone. */
  private static RuntimeException refusal(ServerConfig.Server server, Throwable cause) {
    if (cause instanceof ConfigError wrong) {
      return wrong;
    }
    if (cause instanceof Unusable unusable) {
      return new HostError(String.valueOf(unusable.getMessage()));
    }
    String said = String.valueOf(cause.getMessage());
    if (said.contains("Address already in use")
        || (cause instanceof BindException && said.contains("in use"))) {
      return new PortTaken(server.port(), cause);
    }
    return new HostError(
        "Port " + server.port() + " of " + server.bind() + " cannot be opened: " + said + ".");
  }

  private static <T> T await(CompletionStage<T> stage, long seconds) throws ExecutionException {
    try {
      return stage.toCompletableFuture().get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new HostError("The server did not answer within " + seconds + " s.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostError("The start was interrupted.");
    }
  }

  /** What a server runs on. */
  private record World(Transport transport, ThreadPoolExecutor passwords, ThreadPoolExecutor bots,
      LocalPrograms programs, ThreadPoolExecutor reads, ThreadPoolExecutor plays, ForeignThreads foreign,
      LocalJournal journal, PrometheusMeterRegistry meters) {
    @CompositionRoot("see the class around it")
    static World make(ServerConfig config, LocalJournal journal, PrometheusMeterRegistry meters) {
      boolean epoll = Epoll.isAvailable();
      IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
      EventLoopGroup acceptors = new MultiThreadIoEventLoopGroup(1, io);
      EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
          Math.max(1, Runtime.getRuntime().availableProcessors()), io);
      int passwordThreads = config.passwords().threads();
      var passwords = new ThreadPoolExecutor(passwordThreads, passwordThreads, 0, TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_PASSWORDS),
          Thread.ofPlatform().name("cancha-passwords-", 0).daemon().factory());
      int botThreads = config.bots().threads();
      var bots = new ThreadPoolExecutor(botThreads, botThreads, 0, TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_BOTS),
          Thread.ofPlatform().name("cancha-bots-", 0).daemon().factory());
      var reads = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_READS),
          Thread.ofPlatform().name("cancha-reads").daemon().factory());
      var plays = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_PLAYS),
          Thread.ofPlatform().name("cancha-plays").daemon().factory());
      return new World(new Transport(acceptors, loops,
          epoll ? EpollServerSocketChannel::new : NioServerSocketChannel::new), passwords, bots,
          new LocalPrograms(), reads, plays,
          new ForeignThreads(
              new ForeignThread.Terms("bots", config.bots().patience(), WAITING_BOTS,
                  config.games().maxStuck()),
              new ForeignThread.Terms("replays", LONGEST_PLAY, WAITING_PLAYS, config.games().maxStuck())),
          journal,
          meters);
    }

    @CompositionRoot("see the class around it")
    ForeignPorts foreign(SortedSet<String> games) {
      return new ForeignPorts(games, foreign, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime,
          foreign);
    }

    /** {@code apart}: the games whose code runs on threads of its own. */
    Operations operations(SortedSet<String> apart) {
      return new Operations(reads, game -> apart.contains(game) ? foreign.plays(game) : plays, meters,
          meters::scrape);
    }

    @CompositionRoot("see the class around it")
    void stop() {
      passwords.shutdownNow();
      bots.shutdownNow();
      reads.shutdownNow();
      plays.shutdownNow();
      foreign.stop(SHUTDOWN_MILLIS); // before those that their rooms speak to
      var accepting = transport.acceptors().shutdownGracefully(0, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS);
      var serving = transport.loops().shutdownGracefully(0, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS);
      accepting.awaitUninterruptibly(SHUTDOWN_MILLIS);
      serving.awaitUninterruptibly(SHUTDOWN_MILLIS);
      programs.stop(PROGRAMS_GONE); // after the loops, whose rooms start them
      journal.stop(); // after the loops, whose rooms append
    }
  }

  /** One of them. */
  private record LocalServer(CanchaServer server, World world, String name,
      List<Game<?, ?>> games) implements Running {
    @Override
    public int port() {
      return server.port();
    }

    @Override
    @CompositionRoot("see the class around it")
    public String openRoom(String game) {
      try {
        return await(server.openRoom(game), START_SECONDS);
      } catch (ExecutionException e) {
        throw new HostError(sentence(e.getCause()));
      }
    }

    @Override
    public Beacon beacon(String id) {
      return Beacons.of(id, name, games, server);
    }

    @Override
    public void watch(Supplier<DatagramCounts> counts) {
      BeaconMeters.watch(counts, world.meters());
    }

    @Override
    @CompositionRoot("see the class around it")
    public boolean drain(Duration most) {
      try {
        server.drain().toCompletableFuture().get(most.toMillis() + SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException | ExecutionException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      } finally {
        world.stop();
      }
    }

    private static String sentence(@Nullable Throwable cause) {
      String said = cause == null || cause.getMessage() == null ? "the room could not be opened"
          : cause.getMessage();
      return Character.toUpperCase(said.charAt(0)) + said.substring(1) + (said.endsWith(".") ? "" : ".");
    }
  }
}
