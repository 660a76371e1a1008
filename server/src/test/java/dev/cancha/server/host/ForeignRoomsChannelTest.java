package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.cancha.server.foreign.ForeignLoops;
import dev.cancha.server.journal.Commits;
import dev.cancha.server.journal.FinishedMatch;
import dev.cancha.server.journal.Matches;
import dev.cancha.server.journal.sqlite.Connections;
import dev.cancha.server.journal.sqlite.SqliteJournal;
import dev.cancha.server.journal.sqlite.SqlitePorts;
import dev.cancha.server.testing.Duel;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestServer;
import dev.cancha.server.testing.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A game from outside takes too long, or never comes back: its room ends, and nobody else notices. */
class ForeignRoomsChannelTest {
  private static final Duration TOO_LONG = Duration.ofMillis(1_100);
  private static final Duration LOST = Duration.ofSeconds(3);

  @TempDir
  Path folder;

  @RegisterExtension
  @Order(1)
  final AfterEachCallback disk = context -> stop();

  @RegisterExtension
  @Order(2)
  final TestServer server = new TestServer();

  private final Trouble trouble = new Trouble(this::make);
  private SqliteJournal journal;
  /** Done as soon as a step hangs, and when that has been given up. */
  private Runnable meanwhile = () -> {};
  private Runnable late = () -> {};

  @BeforeEach
  void offer() {
    logged(Level.OFF);
    journal = SqliteJournal.open(folder.resolve("journal.db"),
        new SqlitePorts(Runnable::run, () -> 0, Commits.UNHEARD, Connections.standard()));
    server.offerForeign(trouble).keep(journal);
  }

  private void stop() {
    logged(null);
    journal.stop().toCompletableFuture().join();
  }

  private static void logged(@Nullable Level level) {
    ((Logger) LoggerFactory.getLogger(RoomHost.class)).setLevel(level);
    ((Logger) LoggerFactory.getLogger(ForeignLoops.class)).setLevel(level);
    ((Logger) LoggerFactory.getLogger(Reopening.class)).setLevel(level);
  }

  private void make(String what) {
    switch (what) {
      case "burn", "view" -> server.spend(TOO_LONG);
      case "hang" -> {
        meanwhile.run();
        server.hang(LOST, late);
      }
      case "doze" -> server.hang(Duration.ofMillis(1_900), late);
      default -> {
        // it does what it should
      }
    }
  }

  private Duel match(String host, String guest) {
    TestClient ana = server.player(host);
    Duel.create(ana, "'game':'trouble'");
    TestClient beto = server.player(guest);
    Duel.join(beto, ana.view().code());
    return new Duel(ana, beto).start();
  }

  private static void act(TestClient who, long seq, String what) {
    who.act(seq, "{'what':'" + what + "'}");
  }

  private List<FinishedMatch> aborted() {
    return journal.matches()
        .list(new Matches.Query(null, new Matches.Audience.Operator(), null, 10))
        .matches();
  }

  // ------------------------------------------------------------------ a step that costs too much

  @Test
  void aStepThatTakesOverASecondOfAProcessorEndsItsRoomAlone() {
    Duel duel = match("Ana", "Beto");
    Duel other = match("Caro", "Dani");

    act(duel.host(), 1, "burn");

    assertThat(duel.host().types()).containsExactly("error", "left");
    assertThat(duel.host().take("error").toString()).contains("\"seq\":1", "\"code\":\"internal\"",
        "took too long");
    assertThat(duel.guest().types()).containsExactly("error", "left");
    act(other.host(), 1, "go");
    assertThat(other.guest().view().doc().at("/view/acts").intValue()).isEqualTo(1);
  }

  @Test
  void itsMatchIsKeptUpToTheStepBefore() {
    Duel duel = match("Ana", "Beto");
    act(duel.host(), 1, "go");
    act(duel.guest(), 1, "burn");

    assertThat(aborted()).singleElement().satisfies(match -> {
      assertThat(match.outcome().result()).contains("\"reason\":\"aborted\"");
      assertThat(match.inputs().last()).isEqualTo(match.inputs().first() + 2);
    });
    assertThat(journal.rooms().toCompletableFuture().join()).isEmpty();
  }

  @Test
  void whatIsShownCountsToo() {
    Duel duel = match("Ana", "Beto");

    act(duel.host(), 1, "blind");

    assertThat(duel.guest().types()).containsExactly("error", "left");
  }

  @Test
  void whatItThrowsBeforeThereIsARoomIsAnswered() {
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'trouble'");
    TestClient beto = server.player("Beto");

    assertThat(beto.refused("{'type':'create','game':'trouble','options':{'what':13}}")).isIn("badOptions",
        "internal");
    assertThat(beto.ask("{'type':'quick','game':'trouble'}").get("type").stringValue()).isEqualTo("room");
    assertThat(beto.view().code()).isEqualTo(ana.view().code());
  }

  @Test
  void aRoomWithAPasswordIsOpenedThereToo() {
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'trouble','password':'secret'");

    assertThat(server.player("Beto").refused("{'type':'join','room':'" + ana.view().code() + "'}"))
        .isEqualTo("wrongPassword");
  }

  // ------------------------------------------------------------------ a step that never comes to an end

  @Test
  void aRoomThatHangsIsGivenUpWithAllWhoWait() {
    Duel duel = match("Ana", "Beto");
    String code = duel.host().view().code();
    TestClient caro = server.player("Caro");
    TestClient dani = server.player("Dani");
    meanwhile = () -> {
      caro.post("{'type':'join','id':7,'room':'" + code + "'}");
      dani.post("{'type':'create','id':8,'game':'trouble'}");
      duel.guest().post("{'type':'act','seq':1,'action':{'what':'go'}}");
    };

    act(duel.host(), 1, "hang");

    assertThat(duel.host().types()).containsExactly("error", "left");
    assertThat(duel.host().take("error").toString()).contains("\"seq\":1", "\"code\":\"internal\"");
    assertThat(duel.guest().types()).containsExactly("error", "left");
    assertThat(duel.guest().take("error").toString()).contains("\"seq\":1");
    assertThat(caro.take("error").toString()).contains("\"re\":7", "\"code\":\"internal\"");
    assertThat(dani.take("error").toString()).contains("\"re\":8", "\"code\":\"internal\"");
    assertThat(caro.refused("{'type':'join','room':'" + code + "'}")).isEqualTo("noSuchRoom");
    assertThat(server.holdings().rooms()).isZero();
  }

  @Test
  void theyPlayOnElsewhereAndTheGameIsStillOnOffer() {
    Duel duel = match("Ana", "Beto");
    act(duel.host(), 1, "hang");
    duel.host().forget();
    duel.guest().forget();

    Duel again = Duel.seated(duel.host(), duel.guest()).start();
    again.host().drop(1, 0);
    assertThat(again.guest().view().doc().at("/view/columns").toString()).isNotEmpty();
    Duel fresh = match("Caro", "Dani");
    act(fresh.host(), 1, "go");
    assertThat(fresh.guest().view().doc().at("/view/acts").intValue()).isEqualTo(1);
  }

  @Test
  void itsNeighboursOnThatLoopEndTooAndOtherGamesGoOn() {
    Duel neighbours = match("Caro", "Dani");
    Duel duel = match("Ana", "Beto");
    Duel shipped = Duel.seated(server.player("Eva"), server.player("Fito")).start();
    meanwhile = () -> shipped.host().post("{'type':'act','seq':1,'action':{'column':0}}");

    act(duel.host(), 1, "hang");

    assertThat(neighbours.host().types()).containsExactly("error", "left");
    assertThat(shipped.guest().types()).containsExactly("patch");
    assertThat(aborted()).hasSize(2);
  }

  @Test
  void whatWakesLaterChangesNothing() {
    Duel duel = match("Ana", "Beto");
    act(duel.host(), 1, "go");
    duel.host().forget();
    meanwhile = () -> duel.guest().post("{'type':'say','text':'hello?'}");

    act(duel.host(), 2, "hang"); // and then it returns

    assertThat(duel.host().types()).containsExactly("error", "left");
    assertThat(aborted()).singleElement().satisfies(match -> {
      assertThat(match.outcome().result()).contains("\"reason\":\"aborted\"");
      assertThat(match.inputs().last()).as("the start, one act, and the end")
          .isEqualTo(match.inputs().first() + 2);
    });
    assertThat(journal.rooms().toCompletableFuture().join()).as("open rooms that are stored").isEmpty();
    server.advanceSeconds(60);
    assertThat(duel.host().types()).containsExactly("error", "left");
  }

  @Test
  void whoComesBackWhileItHangsIsInNoRoom() {
    Duel duel = match("Ana", "Beto");
    TestClient again = server.client();
    meanwhile = () -> {
      again.as(duel.host());
      again.post("{'type':'hello','token':'" + duel.host().token() + "'}");
    };

    act(duel.host(), 1, "hang");

    assertThat(again.welcomed().has("room")).isFalse();
    assertThat(again.types()).containsExactly("left");
    assertThat(Duel.create(again, "'game':'connectFour'").get("type").stringValue()).isEqualTo("room");
  }

  @Test
  void whoIsAwayMeanwhileIsToldLater() {
    Duel duel = match("Ana", "Beto");
    duel.guest().reset();
    act(duel.host(), 1, "hang");

    TestClient again = server.client();
    again.resume(duel.guest());

    assertThat(again.types()).containsExactly("left");
  }

  @Test
  void oneThatOnlyDozesGoesOn() {
    Duel duel = match("Ana", "Beto");

    act(duel.host(), 1, "doze");

    assertThat(duel.guest().types()).contains("patch").doesNotContain("left");
    assertThat(duel.guest().view().doc().at("/view/acts").intValue()).isEqualTo(1);
  }

  @Test
  void whereTooManyThreadsHangNoMoreRoomsAreOpened() {
    server.set("games.maxStuck=1");
    Duel duel = match("Ana", "Beto");
    TestClient caro = server.player("Caro");
    List<String> codes = new ArrayList<>();
    late = () -> codes.add(caro.refused("{'type':'create','game':'trouble'}"));

    act(duel.host(), 1, "hang");

    assertThat(codes).containsExactly("serverFull");
    Duel.create(caro, "'game':'trouble'"); // its thread has come to an end after all
    assertThat(Objects.requireNonNull(caro.view().code())).isNotEmpty();
  }

  // ------------------------------------------------------------------ a server that starts

  @Test
  void aRoomThatHangsAsItIsFoldedIsSetAsideAndTheOthersComeBack() {
    TestServer killed = new TestServer().offerForeign(trouble).keep(journal);
    TestClient ana = killed.player("Ana");
    Duel.create(ana, "'game':'trouble'");
    TestClient beto = killed.player("Beto");
    Duel.join(beto, ana.view().code());
    new Duel(ana, beto).start();
    act(ana, 1, "go");
    Duel shipped = Duel.seated(killed.player("Caro"), killed.player("Dani"));

    TestServer next = new TestServer().draws(2).keep(journal);
    next.offerForeign(new Trouble(what -> next.hang(LOST, () -> {})));
    TestClient caro = next.client();
    TestClient back = next.client();

    assertThat(caro.resume(shipped.host()).has("room")).isTrue();
    assertThat(back.hello("Ana").has("room")).isFalse();
    assertThat(next.holdings().rooms()).isEqualTo(1);
    assertThat(journal.rooms().toCompletableFuture().join()).as("one is set aside").hasSize(1);
  }
}
