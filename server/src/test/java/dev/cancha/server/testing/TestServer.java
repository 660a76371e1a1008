package dev.cancha.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Game;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.server.CanchaServer;
import dev.cancha.server.CanchaServer.Holdings;
import dev.cancha.server.Operations;
import dev.cancha.server.Ports;
import dev.cancha.server.ServerConfig;
import dev.cancha.server.api.WebRoot;
import dev.cancha.server.bots.Launcher;
import dev.cancha.server.foreign.ForeignPorts;
import dev.cancha.server.host.Steps;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.VolatileJournal;
import dev.cancha.server.net.Transport;
import dev.cancha.server.session.Tokens;
import dev.cancha.server.testing.TestClient.Speaks;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The server exactly as {@link CanchaServer} puts it together, in memory. Registered as an extension it looks after
 * each test whether everything ends by itself once all clients are gone: connections, rooms and timers.
 */
public final class TestServer implements AfterEachCallback {
  /** The wall clock when the server starts. */
  public static final Instant STARTED = Instant.parse("2031-05-04T12:00:00Z");

  private static final Duration LONGER_THAN_ANY_GRACE = Duration.ofHours(2);

  private final MemoryLoops loops = new MemoryLoops();
  private final long startNanos = loops.ticker().nanoTime();
  private final MemoryServerChannel listening = new MemoryServerChannel();
  private final List<TestClient> clients = new ArrayList<>();
  private final Queue<Runnable> passwordsWaiting = new ArrayDeque<>();
  private final Random chance = new Random(20310504);
  private final List<String> drawn = new ArrayList<>();
  private final List<String> sets = new ArrayList<>(List.of("passwords.iterations=1000"));
  private final List<Game<?, ?>> games = new ArrayList<>(List.of(new ConnectFour(), new Dudo()));
  private Journal journal = new VolatileJournal();
  private Launcher launcher = Launcher.none();
  private boolean passwordsHeld;
  private boolean passwordsFull;
  private final SortedSet<String> foreign = new TreeSet<>();
  private long cpuNanos;
  private int permanentRooms;
  private int lastPort = 40_000;
  private @Nullable CanchaServer server;

  // ------------------------------------------------------------------ before it runs

  /** Sets a key of the configuration, before the first client comes. */
  public TestServer set(String keyAndValue) {
    beforeStart();
    sets.add(keyAndValue);
    return this;
  }

  /** One more game on offer. */
  public TestServer offer(Game<?, ?> game) {
    beforeStart();
    games.add(game);
    return this;
  }

  /** One more game on offer, which came from outside. */
  public TestServer offerForeign(Game<?, ?> game) {
    foreign.add(game.info().id());
    return offer(game);
  }

  private ForeignPorts.Loops foreignLoops() {
    return new ForeignPorts.Loops() {
      @Override
      public EventLoop open(String game) {
        return loops.newLoop();
      }

      @Override
      public void giveUp(EventLoop loop) {
        ((MemoryLoop) loop).end();
      }
    };
  }

  /** What runs now has cost so much more of a processor's time. */
  public void spend(Duration cpu) {
    cpuNanos += cpu.toNanos();
  }

  /** Time passes, and then {@code late} is run, while what runs now does not come to an end; and then it does. */
  public void hang(Duration time, Runnable late) {
    MemoryLoop loop = Objects.requireNonNull(loops.running());
    loop.hang(true);
    advance(time);
    late.run();
    loop.hang(false);
  }

  /** Another version of a game that is on offer. */
  public TestServer replace(Game<?, ?> game) {
    beforeStart();
    games.replaceAll(offered -> offered.info().id().equals(game.info().id()) ? game : offered);
    return this;
  }

  /** Draws what no other server has drawn, as one that is started anew. */
  public TestServer draws(long seed) {
    beforeStart();
    chance.setSeed(seed);
    return this;
  }

  public TestServer keep(Journal inputs) {
    beforeStart();
    journal = inputs;
    return this;
  }

  /** Starts the bots that are programs. */
  public TestServer launch(Launcher programs) {
    beforeStart();
    launcher = programs;
    return this;
  }

  private void beforeStart() {
    if (server != null) {
      throw new IllegalStateException("the server runs already");
    }
  }

  private CanchaServer running() {
    CanchaServer running = server;
    if (running == null) {
      InstantSource wallClock = () -> STARTED.plusNanos(loops.ticker().nanoTime() - startNanos);
      Ports ports = new Ports("1.2.3", new Transport(loops.newLoop(), loops, () -> listening), wallClock,
          this::draw, this::hash, Runnable::run, launcher, journal, new Tokens(new byte[32]), games,
          new ForeignPorts(foreign, foreignLoops(), () -> cpuNanos, game -> Runnable::run), Steps.PLAIN,
          Operations.none(), WebRoot.none());
      CompletableFuture<CanchaServer> started = CanchaServer.start(ServerConfig.read(null, sets), ports)
          .toCompletableFuture();
      runLoops();
      running = started.join();
      server = running;
    }
    return running;
  }

  private void hash(Runnable task) {
    if (passwordsFull) {
      throw new RejectedExecutionException("planned by the test");
    }
    passwordsWaiting.add(task);
  }

  // ------------------------------------------------------------------ clients

  /** A client on an event loop of its own, over frames, from this very machine. */
  public TestClient client() {
    return client(Speaks.FRAMES);
  }

  public TestClient client(Speaks speaks) {
    return connect(speaks, loops.newLoop(), "192.0.2.1");
  }

  /** A client on the event loop of {@code other}. */
  public TestClient beside(TestClient other) {
    return connect(Speaks.FRAMES, other.loop(), "192.0.2.1");
  }

  /** A client from another machine. */
  public TestClient from(String address) {
    return connect(Speaks.FRAMES, loops.newLoop(), address);
  }

  private TestClient connect(Speaks speaks, MemoryLoop loop, String address) {
    running();
    MemoryChannel channel = new MemoryChannel(listening, loop, new InetSocketAddress(address, lastPort++));
    listening.accept(channel);
    runLoops();
    TestClient client = new TestClient(this, channel, speaks);
    clients.add(client);
    settle();
    return client;
  }

  /** A client that has said hello as {@code name}. */
  public TestClient player(String name) {
    return player(name, Speaks.FRAMES);
  }

  public TestClient player(String name, Speaks speaks) {
    TestClient client = client(speaks);
    client.hello(name);
    return client;
  }

  // ------------------------------------------------------------------ time and work

  /** Runs what is to be done on all loops, and lets clients hear, until nothing is left to do. */
  public void settle() {
    boolean busy = true;
    while (busy) {
      busy = runLoops();
      for (TestClient client : List.copyOf(clients)) {
        busy |= client.hear();
      }
      if (!passwordsHeld && !passwordsWaiting.isEmpty()) {
        passwordsWaiting.remove().run();
        busy = true;
      }
    }
  }

  private boolean runLoops() {
    boolean ran = false;
    while (loops.runOnce()) {
      ran = true;
    }
    return ran;
  }

  /** From now on the loops run in an order drawn from {@code seed}, as threads might. */
  public void shuffle(long seed) {
    loops.shuffle(new Random(seed));
  }

  /** Everything random that the server has drawn so far, as hex: seeds and ids among it. */
  public List<String> drawn() {
    return List.copyOf(drawn);
  }

  private void draw(byte[] bytes) {
    chance.nextBytes(bytes);
    drawn.add(HexFormat.of().formatHex(bytes));
  }

  /** Runs one task of each loop, for tests that stop in the middle; false where there was nothing. */
  public boolean step() {
    return loops.runOnce();
  }

  /** Moves all clocks, from timer to timer. */
  public void advance(Duration time) {
    long until = loops.ticker().nanoTime() + time.toNanos();
    settle();
    while (loops.ticker().nanoTime() < until) {
      long now = loops.ticker().nanoTime();
      long next = Math.max(now, loops.nextDeadlineNanos(until));
      loops.ticker().advance(next - now, TimeUnit.NANOSECONDS);
      settle();
    }
  }

  public void advanceMillis(long millis) {
    advance(Duration.ofMillis(millis));
  }

  public void advanceSeconds(long seconds) {
    advance(Duration.ofSeconds(seconds));
  }

  /** Passwords are not hashed until {@link #releasePasswords}. */
  public void holdPasswords() {
    passwordsHeld = true;
  }

  public void releasePasswords() {
    passwordsHeld = false;
    settle();
  }

  /** No more passwords are taken to be hashed, as where too many wait. */
  public void refusePasswords(boolean full) {
    passwordsFull = full;
  }

  // ------------------------------------------------------------------ the server itself

  public String openRoom(String game) {
    CompletionStage<String> code = running().openRoom(game);
    settle();
    permanentRooms++;
    return code.toCompletableFuture().join();
  }

  public CompletableFuture<Void> drain() {
    CompletionStage<Void> drained = running().drain();
    settle();
    return drained.toCompletableFuture();
  }

  public Holdings holdings() {
    return running().holdings();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (server == null || context.getExecutionException().isPresent()) {
      return;
    }
    clients.forEach(TestClient::reset);
    advance(LONGER_THAN_ANY_GRACE);
    Holdings left = Objects.requireNonNull(server).holdings();
    assertThat(left.connections()).as("connections that are left").isZero();
    assertThat(left.rooms()).as("rooms that are left").isEqualTo(permanentRooms);
    assertThat(loops.anyTimer()).as("a timer is left").isFalse();
    assertThat(passwordsWaiting).as("passwords that wait").isEmpty();
  }
}
