package dev.cancha.server;

import dev.cancha.common.message.ByeCode;
import dev.cancha.common.message.ServerMessage.Limits;
import dev.cancha.common.message.ServerMessage.RoomEntry;
import dev.cancha.common.message.ServerMessage.Server;
import dev.cancha.common.message.Protocol;
import dev.cancha.common.game.Game;
import dev.cancha.common.wire.MessageCodec;
import dev.cancha.server.api.HealthRoutes;
import dev.cancha.server.api.MatchRoutes;
import dev.cancha.server.api.MetricsRoute;
import dev.cancha.server.api.PageRoute;
import dev.cancha.server.bots.Bots;
import dev.cancha.server.bots.Programs;
import dev.cancha.server.foreign.ForeignLimits;
import dev.cancha.server.foreign.ForeignLoops;
import dev.cancha.server.host.Absences;
import dev.cancha.server.host.Passwords;
import dev.cancha.server.host.Reopening;
import dev.cancha.server.host.RoomHost;
import dev.cancha.server.host.RoomPorts;
import dev.cancha.server.limits.OutOfBounds;
import dev.cancha.server.lobby.Lobby;
import dev.cancha.server.lobby.RoomDirectory;
import dev.cancha.server.metrics.ServerMeters;
import dev.cancha.server.metrics.TickMeters;
import dev.cancha.server.net.HttpRoute;
import dev.cancha.server.net.Listener;
import dev.cancha.server.net.ProtocolStack;
import dev.cancha.server.session.Gate;
import dev.cancha.server.session.Session;
import dev.cancha.server.session.SessionLimits;
import dev.cancha.server.session.SessionPorts;
import dev.cancha.server.session.SessionPorts.AllGuesses;
import dev.cancha.server.session.Sessions;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A running server: puts the parts together, opens the port, and drains. Any thread may use it. */
public final class CanchaServer {
  /** What {@code bye} {@code shutdown} tells clients to wait before they try again. */
  private static final long RETRY_AFTER_MILLIS = 1_000;
  /** How often a draining server looks whether everyone is gone. */
  private static final long DRAIN_LOOK_MILLIS = 20;

  private static final String HANGS = "a game of this kind does not come to an end, and its rooms are closed";

  private final EventLoopGroup loops;
  private final Lobby lobby;
  private final Sessions sessions;
  private final ProtocolStack stack;
  private final Listener listener;
  private final Duration drainTimeout;
  private final Gate gate;
  private final CompletionStage<Reopening.Count> recovered;

  private CanchaServer(Parts parts, Listener listener, ServerConfig config, Ports ports) {
    loops = ports.transport().loops();
    lobby = parts.lobby();
    sessions = parts.sessions();
    stack = parts.stack();
    this.listener = listener;
    drainTimeout = config.server().drainTimeout();
    gate = parts.gate();
    long began = loops.ticker().nanoTime();
    recovered = parts.reopening().run().thenApply(count -> {
      parts.meters().recovered(loops.ticker().nanoTime() - began, count.open());
      gate.open();
      return count;
    });
  }

  private record Parts(Lobby lobby, Sessions sessions, Gate gate, Reopening reopening, ProtocolStack stack,
      ServerMeters meters) {}

  /**
   * Opens the port; fails with the kernel's reason where it cannot be had. Rooms that were open before come back
   * behind that: see {@link #recovered()}.
   */
  public static CompletionStage<CanchaServer> start(ServerConfig config, Ports ports) {
    Parts parts = assemble(config, ports);
    CompletableFuture<CanchaServer> started = new CompletableFuture<>();
    InetSocketAddress address = new InetSocketAddress(config.server().bind(), config.server().port());
    Listener.open(ports.transport(), address, parts.stack()).addListener(opened -> {
      if (opened.isSuccess()) {
        started.complete(new CanchaServer(parts, (Listener) opened.getNow(), config, ports));
      } else {
        started.completeExceptionally(opened.cause());
      }
    });
    return started;
  }

  private static Parts assemble(ServerConfig config, Ports ports) {
    MessageCodec codec = MessageCodec.shared();
    RoomDirectory directory = new RoomDirectory(ports.entropy());
    Sessions sessions = new Sessions(ports.tokens(), ports.entropy(),
        ports.transport().loops().ticker(), config.session());
    Passwords passwords = new Passwords(ports.passwords(), ports.entropy(), config.passwords().iterations());
    Absences absences = new Absences();
    ForeignLoops foreign = new ForeignLoops(ports.foreign(),
        new ForeignLimits(config.games().threads(), config.games().maxStuck()),
        ports.transport().loops()::next,
        lost -> {
          sessions.lost(lost, HANGS);
          absences.forget(lost);
        });
    RoomPorts roomPorts = new RoomPorts(ports.journal(), ports.entropy(), ports.wallClock(), passwords, codec,
        directory, sessions, ports.steps(), new TickMeters(ports.operations().meters()), config.durability(),
        absences, bots(config, ports), foreign);
    Map<String, Game<?, ?>> games = new TreeMap<>();
    ports.games().forEach(game -> games.put(game.info().id(), game));
    Reopening reopening = new Reopening(games, config.room(), ports.transport().loops(), roomPorts);
    Gate gate = new Gate();
    Lobby lobby = new Lobby(ports.games(), directory, config.lobby(), config.room(), roomPorts);
    SessionLimits limits = config.session();
    SessionPorts sessionPorts = new SessionPorts(sessions, gate, lobby, codec, ports.wallClock(),
        new Server(config.server().name(), ports.version()), limits,
        new Limits(Protocol.MAX_CLIENT_BYTES, limits.actsPerSecond(), limits.messagesPerSecond(),
            (int) limits.heartbeat().toMillis()),
        AllGuesses.of(limits), RETRY_AFTER_MILLIS);
    ProtocolStack stack = new ProtocolStack(config.net(), codec,
        routes(config, ports, () -> gate.isOpen() && !lobby.draining()),
        connection -> new Session(connection, sessionPorts));
    ServerMeters meters = new ServerMeters(ports.operations().meters(),
        new ServerMeters.Sources(stack::connections,
            sessions, directory, ports.journal(), List.copyOf(games.keySet())));
    return new Parts(lobby, sessions, gate, reopening, stack, meters);
  }

  private static Bots bots(ServerConfig config, Ports ports) {
    try {
      return new Bots(ports.games(), game -> thinks(game, ports), config.bots(),
          new Programs(config.programs(), ports.programs()));
    } catch (OutOfBounds wrong) {
      throw new ConfigError("programs." + wrong.getMessage() + ".");
    }
  }

  private static Executor thinks(String game, Ports ports) {
    return ports.foreign().games().contains(game) ? ports.foreign().bots().of(game) : ports.bots();
  }

  private static List<HttpRoute> routes(ServerConfig config, Ports ports, BooleanSupplier ready) {
    Operations operations = ports.operations();
    List<HttpRoute> routes = new ArrayList<>(HealthRoutes.all(ready));
    routes.addAll(
        MatchRoutes.all(new MatchRoutes.Archive(ports.journal().matches(), ports.games(), ports.tokens(),
            operations.reads(), operations.plays())));
    routes
        .add(new MetricsRoute(config.metrics().allow().equals("all"), operations.page(), operations.reads()));
    if (!ports.web().isEmpty()) {
      routes.add(new PageRoute(ports.web()));
    }
    return routes;
  }

  /** The port that is listened on. */
  public int port() {
    return listener.port();
  }

  /** The public rooms, newest first: what anyone may know. */
  public List<RoomEntry> publicRooms() {
    return lobby.directory().list(null, lobby.limits().maxRooms());
  }

  /**
   * Opens a public room of {@code game} that stays open when nobody is there, and whose first guest is its host.
   * Gives its code; fails where there is no such game. One that is open already, since an earlier process opened it, is
   * not opened again.
   */
  public CompletionStage<String> openRoom(String game) {
    CompletableFuture<String> code = new CompletableFuture<>();
    EventLoop loop = loops.next();
    return recovered.thenCompose(count -> {
      loop.execute(() -> openRoom(game, loop, code));
      return code;
    });
  }

  private void openRoom(String game, EventLoop loop, CompletableFuture<String> code) {
    RoomHost there = lobby.permanent(game);
    if (there != null) {
      opened(game, there, code);
    } else {
      lobby.openPermanent(game, loop, host -> opened(game, host, code));
    }
  }

  private void opened(String game, @Nullable RoomHost host, CompletableFuture<String> code) {
    if (host == null) {
      code.completeExceptionally(new IllegalArgumentException(lobby.noSuchGame(game)));
    } else {
      code.complete(host.row().entry().code());
    }
  }

  /** Done when the rooms that an earlier process had open are back; nobody is answered before. */
  public CompletionStage<Reopening.Count> recovered() {
    return recovered;
  }

  /**
   * Takes nobody in any more, says {@code bye} to everyone, and is done when all have gone, at the latest after the
   * configured time.
   */
  public CompletionStage<Void> drain() {
    lobby.drain();
    gate.open();
    listener.close();
    sessions.dismiss(ByeCode.SHUTDOWN, "the server stops; come back in a moment");
    CompletableFuture<Void> drained = new CompletableFuture<>();
    EventLoop loop = loops.next();
    long deadlineNanos = loop.ticker().nanoTime() + drainTimeout.toNanos();
    loop.execute(() -> look(loop, deadlineNanos, drained));
    return drained;
  }

  private void look(EventLoop loop, long deadlineNanos, CompletableFuture<Void> drained) {
    if (stack.connections() == 0 || loop.ticker().nanoTime() - deadlineNanos >= 0) {
      drained.complete(null);
    } else {
      loop.schedule(() -> look(loop, deadlineNanos, drained), DRAIN_LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** What the server holds just now, for operators and tests. */
  public Holdings holdings() {
    return new Holdings(stack.connections(), sessions.size(), lobby.directory().size());
  }

  /** Open connections, known sessions (also those that may still come back), and open rooms. */
  public record Holdings(int connections, int sessions, int rooms) {}
}
