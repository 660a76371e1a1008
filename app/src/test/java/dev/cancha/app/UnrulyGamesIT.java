package dev.cancha.app;

import static dev.cancha.app.People.done;
import static dev.cancha.app.People.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cancha.app.replay.ReplayCommand;
import dev.cancha.client.GameClient;
import dev.cancha.client.Refused;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Games from jars that do not behave, on a real server with a real journal: each ends its own room, and no other. */
class UnrulyGamesIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  /** Id of a game to what its act does when it is told so. */
  private static final Map<String, String> TROUBLES = new LinkedHashMap<>();

  static {
    TROUBLES.put("throwing", "throw new IllegalStateException(\"as planned\");");
    TROUBLES.put("blank", "return Step.to(new State(-1));");
    TROUBLES.put("costly", """
        var cpu = java.lang.management.ManagementFactory.getThreadMXBean();
        long began = cpu.getCurrentThreadCpuTime();
        while (cpu.getCurrentThreadCpuTime() - began < 1_300_000_000L) { }
        """);
    TROUBLES.put("endless", "while (state.acts() >= 0) { }");
  }

  private static final String GAME = """
      package example;
      import dev.cancha.common.game.*;
      import java.util.*;
      public final class Unruly implements Game<Unruly.State, Unruly.Do> {
        public record Do(boolean bad) {}
        public record State(int acts) {}
        public GameInfo<Do> info() { return GameInfo.of("ID", Do.class, State.class); }
        public State start(Setup setup) { return new State(0); }
        public Step<State> act(State state, int seat, Do act, Chance chance) {
          if (act.bad()) { TROUBLE }
          return Step.to(new State(state.acts() + 1));
        }
        public SortedSet<Integer> turn(State state) { return Turn.of(0, 1); }
        public List<Do> legal(State state, int seat) { return List.of(new Do(false)); }
        public Object view(State state) { return state.acts() < 0 ? null : state; }
        public Optional<Result> result(State state) { return Optional.empty(); }
      }
      """;

  @TempDir
  Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private int port;

  @AfterEach
  void stopAsking() {
    http.close();
  }

  @Test
  void eachEndsItsOwnRoomWithAMessageAndAReplayAndAnotherGoesOn() throws Exception {
    for (Map.Entry<String, String> trouble : TROUBLES.entrySet()) {
      PackedGame.in(folder, trouble.getKey(), "Unruly",
          GAME.replace("ID", trouble.getKey()).replace("TROUBLE", trouble.getValue()));
    }
    String code;
    try (CanchaProcess host = host(); People people = new People(port)) {
      GameClient ana = people.connected("Ana");
      GameClient beto = people.connected("Beto");
      GameClient caro = people.connected("Caro");
      GameClient dani = people.connected("Dani");
      begin(caro, dani, "connectFour");
      code = view(caro).code();
      int drops = 0;
      for (String game : TROUBLES.keySet()) {
        begin(ana, beto, game);
        done(People.act(ana, "{\"bad\":false}"));
        CompletionStage<?> bad = People.act(beto, "{\"bad\":true}");
        GameClient dropper = drops % 2 == 0 ? caro : dani;
        await().atMost(PATIENCE).until(() -> view(dropper).myTurn());
        done(People.act(dropper, "{\"column\":" + drops++ + "}"));
        itEnds(bad, ana, beto);
        itIsKept(game);
      }
      assertThat(done(caro.list(null)).rooms()).singleElement()
          .satisfies(row -> assertThat(row.code()).isEqualTo(view(caro).code()));
      assertThat(host.err() + host.out()).contains("has not come to an end", "its rules failed");
      host.kill();
    }
    try (CanchaProcess host = host(); People people = new People(port)) {
      GameClient eva = people.connected("Eva");
      assertThat(done(eva.list(null)).rooms()).singleElement()
          .satisfies(row -> assertThat(row.code()).isEqualTo(code));
      host.terminate();
      assertThat(host.exitCode()).isZero();
    }
  }

  private CanchaProcess host() throws Exception {
    CanchaProcess host = CanchaProcess.host(folder, "--port", "0", "--data",
        folder.resolve("data").toString(), "--set", "games.folder=" + folder);
    port = host.port();
    return host;
  }

  private static void begin(GameClient host, GameClient guest, String game) throws Exception {
    done(host.enter(id -> new ClientMessage.Create(id, game, null, null, null, null, null, null, null)));
    done(guest.join(view(host).code()));
    done(host.start());
    await().atMost(PATIENCE).until(() -> view(guest).phase().equals("playing"));
  }

  private static void itEnds(CompletionStage<?> bad, GameClient... members) {
    assertThatThrownBy(() -> done(bad)).isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INTERNAL));
    for (GameClient member : members) {
      await().atMost(PATIENCE).until(() -> member.room() == null);
    }
  }

  private void itIsKept(String game) throws Exception {
    String list = await().atMost(PATIENCE)
        .until(() -> get("/api/matches?game=" + game), body -> body.contains("\"reason\""));
    assertThat(list).contains("\"reason\":\"aborted\"");
    Matcher id = Pattern.compile("\"id\":\"([A-Za-z0-9_-]+)\",\"game\"").matcher(list);
    assertThat(id.find()).isTrue();
    assertThat(get("/api/matches/" + id.group(1) + "/replay")).startsWith("{\"replay\":1");
    assertThat(get("/api/matches/" + id.group(1) + "/shown")).startsWith("{\"shown\":1")
        .endsWith("\"verified\":true}\n");
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said, true);
    int code = new CommandLine(new ReplayCommand(in -> GameFolder.with(LocalServers.games(), in).games(),
        new HttpDownload(), null)).setOut(writer)
        .setErr(writer)
        .execute(id.group(1), "--server", "127.0.0.1:" + port, "--verify", "--games", folder.toString());
    assertThat(said.toString()).contains("Verified");
    assertThat(code).isZero();
  }

  private String get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString()).body();
  }
}
