package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.room.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The disk fails: the room is again what is stored, and everyone knows it. */
class JournalFailureTest {
  private final Stage stage = new Stage(new Pool());

  @BeforeEach
  void theLogIsNotFilledWithWhatIsMeant() {
    Stage.logged(false);
  }

  @AfterEach
  void everyRequestIsAnsweredOnceAndEveryoneHasTheRoom() {
    Stage.logged(true);
    stage.settled();
  }

  @Test
  void openRequestsAreAnsweredInternalAndEveryoneGetsTheRoom() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    ana.ask(new ClientMessage.Start(1));
    stage.quiet();
    stage.late();
    ana.act(1, "{\"take\":1}");
    beto.act(1, "{\"take\":1}");
    ana.ask(new ClientMessage.Resign(2));

    stage.fail();

    assertThat(ana.heard()).containsExactly("refused act 1 INTERNAL", "refused 2 INTERNAL",
        "room 3, watching []");
    assertThat(beto.heard()).containsExactly("refused act 1 INTERNAL", "room 3, watching []");
    assertThat(ana.you.seq()).isZero();
  }

  @Test
  void theRoomGoesOnFromWhatIsStored() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    ana.ask(new ClientMessage.Start(1));
    stage.late();
    ana.act(1, "{\"take\":3}");
    stage.fail();
    stage.quiet();
    stage.journal.immediate = true;

    ana.act(1, "{\"take\":1}");

    assertThat(ana.heard()).containsExactly("patch 4 answers");
    assertThat(beto.heard()).containsExactly("patch 4");
    assertThat(beto.doc.node().at("/view/left").intValue()).isEqualTo(9);
  }

  @Test
  void whatWasDurableBeforeTheFailureStays() {
    Guest ana = stage.enters("Ana");
    stage.late();
    ana.ask(new ClientMessage.Ready(1, true));
    ana.ask(new ClientMessage.Ready(2, false));

    stage.durable(1);
    stage.fail();

    assertThat(ana.heard()).containsExactly("patch 2", "done 1 rev 2", "refused 2 INTERNAL",
        "room 2, watching []");
    assertThat(ana.doc.node().at("/seats/0/ready").booleanValue()).isTrue();
  }

  @Test
  void whatWasDecidedOnWhatIsLostIsInternalTooAndChatIsSaid() {
    Guest ana = stage.enters("Ana");
    stage.late();
    ana.ask(new ClientMessage.Ready(1, true));
    ana.ask(new ClientMessage.Ready(2, true));
    ana.ask(new ClientMessage.Rematch(3));
    ana.say(4, "hm");
    ana.ask(new ClientMessage.Sync(5));

    stage.fail();

    assertThat(ana.heard()).containsExactly("refused 1 INTERNAL", "refused 2 INTERNAL", "refused 3 INTERNAL",
        "chat 1 Ana: hm", "done 4 rev 1", "room 1 re 5 chat [hm], watching []",
        "room 1 chat [hm], watching []");
  }

  @Test
  void oneWhoWasComingInIsNotInAndMayTryAgain() {
    stage.enters("Ana");
    stage.late();
    Guest beto = stage.guest("Beto").enter();

    stage.fail();
    assertThat(beto.heard()).containsExactly("refused 1 INTERNAL");
    assertThat(stage.places).doesNotContainKey("Beto");

    stage.journal.immediate = true;
    beto.enter();
    assertThat(beto.heard()).containsExactly("entered: room 2 re 1, watching []");
  }

  @Test
  void oneWhoWasLeavingIsStillIn() {
    Guest ana = stage.enters("Ana");
    stage.late();
    ana.ask(new ClientMessage.Leave(1));
    ana.ask(new ClientMessage.Ready(2, true));

    stage.fail();

    assertThat(ana.heard()).containsExactly("refused 1 INTERNAL", "refused 2 INTERNAL",
        "room 1, watching []");
    assertThat(stage.places).containsEntry("Ana", "here");
    assertThat(stage.journal.closed).isFalse();
    stage.journal.immediate = true;
    ana.ask(new ClientMessage.Leave(3));
    assertThat(ana.heard()).containsExactly("left LEFT re 3");
    assertThat(stage.journal.closed).isTrue();
  }

  @Test
  void oneWhoComesToARoomWhoseEndIsLostIsNotToldThatItClosed() {
    Guest ana = stage.enters("Ana");
    stage.late();
    ana.ask(new ClientMessage.Leave(1));
    Guest beto = stage.guest("Beto").enter();

    stage.fail();

    assertThat(beto.heard()).containsExactly("refused 1 INTERNAL");
  }

  @Test
  void oneWhoComesBackWhenTheDiskFailsIsStillInTheRoom() {
    Guest ana = stage.enters("Ana");
    stage.enters("Beto");
    stage.late();
    ana.lose();
    stage.durable(1);
    stage.quiet();
    Guest again = stage.guest("Ana").attach(ana);
    assertThat(again.heard()).isEmpty();

    stage.fail();

    assertThat(again.heard()).first().asString().startsWith("resumed CODE1 [");
    stage.after(1_000);
    stage.durable(1);
    assertThat(again.doc.node().at("/seats/0/connected").booleanValue()).isTrue();
  }

  @Test
  void oneWhoComesBackAfterAKickThatIsLostIsStillInTheRoom() {
    Guest ana = stage.enters("Ana");
    Guest again = comesBackBehindItsKick(ana);

    stage.fail();

    assertThat(ana.heard()).containsExactly("refused 2 INTERNAL", "room 2, watching []");
    assertThat(again.heard()).first().asString().isEqualTo("resumed CODE1 []");
  }

  /** Beto on a new connection, which waits until it is stored that {@code host} has sent it away. */
  private Guest comesBackBehindItsKick(Guest host) {
    Guest beto = stage.enters("Beto");
    stage.late();
    host.ask(new ClientMessage.Kick(2, 1, null));
    return stage.guest("Beto").attach(beto);
  }

  @Test
  void oneWhoComesBackTooLateDoesNotMakeTheRoomTryWithoutAnEnd() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    beto.lose();
    stage.late();
    stage.after(Stage.LIMITS.lobbyGrace().toMillis());
    stage.quiet();
    Guest again = stage.guest("Beto").attach(beto);
    assertThat(again.heard()).as("it waits for its end to be stored").isEmpty();

    stage.journal.broken = true;
    stage.fail();

    assertThat(again.heard()).first().asString().startsWith("resumed CODE1 [");
    assertThat(ana.heard()).containsExactly("room 3, watching []");
    stage.after(3_500);
    assertThat(ana.heard()).as("it tries again each second").hasSizeBetween(3, 6);
    stage.journal.broken = false;
    stage.journal.immediate = true;
    stage.after(1_000);
    assertThat(again.heard()).endsWith("left EXPIRED");
    again.doc = null;
  }

  @Test
  void aConnectionThatIsLostWhileItWaitsToComeBackIsNotTakenForOne() {
    Guest ana = stage.enters("Ana");
    Guest again = comesBackBehindItsKick(ana);
    again.lose();

    stage.fail();
    stage.durable(1);

    assertThat(ana.doc.node().at("/seats/1/connected").booleanValue()).isFalse();
  }

  @Test
  void whoIsConnectedIsSetRightASecondLater() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    stage.late();
    beto.lose();
    stage.fail();
    assertThat(ana.doc.node().at("/seats/1/connected").booleanValue()).isTrue();
    stage.journal.immediate = true;
    stage.quiet();

    stage.after(999);
    assertThat(ana.heard()).isEmpty();
    stage.after(1);

    assertThat(ana.heard()).containsExactly("patch 3");
    assertThat(ana.doc.node().at("/seats/1/connected").booleanValue()).isFalse();
  }

  @Test
  void aDiskThatStaysBrokenIsTriedAgainEachSecond() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    stage.journal.broken = true;
    beto.lose();
    stage.after(3_500);
    assertThat(ana.heard()).containsExactly("room 2, watching []", "room 2, watching []",
        "room 2, watching []",
        "room 2, watching []");

    stage.journal.broken = false;
    stage.after(1_000);

    assertThat(ana.heard()).containsExactly("patch 3");
  }

  @Test
  void noBotIsAskedBeforeTheRoomTriesAgain() {
    Guest ana = stage.enters("Ana");
    ana.ask(new ClientMessage.Bot(1, 1, null, null));
    ana.ask(new ClientMessage.Start(2));
    stage.late();
    ana.act(1, "{\"take\":1}");
    assertThat(stage.bench.waiting()).as("it is the bot's turn").isEqualTo(1);
    stage.fail();
    stage.journal.immediate = true;

    ana.act(1, "{\"take\":1}");

    assertThat(stage.bench.waiting()).isEqualTo(1);
    stage.after(1_000);
    assertThat(stage.bench.waiting()).isEqualTo(2);
  }

  @Test
  void aJournalThatFailsAtOnceIsNoDifferent() {
    Guest ana = stage.enters("Ana");
    stage.journal.broken = true;

    ana.ask(new ClientMessage.Ready(1, true));

    assertThat(ana.heard()).containsExactly("refused 1 INTERNAL", "room 1, watching []");
  }

  @Test
  void aRoomWhoseCreatorCouldNotBeStoredIsGoneASecondLater() {
    stage.journal.broken = true;
    Guest ana = stage.guest("Ana").enter();
    assertThat(ana.heard()).containsExactly("refused 1 INTERNAL");

    stage.after(1_000);

    assertThat(stage.lobby).endsWith("release CODE1", "closed");
    assertThat(stage.journal.closed).isTrue();
  }

  @Test
  void aNewCodeThatCouldNotBeStoredLeadsNowhere() {
    Guest ana = stage.enters("Ana");
    stage.lobby.clear();
    stage.late();
    ana.ask(new ClientMessage.Configure(1, null, null, null, Visibility.PRIVATE, null));

    stage.fail();

    assertThat(stage.lobby).containsExactly("reserve CODE2", "release CODE2");
    assertThat(stage.host.row().entry().code()).isEqualTo("CODE1");
  }

  @Test
  void oneOfTwoNewCodesThatIsLostIsReleasedAndTheStoredOneIsKept() {
    Guest ana = stage.enters("Ana");
    stage.lobby.clear();
    stage.late();
    ana.ask(new ClientMessage.Configure(1, null, null, null, Visibility.PRIVATE, null));
    ana.ask(new ClientMessage.Ready(2, true));
    ana.ask(new ClientMessage.Configure(3, null, null, null, Visibility.PUBLIC, null));

    stage.durable(1);
    stage.fail();

    assertThat(stage.lobby).containsExactly("reserve CODE2", "reserve CODE3", "release CODE1",
        "changed LOBBY 1",
        "release CODE3");
    assertThat(stage.host.row().entry().code()).isEqualTo("CODE2");
  }

  @Test
  void rulesThatBrokeOnWhatIsLostEndTheRoomWhenTheyBreakAgain() {
    Guest ana = stage.enters("Ana");
    stage.enters("Beto");
    ana.ask(new ClientMessage.Start(1));
    stage.quiet();
    stage.late();
    ana.act(1, "{\"take\":1}");
    ana.act(2, "{\"fail\":\"exception\"}");

    stage.fail();

    assertThat(ana.heard()).containsExactly("refused act 1 INTERNAL", "refused act 2 INTERNAL",
        "room 3, watching []");
    assertThat(stage.journal.closed).isFalse();
    stage.journal.immediate = true;
    ana.act(3, "{\"fail\":\"exception\"}");

    assertThat(ana.heard()).containsExactly("refused act 3 INTERNAL", "left CLOSED");
    assertThat(stage.journal.closed).isTrue();
    assertThat(stage.loop.nextInNanos()).as("no timer is left").isEqualTo(-1);
  }

  @Test
  void theClocksGoOnAfterAFailure() {
    Stage timed = new Stage(new Pool(), new Settings(20, null, null, null, null), false);
    Guest ana = timed.enters("Ana");
    timed.enters("Beto");
    ana.ask(new ClientMessage.Start(1));
    timed.after(15_000);
    timed.late();
    ana.act(1, "{\"take\":1}");
    timed.fail();
    timed.quiet();
    timed.journal.immediate = true;

    timed.after(5_000);

    assertThat(ana.heard()).containsExactly("patch 4");
    assertThat(ana.doc.node().at("/result/reason").stringValue()).isEqualTo("clock");
    timed.settled();
  }

  @Test
  void aFailureIsLoggedOnceHoweverOftenItIsTriedAgain() {
    Guest ana = stage.enters("Ana");
    Guest beto = stage.enters("Beto");
    ana.ask(new ClientMessage.Start(1));
    stage.late();
    Logger logger = (Logger) LoggerFactory.getLogger(RoomHost.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    Stage.logged(true);
    try {
      for (int attempt = 1; attempt <= 3; attempt++) {
        ana.act(attempt, "{\"take\":1}");
        stage.fail();
      }
      assertThat(log.list).hasSize(1);

      ana.act(4, "{\"take\":1}");
      stage.durable(1);
      beto.act(1, "{\"take\":1}");
      stage.fail();
      assertThat(log.list).as("it had worked in between").hasSize(2);
    } finally {
      logger.detachAppender(log);
    }
  }
}
