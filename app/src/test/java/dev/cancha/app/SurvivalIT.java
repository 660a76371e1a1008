package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.client.Endpoint;
import dev.cancha.client.GameClient;
import dev.cancha.client.Login;
import dev.cancha.client.Network;
import dev.cancha.common.testing.WatchedLoops;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred players in fifty rooms, match after match, and a server that is killed and started again while they play.
 * What anyone was shown stays, every act counts once, every match ends, and everyone comes back by itself.
 */
class SurvivalIT {
  private static final int ROOMS = 50;
  private static final int PLAYERS = 2 * ROOMS;
  private static final long SEED = 20_261_126;

  @TempDir
  Path folder;

  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final Random random = new Random(SEED);
  private final WatchedLoops loops = new WatchedLoops(1, NioIoHandler.newFactory());
  private final List<EternalPlayer> players = new ArrayList<>();
  private final List<WitnessedRoom> rooms = new ArrayList<>();
  private int port;
  private CanchaProcess server;

  @BeforeEach
  void allAreSeated() throws Exception {
    port = SteadyPort.free();
    server = host();
    Network network = network();
    for (int i = 0; i < ROOMS; i++) {
      WitnessedRoom room = new WitnessedRoom("room " + i, faults::add);
      rooms.add(room);
      for (int seat = 0; seat < 2; seat++) {
        EternalPlayer player = new EternalPlayer(room, seat, loops.next(), random.nextLong());
        player.client = new GameClient(network, endpoint(), Login.as("player " + (2 * i + seat)), player);
        players.add(player);
      }
    }
    all(player -> player.client.connect().toCompletableFuture());
    for (int i = 0; i < PLAYERS; i += 2) {
      GameClient guest = players.get(i + 1).client;
      players.get(i).client.create("connectFour")
          .thenCompose(room -> guest.join(room.code()))
          .toCompletableFuture()
          .get(30, TimeUnit.SECONDS);
    }
    all(player -> player.client.ready(true).toCompletableFuture());
  }

  @AfterEach
  void stop() throws Exception {
    players.forEach(player -> player.client.close());
    server.kill();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void nothingIsLostWhereItIsKilledFiveTimes() throws Exception {
    killAndStart(5);
    playToTheEnd();
  }

  @Test
  @Tag("long")
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void nothingIsLostWhereItIsKilledFiftyTimes() throws Exception {
    killAndStart(50);
    playToTheEnd();
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void nothingIsLostWhereItStandsStillForHalfAMinute() throws Exception {
    playFor(1_000);
    server.suspend();
    try {
      playFor(30_000);
    } finally {
      server.resume();
    }
    playFor(2_000);
    playToTheEnd();
  }

  private void killAndStart(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      playFor(300 + random.nextInt(1_500));
      server.kill();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> players.stream().allMatch(EternalPlayer::isAway));
      rooms.forEach(WitnessedRoom::mustNotGoBack);
      server = host();
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> players.stream().noneMatch(EternalPlayer::isAway));
      assertThat(faults).isEmpty();
    }
  }

  /** Lets them play: by real time, since the server is a process of its own. */
  private static void playFor(long millis) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
  }

  private void playToTheEnd() throws Exception {
    players.forEach(EternalPlayer::lastMatch);
    all(player -> player.done);
    assertThat(faults).isEmpty();
    for (WitnessedRoom room : rooms) {
      assertThat(room.finished()).as(room + ", matches").isPositive();
      assertThat(room.shownRevisions()).as(room + ", revisions").isPositive();
    }
    assertThat(rooms.stream().mapToInt(WitnessedRoom::acknowledged).sum()).as("acts")
        .isGreaterThan(10 * ROOMS);
  }

  private void all(Function<EternalPlayer, CompletableFuture<?>> step) throws Exception {
    CompletableFuture.allOf(players.stream().map(step).toArray(CompletableFuture<?>[]::new))
        .get(120, TimeUnit.SECONDS);
  }

  private CanchaProcess host() throws Exception {
    return CanchaProcess.host(folder, "--port", String.valueOf(port), "--data",
        folder.resolve("data").toString());
  }

  private Endpoint endpoint() {
    return Endpoint.parse("127.0.0.1:" + port);
  }

  private Network network() {
    AtomicLong chance = new AtomicLong(11);
    return new Network(loops, NioSocketChannel::new, at -> new InetSocketAddress(at.host(), at.port()),
        () -> chance.addAndGet(0x9E3779B97F4A7C15L));
  }
}
