package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cancha.client.Applied;
import dev.cancha.client.Endpoint;
import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.client.Network;
import dev.cancha.client.RoomView;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.message.Json;
import dev.cancha.common.testing.WatchedLoops;
import dev.cancha.server.journal.Commits;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.journal.sqlite.Connections;
import dev.cancha.server.journal.sqlite.SqliteJournal;
import dev.cancha.server.journal.sqlite.SqlitePorts;
import dev.cancha.server.room.Inscription;
import dev.cancha.server.room.Outcome;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomRules;
import dev.cancha.server.room.RoomState;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed in the midst of a match, and started again where it was. */
class KilledServerIT {
  @TempDir
  Path folder;

  private final WatchedLoops loops = new WatchedLoops(1, NioIoHandler.newFactory());
  private final AtomicLong chance = new AtomicLong(7);
  private int port;

  @AfterEach
  void stopClients() throws Exception {
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
  }

  @Test
  void theMatchGoesOnWithTheSameTokensAndNothingIsLost() throws Exception {
    port = SteadyPort.free();
    GameClient ana = client("Ana");
    GameClient beto = client("Beto");
    String code;
    String match;
    try (CanchaProcess first = host()) {
      code = first.code();
      done(ana.connect());
      done(beto.connect());
      done(ana.join(code));
      done(beto.join(code));
      done(ana.ready(true));
      done(beto.ready(true));
      for (int i = 0; i < 2; i++) {
        done(drop(ana, 0, 3));
        done(drop(beto, 1, 0));
      }
      match = view(ana).doc().path("match").asString();
      await().atMost(Duration.ofSeconds(30)).until(() -> view(ana).inTurn(0)); // or the kill may keep it from Ana
      first.kill();
    }
    String token = ana.token();
    long rev = view(ana).rev();
    CompletionStage<Applied> open = drop(ana, 0, 3);
    try (CanchaProcess second = host()) {
      assertThat(second.code()).as("the room that stays open is not opened twice").isEqualTo(code);
      done(open);
      done(drop(beto, 1, 0));
      done(drop(ana, 0, 3));
      await().atMost(Duration.ofSeconds(10)).until(() -> view(beto).result().has("ranks"));

      assertThat(view(ana).result().path("reason").asString()).isEqualTo("fourInLine");
      assertThat(view(ana).doc().path("match").asString()).isEqualTo(match);
      assertThat(view(ana).doc().at("/view/columns/3").asString()).isEqualTo("0000");
      assertThat(view(beto).doc()).isEqualTo(view(ana).doc());
      assertThat(view(ana).rev()).isGreaterThan(rev);
      assertThat(ana.token()).as("the same session").isEqualTo(token);
      second.terminate();
      assertThat(second.exitCode()).isZero();
    }
    ana.close();
    beto.close();
    done(ana.closed());
    done(beto.closed());
    itsReplayLeadsToItsEnd(match);
  }

  /** The match is stored whole, across both processes: the room at its start, every input, and the hash of its end. */
  private void itsReplayLeadsToItsEnd(String id) throws Exception {
    SqliteJournal journal = SqliteJournal.open(folder.resolve("data").resolve("journal.db"),
        new SqlitePorts(Runnable::run, () -> 0, Commits.UNHEARD, Connections.standard()));
    try {
      Matches matches = journal.matches();
      FinishedMatch stored = Objects.requireNonNull(matches.find(id));
      assertThat(stored.players()).extracting(FinishedMatch.Player::name).containsExactly("Ana", "Beto");
      List<StoredEntry> entries = new ArrayList<>();
      matches.inputs(id, entries::add);
      Room<?, ?> room = new Room<>(new ConnectFour(), new RoomRules(120_000, 500));
      Json from = Objects.requireNonNull(Inscription.read(entries.getFirst().input()).from()).state();
      RoomState state = room.read(from);
      Outcome.Changed last = null;
      for (StoredEntry entry : entries) {
        last = (Outcome.Changed) room.step(state, Inscription.read(entry.input()).input());
        state = last.state();
      }
      assertThat(Objects.requireNonNull(last).ended()).isNotNull();
      assertThat(room.hash(Objects.requireNonNull(last.ended()))).isEqualTo(stored.outcome().hash());
    } finally {
      done(journal.stop());
    }
  }

  private CanchaProcess host() throws Exception {
    return CanchaProcess.host(folder, "connectFour", "--port", String.valueOf(port), "--data",
        folder.resolve("data").toString());
  }

  private GameClient client(String name) {
    Network network = new Network(loops, NioSocketChannel::new,
        at -> new InetSocketAddress(at.host(), at.port()),
        () -> chance.addAndGet(0x9E3779B97F4A7C15L));
    return new GameClient(network, Endpoint.parse("127.0.0.1:" + port), Login.as(name), new Listener() {});
  }

  private static CompletionStage<Applied> drop(GameClient client, int seat, int column) {
    await().atMost(Duration.ofSeconds(30)).until(() -> view(client).inTurn(seat));
    return client.act(Json.ofChecked("{\"column\":" + column + "}"), view(client).rev());
  }

  private static RoomView view(GameClient client) {
    return Objects.requireNonNull(client.room());
  }

  private static <T> T done(CompletionStage<T> stage) throws Exception {
    CompletableFuture<T> future = stage.toCompletableFuture();
    return future.get(30, TimeUnit.SECONDS);
  }
}
