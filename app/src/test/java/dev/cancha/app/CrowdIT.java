package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.cancha.client.ClientFailure;
import dev.cancha.client.Endpoint;
import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.client.Network;
import dev.cancha.client.RoomView;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.testing.WatchedLoops;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A thousand players at once on one server. */
class CrowdIT {
  private static final int ROOMS = 500;
  private static final int PLAYERS = 2 * ROOMS;
  /** Both ends of every connection are in this process; and a JVM has some hundred files open. */
  private static final int FILES = 2 * PLAYERS + 500;

  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void aThousandPlayersPlayToTheEndAndLeaveNothingBehind() throws Exception {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      assumeThat(unix.getMaxFileDescriptorCount()).as("open files (raise them with ulimit -n %d)", FILES)
          .isGreaterThanOrEqualTo(FILES);
    }
    WatchedLoops loops = new WatchedLoops(2, NioIoHandler.newFactory());
    try (LoopbackServer server = new LoopbackServer()) {
      Crowd crowd = new Crowd(network(loops), server.endpoint());

      List<Player> players = crowd.play(server);

      assertThat(faults).isEmpty();
      for (int room = 0; room < ROOMS; room++) {
        RoomView host = players.get(2 * room).over.join();
        RoomView guest = players.get(2 * room + 1).over.join();
        assertThat(host.result().has("ranks")).as(host.doc().toString()).isTrue();
        assertThat(guest.doc()).isEqualTo(host.doc());
      }
      server.nothingIsLeft();
      await().untilAsserted(() -> assertThat(loops.left()).as("channels and timers of the clients").isZero());
      assertThat(server.holdings().sessions()).as("sessions that may come back").isEqualTo(PLAYERS);
      server.forgetSessions();
      Player late = crowd.player("late");
      late.client.connect().toCompletableFuture().get(10, TimeUnit.SECONDS);
      assertThat(server.holdings().sessions()).as("sessions once those are forgotten").isOne();
      late.client.close();
      late.client.closed().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } finally {
      loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
    }
    assertThat(faults).isEmpty();
  }

  private static Network network(WatchedLoops loops) {
    AtomicLong chance = new AtomicLong(11);
    return new Network(loops, NioSocketChannel::new, at -> new InetSocketAddress(at.host(), at.port()),
        () -> chance.addAndGet(0x9E3779B97F4A7C15L));
  }

  /** Everyone, and the order in which they do things. */
  private final class Crowd {
    private final Network network;
    private final Endpoint endpoint;
    private final Random random = new Random(5);

    Crowd(Network network, Endpoint endpoint) {
      this.network = network;
      this.endpoint = endpoint;
    }

    Player player(String name) {
      Player player = new Player(random.nextLong());
      player.client = new GameClient(network, endpoint, Login.as(name), player);
      return player;
    }

    /** All connect and sit down first, so that all matches are on at once; all leave when the last one is over. */
    List<Player> play(LoopbackServer server) throws Exception {
      List<Player> players = new ArrayList<>();
      for (int i = 0; i < PLAYERS; i++) {
        players.add(player("player " + i));
      }
      all(players, player -> player.client.connect().toCompletableFuture());
      List<CompletableFuture<?>> seated = new ArrayList<>();
      for (int i = 0; i < PLAYERS; i += 2) {
        GameClient guest = players.get(i + 1).client;
        seated.add(players.get(i).client.create("connectFour")
            .thenCompose(room -> guest.join(room.code()))
            .toCompletableFuture());
      }
      await(seated);
      assertThat(server.holdings()).extracting("connections", "sessions", "rooms")
          .containsExactly(PLAYERS, PLAYERS, ROOMS);
      all(players, player -> player.client.ready(true).toCompletableFuture());
      all(players, player -> player.over);
      all(players, player -> player.client.leave().toCompletableFuture());
      all(players, player -> {
        player.client.close();
        return player.client.closed().toCompletableFuture();
      });
      return players;
    }

    private void all(List<Player> players, Function<Player, CompletableFuture<?>> step)
        throws Exception {
      await(players.stream().<CompletableFuture<?>>map(step).toList());
    }

    private void await(List<CompletableFuture<?>> steps) throws Exception {
      CompletableFuture.allOf(steps.toArray(CompletableFuture<?>[]::new)).get(60, TimeUnit.SECONDS);
    }
  }

  /** Drops discs whenever it is its turn, half of them into a column that it likes. Owner: its client's loop. */
  private final class Player implements Listener {
    private final Random random;
    private final CompletableFuture<RoomView> over = new CompletableFuture<>();
    private final String liked;
    private GameClient client;
    private boolean acting;

    Player(long seed) {
      random = new Random(seed);
      liked = Integer.toString(random.nextInt(7));
    }

    @Override
    public void onRoom(RoomView room) {
      look(room);
    }

    @Override
    public void onPatch(RoomView room, List<JsonNode> events) {
      look(room);
    }

    private void look(RoomView room) {
      if (room.phase().equals("over") && room.result().isObject()) {
        over.complete(room);
      } else if (room.phase().equals("playing") && room.myTurn() && !acting) {
        acting = true;
        client.act(choose(room)).whenComplete((applied, failure) -> {
          acting = false;
          if (failure != null) {
            faults.add("act: " + failure);
          }
        });
      }
    }

    private JsonNode choose(RoomView room) {
      List<String> open = new ArrayList<>();
      for (var column : room.view().path("columns").properties()) {
        if (column.getValue().stringValue().length() < 6) {
          open.add(column.getKey());
        }
      }
      return JsonMapper.shared()
          .createObjectNode()
          .put("column", Integer.parseInt(open.contains(liked) && random.nextBoolean() ? liked
              : open.get(random.nextInt(open.size()))));
    }

    @Override
    public void onError(ServerMessage.Failure error) {
      faults.add("error: " + error);
    }

    @Override
    public void onConnectionLost(Duration retryIn) {
      faults.add("the connection was lost");
    }

    @Override
    public void onClosed(@Nullable ClientFailure cause) {
      if (cause != null) {
        faults.add("closed: " + cause);
        over.completeExceptionally(cause);
      }
    }
  }
}
