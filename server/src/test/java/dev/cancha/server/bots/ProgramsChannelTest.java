package dev.cancha.server.bots;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.cancha.common.games.snake.SnakeGame;
import dev.cancha.server.host.RoomHost;
import dev.cancha.server.testing.Duel;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Bots that are programs, in rooms of the whole server: whatever they do, only their own seat has it. */
class ProgramsChannelTest {
  private static final Duration LONGEST_DELAY = Duration.ofMillis(1_200);
  private static final Duration PATIENCE = Duration.ofSeconds(11);
  private static final List<Class<?>> LOGGED = List.of(Conversation.class, ProgramPlayer.class,
      RoomHost.class);

  private final FakePrograms programs = new FakePrograms();

  @RegisterExtension
  final TestServer server = new TestServer().launch(programs)
      .set("programs.bots=mybot = connectFour dudo: python3 'my bot.py' -x");

  private long seq;

  @BeforeEach
  void failuresAreMeant() {
    LOGGED.forEach(type -> ((Logger) LoggerFactory.getLogger(type)).setLevel(Level.OFF));
  }

  @AfterEach
  void logAgain() {
    LOGGED.forEach(type -> ((Logger) LoggerFactory.getLogger(type)).setLevel(null));
  }

  private static JsonNode doc(TestClient client) {
    return client.view().doc();
  }

  private static int turn(TestClient client) {
    return doc(client).get("turn").get(0).intValue();
  }

  private static String column(TestClient client, int number) {
    return doc(client).get("view").get("columns").get(String.valueOf(number)).stringValue();
  }

  private static void seat(TestClient host, int seat) {
    assertThat(host.ask("{'type':'bot','seat':" + seat + ",'bot':'mybot'}").get("type").stringValue())
        .isEqualTo("done");
  }

  private void drop(TestClient who, int column) {
    who.drop(++seq, column);
  }

  /** Ana has dropped into column 6, and the program is asked. */
  private TestClient asked() {
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'connectFour'");
    seat(ana, 1);
    ana.ask("{'type':'ready'}");
    drop(ana, 6);
    assertThat(programs.last().asked).hasSize(1);
    return ana;
  }

  @Test
  void programsAreOfferedBehindTheBotsOfTheServer() {
    TestClient ana = server.player("Ana");
    JsonNode bots = ana.ask("{'type':'describe','game':'dudo'}").get("bots");
    assertThat(bots.toString()).isEqualTo("[\"mcts\",\"random\",\"mybot\"]");
  }

  @Test
  void aQuestionIsOneLineThatSaysWhatTheSeatMayKnow() {
    TestClient ana = asked();
    JsonNode question = programs.last().asked.getFirst();
    assertThat(question.propertyNames()).containsExactly("type", "protocol", "game", "seat", "view", "legal",
        "limitMillis");
    assertThat(question.get("type").stringValue()).isEqualTo("act");
    assertThat(question.get("protocol").intValue()).isOne();
    assertThat(question.get("game").stringValue()).isEqualTo("connectFour");
    assertThat(question.get("seat").intValue()).isOne();
    assertThat(question.get("view")).isEqualTo(doc(ana).get("view"));
    assertThat(question.get("legal")).hasSize(7);
    assertThat(question.get("legal").get(2).toString()).isEqualTo("{\"column\":2}");
    assertThat(question.get("limitMillis").intValue()).isEqualTo(10_000);
    assertThat(programs.last().order.command()).containsExactly("python3", "my bot.py", "-x");
  }

  @Test
  void whereSomethingIsHiddenAProgramIsShownItsOwnAlone() {
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'dudo','seats':3,'spectate':true");
    for (int number = 0; number < 3; number++) {
      seat(ana, number);
    }
    ana.ask("{'type':'start'}");

    JsonNode question = programs.last().asked.getFirst();

    assertThat(question.get("me").get("dice")).hasSize(5);
    assertThat(question.get("me").propertyNames()).containsExactly("dice");
    assertThat(question.get("view")).isEqualTo(doc(ana).get("view"));
    assertThat(programs.started).as("one process, of the seat in turn").hasSize(1);
  }

  @Test
  void anAnswerIsActedOnAfterTheDelayThatEveryBotHas() {
    TestClient ana = asked();
    programs.last().writes("{\"column\":5}");
    server.advance(Duration.ofMillis(399));
    assertThat(turn(ana)).isOne();
    server.advance(LONGEST_DELAY);
    assertThat(column(ana, 5)).isEqualTo("1");
    drop(ana, 6);
    assertThat(programs.last().asked).as("the same process is asked again").hasSize(2);
  }

  @Test
  void aLateAnswerIsWaitedFor() {
    TestClient ana = asked();
    server.advance(Duration.ofSeconds(7));
    assertThat(turn(ana)).isOne();
    programs.last().writes("{\"column\":5}");
    server.advance(Duration.ofSeconds(1));
    assertThat(column(ana, 5)).isEqualTo("1");
    assertThat(programs.running()).isOne();
  }

  @Test
  void aSilentProgramIsEndedAndItsSeatDoesTheFirstThingThatItMay() {
    TestClient ana = asked();
    FakePrograms.FakeProgram first = programs.last();
    server.advance(PATIENCE);
    assertThat(column(ana, 0)).isEqualTo("1");
    assertThat(first.ended).isTrue();
    first.writes("{\"column\":4}");
    drop(ana, 6);
    assertThat(programs.started).as("it is started again when it is asked again").hasSize(2);
    programs.last().writes("{\"column\":3}");
    server.advance(LONGEST_DELAY);
    assertThat(column(ana, 3)).isEqualTo("1");
    assertThat(column(ana, 4)).as("what came too late is not heard").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"thinking ...", "", "{}", "null", "[1]", "{\"column\":1} {\"column\":2}",
    "{\"column\":9}",
    "{\"column\":\"1\"}", "{\"column\":1", "\u0000"})
  void garbageEndsAProgramAndItsSeatGoesOn(String garbage) {
    TestClient ana = asked();
    programs.last().writes(garbage);
    assertThat(programs.last().ended).isTrue();
    server.advance(LONGEST_DELAY);
    assertThat(column(ana, 0)).isEqualTo("1");
    drop(ana, 6);
    assertThat(programs.started).hasSize(2);
  }

  @Test
  void anActAgainstTheRulesIsReplacedAndTheProgramGoesOn() {
    TestClient ana = asked();
    for (int i = 0; i < 2; i++) {
      programs.last().writes("{\"column\":6}");
      server.advance(LONGEST_DELAY);
      drop(ana, 6);
    }
    programs.last().writes("{\"column\":6}");
    server.advance(LONGEST_DELAY);
    drop(ana, 5);
    assertThat(column(ana, 6)).as("full").hasSize(6);
    programs.last().writes("{\"column\":6}");
    server.advance(LONGEST_DELAY);
    assertThat(column(ana, 0)).isEqualTo("1");
    assertThat(programs.started).hasSize(1);
    assertThat(programs.running()).isOne();
  }

  @Test
  void aProgramThatDiesWithEveryQuestionIsStartedAFewTimesAndTheMatchGoesToItsEnd() {
    TestClient ana = asked();
    for (int move = 1; move <= 3; move++) {
      programs.last().dies();
      server.advance(LONGEST_DELAY);
      assertThat(column(ana, 0)).hasSize(move);
      drop(ana, move == 2 ? 6 : 5);
    }
    programs.last().dies();
    server.advance(LONGEST_DELAY);
    assertThat(doc(ana).get("phase").stringValue()).as("seat 1 has four in column 0").isEqualTo("over");
    assertThat(programs.started).as("one start and three more").hasSize(4);
    ana.ask("{'type':'rematch'}");
    for (int move = 0; move < 2; move++) {
      if (turn(ana) == 0) {
        drop(ana, 6);
      }
      server.advance(LONGEST_DELAY);
    }
    assertThat(programs.started).as("in the next match it is tried again").hasSize(5);
  }

  @Test
  void aProgramThatCannotBeStartedIsTriedAsOftenAsMayBeAndNoMore() {
    server.set("programs.restarts=1");
    programs.refusal = "cannot be started: no such file";
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'connectFour'");
    seat(ana, 1);
    ana.ask("{'type':'ready'}");
    for (int move = 1; move <= 4; move++) {
      drop(ana, move % 2 == 0 ? 6 : 5);
      server.advance(LONGEST_DELAY);
      assertThat(column(ana, 0)).hasSize(move);
    }
    assertThat(doc(ana).get("phase").stringValue()).isEqualTo("over");
    assertThat(programs.started).hasSize(2).allMatch(program -> program.ended);
  }

  @Test
  void aFloodEndsAProgramWithItsFirstLineAndBringsNothingToTheLoops() {
    TestClient ana = asked();
    programs.last().writes("{\"column\":5}");
    server.advance(LONGEST_DELAY);
    FakePrograms.FakeProgram flooding = programs.last();
    for (int i = 0; i < 10_000; i++) {
      flooding.writes("{\"column\":4}");
    }
    assertThat(flooding.ended).isTrue();
    assertThat(server.step()).as("something is to be done on a loop").isFalse();
    drop(ana, 6);
    assertThat(programs.started).hasSize(2);
    programs.last().writes("{\"column\":3}");
    server.advance(LONGEST_DELAY);
    assertThat(column(ana, 3)).isEqualTo("1");
  }

  @Test
  void noMoreProgramsRunThanMay() {
    server.set("programs.maxRunning=1");
    TestClient ana = asked();
    TestClient beto = server.player("Beto");
    Duel.create(beto, "'game':'connectFour'");
    seat(beto, 1);
    beto.ask("{'type':'ready'}");
    beto.drop(1, 6);
    server.advance(LONGEST_DELAY);
    assertThat(column(beto, 0)).isEqualTo("1");
    assertThat(programs.started).hasSize(1);

    ana.ask("{'type':'leave'}");
    beto.drop(2, 6);

    assertThat(programs.started).as("there is room for one again").hasSize(2);
  }

  @Test
  void aProgramEndsWithItsMatchAndTheNextOneHasItsOwn() {
    TestClient ana = asked();
    for (int i = 0; i < 3; i++) {
      programs.last().writes("{\"column\":0}");
      server.advance(LONGEST_DELAY);
      drop(ana, 6);
    }
    assertThat(doc(ana).get("phase").stringValue()).isEqualTo("over");
    assertThat(programs.started).hasSize(1);
    assertThat(programs.running()).isZero();
    ana.ask("{'type':'rematch'}");
    if (turn(ana) == 0) {
      drop(ana, 6);
    }
    assertThat(programs.started).hasSize(2);
  }

  @Test
  void aProgramEndsWithItsRoom() {
    TestClient ana = asked();
    ana.ask("{'type':'leave'}");
    server.settle();
    assertThat(server.holdings().rooms()).isZero();
    assertThat(programs.running()).isZero();
  }

  @Test
  void inAGameThatTicksAnAnswerCountsWithTheNextTickAndOneThatHangsIsReplaced() {
    server.offer(new SnakeGame()).set("programs.bots=mybot = *: mybot");
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'snake','seats':2");
    seat(ana, 1);
    ana.ask("{'type':'ready'}");
    server.advance(Duration.ofSeconds(1));
    FakePrograms.FakeProgram first = programs.last();
    assertThat(first.asked).as("it is not asked again before it has answered").hasSize(1);
    first.writes(first.asked.getFirst().get("legal").get(0).toString());
    server.advance(Duration.ofSeconds(1));
    assertThat(first.asked).hasSize(2);
    assertThat(doc(ana).get("phase").stringValue()).isEqualTo("playing");
    server.advance(PATIENCE);
    assertThat(first.ended).isTrue();
  }
}
