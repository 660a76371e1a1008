package dev.cancha.app;

import static dev.cancha.app.People.done;
import static dev.cancha.app.People.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cancha.client.GameClient;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The game of docs/writing-a-game.md, compiled against the packed jar alone, on a real server. */
class GameFromAJarIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir
  Path folder;

  @Test
  void itIsListedDescribedCheckedAndPlayedToItsEnd() throws Exception {
    assertThat(PackedGame.common().toString()).as("what a game is compiled against").endsWith(".jar");
    Path jar = SticksJar.in(folder);
    try (CanchaProcess check = CanchaProcess.start(folder, "", List.of(), "check", jar.toString())) {
      assertThat(check.exitCode()).as(check::out).isZero();
    }
    try (CanchaProcess host = host(); People people = new People(host.port())) {
      GameClient ana = people.client("Ana");
      assertThat(done(ana.connect()).games())
          .anySatisfy(game -> {
            assertThat(game.id()).isEqualTo("sticks");
            assertThat(game.title()).isEqualTo("Sticks");
          });
      ServerMessage.GameDescription sticks = done(ana.describe("sticks"));
      assertThat(sticks.bots()).containsExactly("mcts", "random");
      assertThat(sticks.action().toString()).contains("\"sticks\"", "\"maximum\":3");
      for (String bot : sticks.bots()) {
        playToTheEnd(ana, bot);
      }
      twoPeople(people, host.code());
      host.terminate();
      assertThat(host.exitCode()).isZero();
      assertThat(host.out() + host.err()).doesNotContain("ERROR", "bot on seat");
    }
  }

  private CanchaProcess host() throws Exception {
    return CanchaProcess.host(folder, "sticks", "--port", "0", "--data", folder.resolve("data").toString(),
        "--set",
        "games.folder=" + folder, "--set", "bots.minDelay=10 ms", "--set", "bots.maxDelay=400 ms");
  }

  private static void playToTheEnd(GameClient ana, String bot) throws Exception {
    done(ana.enter(id -> new ClientMessage.Create(id, "sticks", null, null, null, null, null, null, null)));
    done(ana.ask(ServerMessage.Done.class, id -> new ClientMessage.Bot(id, 1, bot, null)));
    done(ana.ready(true));
    end(ana);
    assertThat(view(ana).result().path("reason").asString()).isEqualTo("lastStick");
    done(ana.leave());
  }

  private static void twoPeople(People people, String code) throws Exception {
    GameClient beto = people.connected("Beto");
    GameClient caro = people.connected("Caro");
    done(beto.join(code));
    done(caro.join(code));
    done(beto.ready(true));
    done(caro.ready(true));
    end(beto, caro);
    assertThat(view(caro).result().path("ranks").size()).isEqualTo(2);
  }

  /** Whoever is in turn takes one stick, until nobody is. */
  private static void end(GameClient... people) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> {
      for (GameClient person : people) {
        if (view(person).phase().equals("playing") && view(person).myTurn()) {
          done(People.act(person, "{\"sticks\":1}"));
        }
      }
      return Stream.of(people).allMatch(person -> view(person).phase().equals("over"));
    });
  }
}
