package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cancha.client.Endpoint;
import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.client.Network;
import dev.cancha.client.RoomView;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.testing.WatchedLoops;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The bot in Python of the docs, at a table of four: two people, a bot of the server, and this one. */
class StdioBotIT {
  private static final Path BOT = Path.of("..", "docs", "examples", "bot.py").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir
  Path folder;

  private final WatchedLoops loops = new WatchedLoops(1, NioIoHandler.newFactory());
  private final AtomicLong chance = new AtomicLong(11);

  @BeforeEach
  void python() throws Exception {
    PlayScript.needsPython();
  }

  @AfterEach
  void stopClients() throws Exception {
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
  }

  @Test
  void fourPlayDudoFromTheLobbyToTheResultAndARematch() throws Exception {
    try (CanchaProcess host = host()) {
      GameClient ana = client(host, "Ana");
      GameClient beto = client(host, "Beto");
      sitDown(ana, beto);
      for (int match = 0; match < 2; match++) {
        Set<Long> processes = new TreeSet<>();
        play(List.of(ana, beto), host, processes);
        JsonNode result = view(ana).result();
        assertThat(result.path("ranks").size()).isEqualTo(4);
        assertThat(result.path("reason").asString()).isEqualTo("lastWithDice");
        assertThat(processes).as("one process, from its first turn to the end of the match").hasSize(1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(host.children()).isEmpty());
        if (match == 0) {
          done(ana.rematch());
          done(beto.rematch());
          begun(ana, beto);
        }
      }
      leave(ana);
      leave(beto);
      host.terminate();
      assertThat(host.exitCode()).isZero();
      assertThat(host.out() + host.err()).doesNotContain("the program", "first thing that it may",
          "bot on seat");
    }
  }

  /** It notices by itself that nobody is there to ask it. */
  @Test
  void aServerThatIsKilledLeavesNoProgramBehind() throws Exception {
    try (CanchaProcess host = host()) {
      GameClient ana = client(host, "Ana");
      GameClient beto = client(host, "Beto");
      sitDown(ana, beto);
      List<ProcessHandle> children = await().atMost(PATIENCE).until(() -> {
        act(ana);
        act(beto);
        return host.children();
      }, some -> !some.isEmpty());
      host.kill();
      for (ProcessHandle child : children) {
        child.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
      ana.close();
      beto.close();
      done(ana.closed());
      done(beto.closed());
    }
  }

  private CanchaProcess host() throws Exception {
    return CanchaProcess.host(folder, "--port", "0", "--data", folder.resolve("data").toString(), "--set",
        "bots.minDelay=100 ms", "--set", "bots.maxDelay=150 ms", "--set",
        "programs.bots=countingBot = *: python3 '" + BOT + "'");
  }

  private GameClient client(CanchaProcess host, String name) throws Exception {
    Network network = new Network(loops, NioSocketChannel::new,
        at -> new InetSocketAddress(at.host(), at.port()), () -> chance.addAndGet(0x9E3779B97F4A7C15L));
    GameClient client = new GameClient(network, Endpoint.parse("127.0.0.1:" + host.port()), Login.as(name),
        new Listener() {});
    done(client.connect());
    return client;
  }

  private static void sitDown(GameClient ana, GameClient beto) throws Exception {
    assertThat(done(ana.describe("dudo")).bots()).containsExactly("mcts", "random", "countingBot");
    done(ana.enter(id -> new ClientMessage.Create(id, "dudo", null, null, 4, null, null, null, null)));
    done(beto.join(view(ana).code()));
    done(ana.ask(ServerMessage.Done.class, id -> new ClientMessage.Bot(id, 2, "mcts", null)));
    done(ana.ask(ServerMessage.Done.class, id -> new ClientMessage.Bot(id, 3, "countingBot", null)));
    done(ana.ready(true));
    done(beto.ready(true));
    begun(ana, beto);
  }

  private static void begun(GameClient... people) {
    await().atMost(PATIENCE)
        .until(() -> Stream.of(people).allMatch(person -> view(person).phase().equals("playing")));
  }

  private static void play(List<GameClient> people, CanchaProcess host, Set<Long> processes) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> {
      for (GameClient person : people) {
        act(person);
      }
      host.children().forEach(child -> processes.add(child.pid()));
      return people.stream().allMatch(person -> view(person).phase().equals("over"));
    });
  }

  /** Doubts what was bid, and bids where nothing was. */
  private static void act(GameClient client) throws Exception {
    RoomView view = view(client);
    if (view.myTurn()) {
      String act = view.view().has("bid") ? "{\"call\":\"dudo\"}" : "{\"bid\":{\"count\":1,\"face\":2}}";
      done(client.act(Json.ofChecked(act), view.rev()));
    }
  }

  private static void leave(GameClient client) throws Exception {
    done(client.leave());
    client.close();
    done(client.closed());
  }

  private static RoomView view(GameClient client) {
    return Objects.requireNonNull(client.room());
  }

  private static <T> T done(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
