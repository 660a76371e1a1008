package dev.cancha.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.cancha.common.bots.SplitMix;
import dev.cancha.common.games.snake.SnakeGame;
import dev.cancha.server.host.RoomHost;
import dev.cancha.server.testing.Duel;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Bots at the table, as the clients see them. */
class BotsChannelTest {
  private static final Duration LONGEST_THOUGHT = Duration.ofMillis(1_200);

  @RegisterExtension
  final TestServer server = new TestServer();

  private static JsonNode doc(TestClient client) {
    return client.view().doc();
  }

  /** Drops into a column that is open, whichever. */
  private static void dropSomewhere(TestClient client, long seq, SplitMix chance) {
    List<Integer> open = new ArrayList<>();
    for (Map.Entry<String, JsonNode> column : doc(client).get("view").get("columns").properties()) {
      if (column.getValue().stringValue().length() < 6) {
        open.add(Integer.valueOf(column.getKey()));
      }
    }
    client.drop(seq, open.get(chance.below(open.size())));
  }

  @Test
  void aMatchAgainstABotGoesToItsEndAndToARematch() {
    TestClient ana = server.player("Ana");
    JsonNode room = Duel.create(ana, "'game':'connectFour','bots':1");
    assertThat(room.get("doc").get("seats").get("1").toString())
        .isEqualTo("{\"id\":\"b1\",\"name\":\"mcts\",\"bot\":\"mcts\",\"connected\":true,\"ready\":true}");
    SplitMix chance = new SplitMix(1);
    long seq = 0;
    for (int match = 0; match < 2; match++) {
      ana.ask(match == 0 ? "{'type':'ready'}" : "{'type':'rematch'}");
      while (doc(ana).get("phase").stringValue().equals("playing")) {
        if (doc(ana).get("turn").get(0).intValue() == 0) {
          dropSomewhere(ana, ++seq, chance);
        } else {
          server.advance(LONGEST_THOUGHT);
        }
      }
      assertThat(doc(ana).get("result").get("reason").stringValue()).isIn("fourInLine", "boardFull");
    }
    assertThat(seq).isPositive();
  }

  @Test
  void aBotTakesATimeThatIsDrawnBeforeItThinks() {
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'connectFour','bots':1");
    ana.ask("{'type':'ready'}");
    TreeSet<Long> delays = new TreeSet<>();
    for (int move = 1; move <= 3; move++) {
      ana.drop(move, move);
      ana.forget();
      long delay = 0;
      for (; ana.count("patch") == 0; delay++) {
        server.advance(Duration.ofMillis(1));
      }
      delays.add(delay);
    }
    assertThat(delays).allMatch(delay -> delay >= 400 && delay <= 1_200).hasSizeGreaterThan(1);
  }

  @Test
  void theHostSeatsBotsAndTakesThemAway() {
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'dudo','seats':4");
    assertThat(ana.ask("{'type':'bot','seat':2,'bot':'random'}").get("type").stringValue()).isEqualTo("done");
    ana.ask("{'type':'bot','seat':1}");
    assertThat(doc(ana).get("seats").get("2").get("name").stringValue()).isEqualTo("random");
    assertThat(doc(ana).get("seats").get("1").get("name").stringValue()).isEqualTo("mcts");

    ana.ask("{'type':'bot','seat':1,'remove':true}");

    assertThat(doc(ana).get("seats").propertyNames()).containsExactly("0", "2");
  }

  @Test
  void botsPlayForASpectatorWhoSaysStart() {
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'connectFour','bots':2,'spectate':true");
    assertThat(doc(ana).get("phase").stringValue()).isEqualTo("lobby");
    ana.ask("{'type':'start'}");

    for (int moves = 0; moves < 42; moves++) {
      server.advance(LONGEST_THOUGHT);
    }

    assertThat(doc(ana).get("phase").stringValue()).isEqualTo("over");
    ana.forget();
    server.advance(Duration.ofSeconds(5));
    assertThat(ana.types()).as("nothing begins by itself").isEmpty();
  }

  @Test
  void aBotPlaysOnForWhoIsAwayAndHandsTheSeatBack() {
    TestClient ana = server.player("Ana");
    TestClient beto = server.player("Beto");
    Duel.create(ana, "'game':'connectFour','settings':{'onAbsent':'bot','graceSeconds':5}");
    Duel.join(beto, ana.view().code());
    ana.ask("{'type':'start'}");
    ana.drop(1, 3);
    beto.reset();
    server.advance(Duration.ofSeconds(5));
    server.advance(LONGEST_THOUGHT);

    JsonNode seat = doc(ana).get("seats").get("1");
    assertThat(seat.get("name").stringValue()).isEqualTo("Beto");
    assertThat(seat.get("bot").stringValue()).isEqualTo("mcts");
    assertThat(seat.get("connected").booleanValue()).isFalse();
    assertThat(doc(ana).get("turn").get(0).intValue()).as("the bot has dropped").isZero();

    TestClient again = server.client();
    again.resume(beto);

    assertThat(doc(ana).get("seats").get("1").has("bot")).isFalse();
    ana.drop(2, 3);
    server.advance(Duration.ofSeconds(5));
    assertThat(doc(ana).get("turn").get(0).intValue()).as("nobody plays for who is here").isEqualTo(1);
    again.drop(1, 6);
    assertThat(doc(ana).get("turn").get(0).intValue()).isZero();
  }

  /** What it wanted was right when it was asked; the test is void if that is right afterwards too. */
  @Test
  void aBotThatDecidedBeforeAnotherLeftIsAskedAgain() {
    Logger logger = (Logger) LoggerFactory.getLogger(RoomHost.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      TestClient ana = server.player("Ana");
      TestClient beto = server.player("Beto");
      Duel.create(ana, "'game':'dudo','seats':3");
      Duel.join(beto, ana.view().code());
      ana.ask("{'type':'bot','seat':2,'bot':'random'}");
      ana.ask("{'type':'start'}");
      for (long seq = 1; doc(ana).get("turn").get(0).intValue() != 2; seq++) {
        TestClient next = doc(ana).get("turn").get(0).intValue() == 0 ? ana : beto;
        next.act(seq, "{'bid':{'count':" + (9 + seq) + ",'face':6}}");
      }
      server.advance(Duration.ofMillis(300));
      beto.ask("{'type':'leave'}");
      server.advance(LONGEST_THOUGHT.multipliedBy(2));

      assertThat(doc(ana).get("turn").toString()).isNotEqualTo("[2]");
      assertThat(log.list).isEmpty();
    } finally {
      logger.detachAppender(log);
    }
  }

  @Test
  void twoPeopleAndSixBotsPlaySnakeToItsEndAndAgain() {
    server.offer(new SnakeGame());
    TestClient ana = server.player("Ana");
    TestClient beto = server.player("Beto");
    Duel.create(ana, "'game':'snake','seats':8,'bots':6,'options':{'seconds':30}");
    assertThat(doc(ana).get("seats").get("1").get("bot").stringValue()).isEqualTo("survivor");
    Duel.join(beto, ana.view().code());
    assertThat(doc(beto).get("seats").get("7").get("name").stringValue()).isEqualTo("Beto");
    for (int match = 1; match <= 2; match++) {
      ana.ask(match == 1 ? "{'type':'ready'}" : "{'type':'rematch'}");
      beto.ask(match == 1 ? "{'type':'ready'}" : "{'type':'rematch'}");
      int longest = 0;
      for (int second = 0; doc(ana).get("phase").stringValue().equals("playing"); second++) {
        assertThat(second).as("seconds").isLessThanOrEqualTo(31);
        ana.act(1_000L * match + second, second % 2 == 0 ? "{'turn':'up'}" : "{'turn':'right'}");
        server.advance(Duration.ofSeconds(1));
        for (int seat = 1; seat <= 6; seat++) {
          JsonNode snake = doc(ana).get("view").get("snakes").get(Integer.toString(seat));
          longest = Math.max(longest, snake.get("body").stringValue().length());
        }
      }
      assertThat(longest).as("what bots have eaten").isGreaterThan(4);
      assertThat(doc(ana).get("result").get("ranks").propertyNames()).hasSize(8);
      assertThat(doc(beto)).isEqualTo(doc(ana));
    }
  }
}
