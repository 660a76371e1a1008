package dev.cancha.client;

import static dev.cancha.client.Stage.outcome;
import static dev.cancha.client.Stage.patch;
import static dev.cancha.client.Stage.room;
import static dev.cancha.client.Stage.welcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.client.Stage.Outcome;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.wire.Framing;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that end, and what becomes of what was open. */
@ParameterizedClass
@EnumSource(Framing.class)
class ReconnectionChannelTest {
  private static final Json COLUMN_3 = Json.ofChecked("{\"column\":3}");
  private static final Json COLUMN_4 = Json.ofChecked("{\"column\":4}");
  private static final String RESUMED = "\"resumed\":true,\"room\":\"KX3F\",";
  private static final String HELLO_AGAIN = "{\"type\":\"hello\",\"name\":\"Ana\",\"protocol\":1,\"token\":\""
      + Stage.TOKEN + "\",\"room\":\"KX3F\",\"rev\":5}";

  private final Stage stage;

  ReconnectionChannelTest(Framing framing) {
    stage = new Stage(framing);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  /** Cuts the connection, waits for the next one and takes its hello. */
  private String cutAndComeBack() {
    stage.server.current().close();
    stage.settle();
    return comeBack();
  }

  private String comeBack() {
    stage.advance(stage.heard.retryIn.plusMillis(10));
    return stage.server.current().next();
  }

  private void send(String json) {
    stage.server.current().send(json);
    stage.settle();
  }

  @Test
  void aLostConnectionIsResumedWithTokenRoomAndRevision() {
    GameClient client = stage.playing();
    stage.heard.take();
    assertThat(cutAndComeBack()).isEqualTo(HELLO_AGAIN);
    send(welcome(RESUMED));
    send(patch(6, "\"patch\":{\"turn\":[1]},\"events\":[{\"type\":\"dropped\"}]"));
    assertThat(stage.heard.take()).containsExactly("lost", "reconnected", "patch 6 [dropped]");
    assertThat(client.room().rev()).isEqualTo(6);
    assertThat(client.room().myTurn()).isFalse();
  }

  @Test
  void anUnansweredActIsSentAgainWithItsNumberAndRevision() {
    GameClient client = stage.playing();
    Outcome<Applied> act = outcome(client.act(COLUMN_3, 5));
    stage.settle();
    String sent = stage.server.current().next();
    cutAndComeBack();
    assertThat(stage.server.current().quiet()).as("nothing before welcome").isTrue();
    send(welcome(RESUMED));
    assertThat(stage.server.current().next()).isEqualTo(sent);
    send(patch(6, "\"acks\":{\"0\":1},\"patch\":{\"turn\":[1]}"));
    assertThat(act.value).isEqualTo(new Applied(1, 6));
    cutAndComeBack();
    send(welcome(RESUMED));
    assertThat(stage.server.current().quiet()).as("an answered act is not sent again").isTrue();
  }

  @Test
  void actsThatWereNotAnsweredGoInTheirOrderAndRefusedOnesNotAtAll() {
    GameClient client = stage.playing();
    client.act(COLUMN_3, 5);
    client.act(COLUMN_4, 5);
    client.act(COLUMN_3, 5);
    stage.settle();
    send("{\"type\":\"error\",\"seq\":2,\"code\":\"notYourTurn\",\"message\":\"Wait.\"}");
    cutAndComeBack();
    send(welcome(RESUMED));
    assertThat(stage.server.current().next()).contains("\"seq\":1");
    assertThat(stage.server.current().next()).contains("\"seq\":3");
    assertThat(stage.server.current().quiet()).isTrue();
  }

  @Test
  void aRoomAfterTheResumeSaysWhichActsCounted() {
    GameClient client = stage.playing();
    Outcome<Applied> first = outcome(client.act(COLUMN_3, 5));
    Outcome<Applied> second = outcome(client.act(COLUMN_4, 5));
    stage.settle();
    cutAndComeBack();
    send(welcome(RESUMED));
    send(room(0, 70, 1));
    assertThat(first.value).isEqualTo(new Applied(1, 70));
    assertThat(second.done).isFalse();
    send("{\"type\":\"error\",\"seq\":2,\"code\":\"stale\",\"message\":\"Too late.\"}");
    assertThat(((Refused) second.failure).code()).isEqualTo(ErrorCode.STALE);
  }

  @Test
  void anActMadeWhileTheConnectionIsDownWaitsForTheNext() {
    GameClient client = stage.playing();
    stage.server.current().close();
    stage.settle();
    Outcome<Applied> act = outcome(client.act(COLUMN_3, 5));
    comeBack();
    send(welcome(RESUMED));
    assertThat(stage.server.current().next())
        .isEqualTo("{\"type\":\"act\",\"seq\":1,\"action\":{\"column\":3},\"rev\":5}");
    send(patch(6, "\"acks\":{\"0\":1},\"patch\":{}"));
    assertThat(act.value).isEqualTo(new Applied(1, 6));
  }

  @Test
  void anOpenRequestFailsAndIsNotSentAgain() {
    GameClient client = stage.playing();
    Outcome<ServerMessage.Done> open = outcome(client.ready(true));
    stage.settle();
    stage.server.current().close();
    stage.settle();
    assertThat(open.failure).isInstanceOf(ConnectionLost.class);
    assertThat(((ConnectionLost) open.failure).maybeDone()).isTrue();
    Outcome<ServerMessage.Done> late = outcome(client.ready(true));
    stage.settle();
    assertThat(((ConnectionLost) late.failure).maybeDone()).isFalse();
    comeBack();
    send(welcome(RESUMED));
    assertThat(stage.server.current().quiet()).isTrue();
  }

  @Test
  void chatThatIsToldTwiceIsHeardOnce() {
    stage.playing();
    String first = chat(1);
    send(first);
    cutAndComeBack();
    stage.heard.take();
    send(welcome(RESUMED));
    send(first);
    send(chat(2));
    assertThat(stage.heard.take()).containsExactly("reconnected", "chat 2 hola");
  }

  @Test
  void chatThatComesWithTheRoomAfterAnAbsenceIsHeardOnceToo() {
    stage.playing();
    send(chat(1));
    cutAndComeBack();
    stage.heard.take();
    send(welcome(RESUMED));
    send(room(0, 70, 0).replace("\"chat\":[]", "\"chat\":[" + chat(1) + "," + chat(2) + "]"));
    send(chat(2));
    send(chat(3));
    assertThat(stage.heard.take()).containsExactly("reconnected", "room 70", "chat 2 hola", "chat 3 hola");
  }

  @Test
  void silenceOfTwentyFiveSecondsIsALostConnection() {
    stage.playing();
    ScriptedConnection first = stage.server.current();
    stage.advance(Duration.ofSeconds(24));
    send("{\"type\":\"ping\",\"t\":1}");
    stage.advance(Duration.ofMillis(24_900));
    assertThat(first.open()).isTrue();
    stage.heard.take();
    stage.advance(Duration.ofMillis(200));
    assertThat(first.open()).isFalse();
    assertThat(stage.heard.take()).containsExactly("lost");
    assertThat(comeBack()).isEqualTo(HELLO_AGAIN);
  }

  @Test
  void attemptsAreHalfASecondApartDoublingToTenWithJitter() {
    stage.playing();
    stage.server.reachable(false);
    stage.server.current().close();
    stage.settle();
    long longest = 500;
    for (int attempt = 0; attempt < 8; attempt++) {
      long wait = stage.heard.retryIn.toMillis();
      assertThat(wait).isBetween(longest / 2, longest);
      int dialled = stage.server.dialled.size();
      stage.advance(Duration.ofMillis(wait - wait % 10 - 10));
      assertThat(stage.server.dialled).as("not before its time").hasSize(dialled);
      stage.advance(Duration.ofMillis(20));
      assertThat(stage.server.dialled).hasSize(dialled + 1);
      longest = Math.min(10_000, longest * 2);
    }
    stage.server.reachable(true);
    comeBack();
    send(welcome(RESUMED));
    stage.server.current().close();
    stage.settle();
    assertThat(stage.heard.retryIn).as("a welcome starts anew").isLessThanOrEqualTo(Duration.ofMillis(500));
  }

  @Test
  void aServerThatStopsSaysWhenToComeBack() {
    stage.playing();
    send("{\"type\":\"bye\",\"code\":\"shutdown\",\"message\":\"Back soon.\",\"retryAfterMillis\":4000}");
    assertThat(stage.server.current().open()).isFalse();
    assertThat(stage.heard.retryIn).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
    assertThat(comeBack()).isEqualTo(HELLO_AGAIN);
  }

  @Test
  void idleAndSlowAreReasonsToComeBack() {
    stage.playing();
    send("{\"type\":\"bye\",\"code\":\"slow\",\"message\":\"You read too slowly.\"}");
    assertThat(comeBack()).isEqualTo(HELLO_AGAIN);
    send(welcome(RESUMED));
    send("{\"type\":\"bye\",\"code\":\"idle\",\"message\":\"Nothing was heard.\"}");
    assertThat(comeBack()).isEqualTo(HELLO_AGAIN);
  }

  @Test
  void aSessionThatIsNotKnownAnyMoreHasLostItsRoom() {
    GameClient client = stage.playing();
    Outcome<Applied> act = outcome(client.act(COLUMN_3, 5));
    stage.settle();
    cutAndComeBack();
    stage.heard.take();
    send(welcome(""));
    assertThat(stage.heard.take()).containsExactly("reconnected", "left EXPIRED");
    assertThat(client.room()).isNull();
    assertThat(((ConnectionLost) act.failure).maybeDone()).isTrue();
    assertThat(stage.server.current().quiet()).isTrue();
  }

  @Test
  void aSessionThatLostItsPlaceIsToldByLeft() {
    GameClient client = stage.playing();
    Outcome<Applied> act = outcome(client.act(COLUMN_3, 5));
    stage.settle();
    cutAndComeBack();
    stage.heard.take();
    send(welcome("\"resumed\":true,"));
    send("{\"type\":\"left\",\"reason\":\"kicked\"}");
    assertThat(stage.heard.take()).containsExactly("reconnected", "left KICKED");
    assertThat(act.failure).isInstanceOf(ConnectionLost.class);
    assertThat(client.room()).isNull();
  }

  @Test
  void aRoomThatMovedIsFollowedAndTheRequestRepeated() {
    GameClient client = stage.welcomed();
    Outcome<RoomView> joined = outcome(client.join("KX3F"));
    Outcome<ServerMessage.Rooms> other = outcome(client.list(null));
    stage.settle();
    String join = stage.server.current().next();
    send("{\"type\":\"moved\",\"re\":1,\"host\":\"two\",\"port\":7778,\"room\":\"KX3F\"}");
    assertThat(stage.server.dialled).containsExactly("one:7777", "two:7778");
    assertThat(other.failure).isInstanceOf(ConnectionLost.class);
    assertThat(stage.server.current().next()).contains("\"token\":\"" + Stage.TOKEN + "\"");
    send(welcome("\"resumed\":true,"));
    assertThat(stage.server.current().next()).isEqualTo(join);
    send(room(1, 5, 0));
    assertThat(joined.value.code()).isEqualTo("KX3F");
    cutAndComeBack();
    assertThat(stage.server.dialled.getLast()).as("any node knows where the room is").isEqualTo("one:7777");
  }

  @Test
  void nodesThatSendAClientToEachOtherAreAskedAgainAfterAWhile() {
    GameClient client = stage.welcomed();
    Outcome<RoomView> joined = outcome(client.join("KX3F"));
    stage.settle();
    for (int hop = 0; hop < 4; hop++) {
      send("{\"type\":\"moved\",\"re\":1,\"host\":\"two\",\"port\":7778,\"room\":\"KX3F\"}");
      if (hop < 3) {
        send(welcome("\"resumed\":true,"));
      }
    }
    assertThat(stage.heard.take()).endsWith("lost");
    assertThat(stage.server.connections).hasSize(4);
    comeBack();
    send(welcome("\"resumed\":true,"));
    send(room(1, 5, 0));
    assertThat(joined.value.code()).isEqualTo("KX3F");
  }

  @Test
  void aNodeThatIsNotThereIsNotAskedTwice() {
    stage.playing();
    stage.server.reachable(false);
    send("{\"type\":\"moved\",\"host\":\"two\",\"port\":7778,\"room\":\"KX3F\"}");
    stage.server.reachable(true);
    assertThat(comeBack()).isEqualTo(HELLO_AGAIN);
    assertThat(stage.server.dialled).containsExactly("one:7777", "two:7778", "one:7777");
  }

  @Test
  void bytesThatAreNoMessageEndTheConnectionOnly() {
    stage.playing();
    send("{\"type\":\"patch\",\"rev\":\"six\"}");
    assertThat(comeBack()).isEqualTo(HELLO_AGAIN);
  }

  @Test
  void whatAnOldConnectionStillSaysIsNotHeard() {
    GameClient client = stage.playing();
    stage.server.current().send("{\"type\":\"bye\",\"code\":\"slow\",\"message\":\"You read too slowly.\"}");
    stage.server.current().send(patch(6, "\"patch\":{}"));
    stage.settle();
    comeBack();
    send(welcome(RESUMED));
    send(patch(6, "\"patch\":{\"turn\":[1]}"));
    assertThat(client.room().rev()).isEqualTo(6);
  }

  private static String chat(int n) {
    return "{\"type\":\"chat\",\"n\":" + n
        + ",\"from\":{\"id\":\"p9\",\"name\":\"Caro\"},\"text\":\"hola\",\"time\":7}";
  }
}
