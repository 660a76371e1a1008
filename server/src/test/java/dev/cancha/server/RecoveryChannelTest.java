package dev.cancha.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.cancha.server.host.Reopening;
import dev.cancha.server.journal.Commits;
import dev.cancha.server.journal.sqlite.Connections;
import dev.cancha.server.journal.sqlite.SqliteJournal;
import dev.cancha.server.journal.sqlite.SqlitePorts;
import dev.cancha.server.testing.Duel;
import dev.cancha.server.testing.LateJournal;
import dev.cancha.server.testing.OtherRules;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A server stops in the midst of everything, and another one is started on its journal. */
class RecoveryChannelTest {
  @TempDir
  Path folder;

  /** Registered first, and so done last: what the server ends after a test is stored too. */
  @RegisterExtension
  @Order(1)
  final AfterEachCallback disk = context -> stop();

  @RegisterExtension
  @Order(2)
  final TestServer server = new TestServer().draws(2);

  private final TestServer killed = new TestServer();
  private SqliteJournal journal;

  @BeforeEach
  void bothHaveTheSameDisk() {
    journal = SqliteJournal.open(folder.resolve("journal.db"),
        new SqlitePorts(Runnable::run, () -> 0, Commits.UNHEARD, Connections.standard()));
    killed.keep(journal);
    server.keep(journal);
  }

  private void stop() {
    ((Logger) LoggerFactory.getLogger(Reopening.class)).setLevel(null);
    journal.stop().toCompletableFuture().join();
  }

  @Test
  void aMatchGoesOnWithTheSameTokensToItsEnd() {
    Duel before = Duel.playing(killed);
    before.host().drop(1, 0);
    before.guest().drop(1, 1);
    JsonNode doc = before.host().view().shared();
    long rev = before.host().view().rev();

    Duel duel = new Duel(server.client(), server.client());
    JsonNode welcome = duel.host().resumeFrom(before.host());
    duel.guest().resumeFrom(before.guest());

    assertThat(welcome.get("resumed").booleanValue()).isTrue();
    assertThat(welcome.get("room").stringValue()).isEqualTo(before.host().view().code());
    assertThat(duel.host().view().rev()).as("above all that anyone saw").isGreaterThan(rev);
    assertThat(duel.host().view().shared()).as("as it was, both are back").isEqualTo(doc);
    duel.host().drop(1, 0);
    assertThat(duel.host().types()).as("the act that was applied before is not applied again")
        .contains("room");
    for (int move = 2; move <= 4; move++) {
      duel.host().drop(move, 0);
      duel.guest().drop(move, 1);
    }
    assertThat(duel.guest().view().doc().at("/result/reason").stringValue()).isEqualTo("fourInLine");
    assertThat(journal.matches().find(doc.get("match").stringValue())).isNotNull();
  }

  @Test
  void clocksGetTheOutageBackAndGraceStartsAnew() {
    TestClient ana = killed.player("Ana");
    Duel.create(ana, "'game':'connectFour','settings':{'bankSeconds':60,'graceSeconds':30}");
    Duel before = new Duel(ana, killed.player("Beto"));
    Duel.join(before.guest(), ana.view().code());
    before.start();
    killed.advanceSeconds(20);
    before.host().drop(1, 0);

    server.advanceSeconds(29);
    TestClient beto = server.client();
    JsonNode back = beto.resume(before.guest());
    assertThat(back.has("room")).isTrue();
    JsonNode room = beto.take("room");
    assertThat(room.at("/doc/clock/0").longValue()).isEqualTo(40_000);
    assertThat(room.at("/doc/seats/0/connected").booleanValue()).isFalse();
    server.advanceSeconds(30);

    assertThat(beto.view().doc().at("/result/reason").stringValue()).as("Ana did not come back")
        .isEqualTo("absent");
  }

  @Test
  void whoWasSentAwayStaysAwayAndAPasswordStaysOne() {
    TestClient ana = killed.player("Ana");
    Duel.create(ana, "'game':'connectFour','visibility':'private','password':'boca'");
    TestClient beto = killed.player("Beto");
    beto.ask("{'type':'join','room':'" + ana.view().code() + "','password':'boca'}");
    ana.ask("{'type':'kick','seat':1}");

    TestClient again = server.player("Caro");
    String code = ana.view().code();
    assertThat(code).hasSize(8);
    assertThat(again.refused("{'type':'join','room':'" + code + "','password':'river'}"))
        .isEqualTo("wrongPassword");
    again.ask("{'type':'join','room':'" + code + "','password':'boca'}");
    assertThat(again.view().doc().at("/seats/1/name").stringValue()).isEqualTo("Caro");
    TestClient host = server.client();
    host.resume(ana);
    assertThat(host.view().doc().get("host")).isEqualTo(ana.view().doc().get("host"));
  }

  @Test
  void aRoomThatStaysOpenIsNotOpenedTwice() {
    String code = killed.openRoom("connectFour");
    TestClient ana = killed.player("Ana");
    Duel.join(ana, code);
    ana.ask("{'type':'leave'}");

    assertThat(server.openRoom("connectFour")).isEqualTo(code);
    assertThat(server.holdings().rooms()).isOne();
  }

  @Test
  void aRoomThatEndedAndOneThatNobodyEnteredDoNotComeBack() {
    TestClient ana = killed.player("Ana");
    Duel.create(ana, "'game':'connectFour'");
    ana.ask("{'type':'leave'}");
    killed.openRoom("dudo");

    server.player("Beto");
    assertThat(server.holdings().rooms()).isZero();
  }

  @Test
  void helloWaitsUntilTheRoomsAreBack() {
    LateJournal late = new LateJournal(journal);
    server.keep(late);
    Duel before = Duel.playing(killed);
    TestClient ana = server.client();
    ana.as(before.host());
    ana.send("{'type':'hello','token':'" + before.host().token() + "'}",
        "{'type':'act','seq':1,'action':{'column':3}}");
    TestClient gone = server.client().send("{'type':'hello','name':'Gone'}").reset();
    assertThat(ana.types()).isEmpty();
    assertThat(gone.open()).isFalse();

    late.read();
    server.settle();

    assertThat(ana.welcomed().get("room").stringValue()).isEqualTo(before.host().view().code());
    assertThat(ana.view().doc().at("/view/columns/3").stringValue()).as("what was said behind hello")
        .isEqualTo("0");
    assertThat(server.holdings().sessions()).as("who was gone has no session").isEqualTo(2);
  }

  @Test
  void helloDoesNotWaitForEver() {
    server.keep(new LateJournal(journal));
    TestClient ana = server.client().send("{'type':'hello','name':'Ana'}");
    server.advanceSeconds(12);

    assertThat(ana.types()).containsExactly("bye");
    assertThat(ana.take("bye").get("code").stringValue()).isEqualTo("shutdown");
    assertThat(ana.open()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void underOtherRulesARoomGoesOnOnlyWhereTheyLeadToTheSame(boolean alike) {
    ((Logger) LoggerFactory.getLogger(Reopening.class)).setLevel(Level.OFF);
    Duel before = Duel.playing(killed);
    before.host().drop(1, 3);
    TestClient other = killed.player("Caro");
    Duel.create(other, "'game':'dudo'");

    server.replace(new OtherRules(alike));
    TestClient ana = server.client();
    JsonNode welcome = ana.resume(before.host());

    assertThat(welcome.has("resumed")).isEqualTo(alike);
    assertThat(server.holdings().rooms()).as("the other room comes back anyway").isEqualTo(alike ? 2 : 1);
    List<String> rooms = journal.rooms().toCompletableFuture().join();
    assertThat(rooms).as("what is set aside is not tried again").hasSize(alike ? 2 : 1);
  }

  @Test
  void theOwnerBeforeIsFencedAndItsRoomEndsThere() {
    Duel before = Duel.playing(killed);
    TestClient ana = server.client();
    ana.resume(before.host());

    before.host().drop(1, 3);

    assertThat(before.host().types()).containsExactly("error", "left");
    assertThat(before.guest().types()).containsExactly("left");
    assertThat(killed.holdings().rooms()).isZero();
    ana.drop(1, 4);
    assertThat(ana.view().doc().at("/view/columns/4").stringValue()).isEqualTo("0");
  }
}
