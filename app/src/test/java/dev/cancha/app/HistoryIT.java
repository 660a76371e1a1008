package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cancha.app.replay.ReplayCommand;
import dev.cancha.client.Endpoint;
import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.client.Network;
import dev.cancha.client.RoomView;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Visibility;
import dev.cancha.common.testing.WatchedLoops;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Matches that are over, looked at over HTTP and by the command, on a real server with a real journal. */
class HistoryIT {
  private static final List<Integer> COLUMNS = List.of(3, 0, 3, 0, 3, 0, 3);

  @TempDir
  Path folder;

  private final WatchedLoops loops = new WatchedLoops(1, NioIoHandler.newFactory());
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicLong chance = new AtomicLong(7);
  private int port;

  @AfterEach
  void stopClients() throws Exception {
    http.close();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
  }

  @Test
  void aMatchIsListedShownReplayedAndVerified() throws Exception {
    try (CanchaProcess host = host()) {
      GameClient ana = client("Ana");
      GameClient beto = client("Beto");
      String match = play(ana, beto, Visibility.PUBLIC);
      String token = Objects.requireNonNull(ana.token());
      String hidden = play(ana, beto, Visibility.PRIVATE);
      itIsListed(match, hidden, token);
      onlyMembersSeeAPrivateOne(hidden, token);
      metricsAreThoseOfThePage();

      String server = "127.0.0.1:" + port;
      Path file = folder.resolve("match.jsonl");
      assertThat(run(0, match, "--server", server, "--verify", "--save", file.toString()))
          .contains("Verified: 8 steps");
      assertThat(run(0, hidden, "--server", server, "--token", token, "--verify")).contains("Verified");
      assertThat(run(2, hidden, "--server", server, "--verify")).contains("shows no such match");
      assertThat(run(2, match, "--data", folder.resolve("data").toString()))
          .contains("in use by another server");
      aFileIsEnough(file);
      leave(ana, beto);
      host.terminate();
      assertThat(host.exitCode()).isZero();
      assertThat(run(0, hidden, "--data", folder.resolve("data").toString(), "--verify"))
          .contains("Verified");
      assertThat(run(2, "nosuch", "--data", folder.resolve("data").toString()))
          .contains("there is no match nosuch");
    }
  }

  private void itIsListed(String match, String hidden, String token) throws Exception {
    HttpResponse<String> list = get("/api/matches?game=connectFour&limit=5", null);
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body())
        .startsWith("{\"matches\":[{\"id\":\"" + match + "\",\"game\":\"connectFour\",\"rules\":\"")
        .contains("\"name\":\"Ana\"", "\"reason\":\"fourInLine\"")
        .doesNotContain(hidden, "seed");
    assertThat(get("/api/matches", token).body()).contains(hidden, match);
    HttpResponse<String> one = get("/api/matches/" + match, null);
    assertThat(one.body()).contains("\"seedHash\":\"", "\"hash\":\"");
    assertThat(one.headers().firstValue("cache-control")).hasValue("public, max-age=86400");
    assertThat(get("/api/matches/" + match + "/replay", null).body())
        .startsWith("{\"replay\":1,\"match\":\"" + match)
        .doesNotContain(token);
    assertThat(get("/api/matches/" + match + "/shown", null).body())
        .startsWith("{\"shown\":1,\"match\":{\"id\":\"" + match)
        .contains("\"doc\":{", "\"patch\":{")
        .endsWith("{\"end\":8,\"verified\":true}\n")
        .doesNotContain(token);
  }

  private void onlyMembersSeeAPrivateOne(String hidden, String token) throws Exception {
    String stranger = "A".repeat(43);
    for (String path : List.of("/api/matches/" + hidden, "/api/matches/" + hidden + "/replay",
        "/api/matches/" + hidden + "/shown")) {
      assertThat(get(path, null).statusCode()).isEqualTo(404);
      assertThat(get(path, stranger).statusCode()).isEqualTo(404);
      assertThat(get(path, "no token").statusCode()).isEqualTo(401);
      assertThat(get(path, token).statusCode()).isEqualTo(200);
    }
    assertThat(get("/api/matches/" + hidden, token).headers().firstValue("cache-control"))
        .hasValue("private, no-store");
  }

  /** docs/operations.md names each metric, and no other. */
  private void metricsAreThoseOfThePage() throws Exception {
    String metrics = get("/metrics", null).body();
    assertThat(metrics).contains("cancha_rooms{game=\"connectFour\",phase=\"over\"} ", "cancha_acts_total 14",
        "cancha_refusals_total{code=\"noSuchRoom\"} 0");
    assertThat(
        metrics.lines().filter(line -> line.startsWith("cancha_journal_commit_seconds_count ")).toList())
        .singleElement()
        .asString()
        .doesNotEndWith(" 0");
    String page = Files.readString(Path.of("..", "docs", "operations.md"));
    TreeSet<String> documented = Pattern.compile("\\| `(cancha_[a-z_]+)")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
    documented.remove("cancha_beacon_datagrams_total"); // as the page says: this server announces nothing
    TreeSet<String> told = Pattern.compile("# TYPE (\\S+)")
        .matcher(metrics)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(told).isEqualTo(documented);
  }

  private void aFileIsEnough(Path file) throws Exception {
    assertThat(run(0, file.toString(), "--verify")).contains("Verified: 8 steps");
    assertThat(run(0, file.toString())).contains("seat 0: Ana", "Ana {\"column\":3}", "\"type\":\"dropped\"");
    String replay = Files.readString(file);
    String hash = replay.replaceAll("(?s).*?\"seedHash\":\"([0-9a-f]{64})\".*", "$1");
    assertThat(run(0, file.toString(), "--verify", "--seed-hash", hash)).contains("Verified");
    assertThat(run(1, file.toString(), "--verify", "--seed-hash", "0".repeat(64)))
        .contains("what was seen is 000");
    byte[] bytes = replay.getBytes(StandardCharsets.UTF_8);
    int third = replay.indexOf("\"column\"", replay.indexOf("\"column\"") + 1);
    bytes[third + 9] ^= 1;
    Path flipped = Files.write(folder.resolve("flipped.jsonl"), bytes);
    assertThat(run(1, flipped.toString(), "--verify"))
        .matches("(?s).*line 4, the step at position \\d+, is damaged.*");
    assertThat(run(2, folder.resolve("none.jsonl").toString())).contains("there is no file");
    Path text = Files.writeString(folder.resolve("text"), "what");
    assertThat(run(2, text.toString())).contains("no replay");
  }

  /** Ana has four in her column before Beto has. */
  private String play(GameClient ana, GameClient beto, Visibility visibility) throws Exception {
    if (ana.token() == null) {
      done(ana.connect());
      done(beto.connect());
    } else {
      done(ana.leave());
      done(beto.leave());
    }
    RoomView room = done(
        ana.enter(id -> new ClientMessage.Create(id, "connectFour", null, null, null, visibility,
            null, null, null)));
    done(beto.join(room.doc().path("code").asString()));
    done(ana.ready(true));
    done(beto.ready(true));
    for (int i = 0; i < COLUMNS.size(); i++) {
      GameClient player = i % 2 == 0 ? ana : beto;
      int seat = i % 2;
      await().atMost(Duration.ofSeconds(30)).until(() -> view(player).inTurn(seat));
      done(player.act(Json.ofChecked("{\"column\":" + COLUMNS.get(i) + "}"), view(player).rev()));
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> view(ana).result().has("ranks"));
    return view(ana).doc().path("match").asString();
  }

  private static void leave(GameClient... clients) throws Exception {
    for (GameClient client : clients) {
      client.close();
      done(client.closed());
    }
  }

  private static String run(int code, String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said, true);
    int ended = new CommandLine(new ReplayCommand(in -> LocalServers.games(), new HttpDownload(), null))
        .setOut(writer)
        .setErr(writer)
        .execute(arguments);
    assertThat(ended).as(() -> Arrays.toString(arguments) + ": " + said).isEqualTo(code);
    return said.toString();
  }

  private HttpResponse<String> get(String path, @Nullable String token) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (token != null) {
      request.header("authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private CanchaProcess host() throws Exception {
    CanchaProcess host = CanchaProcess.host(folder, "--port", "0", "--data",
        folder.resolve("data").toString());
    port = host.port();
    return host;
  }

  private GameClient client(String name) {
    Network network = new Network(loops, NioSocketChannel::new,
        at -> new InetSocketAddress(at.host(), at.port()),
        () -> chance.addAndGet(0x9E3779B97F4A7C15L));
    return new GameClient(network, Endpoint.parse("127.0.0.1:" + port), Login.as(name), new Listener() {});
  }

  private static RoomView view(GameClient client) {
    return Objects.requireNonNull(client.room());
  }

  private static <T> T done(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
