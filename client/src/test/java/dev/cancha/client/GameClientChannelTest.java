package dev.cancha.client;

import static dev.cancha.client.Stage.outcome;
import static dev.cancha.client.Stage.patch;
import static dev.cancha.client.Stage.room;
import static dev.cancha.client.Stage.welcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.client.Stage.Outcome;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.wire.Framing;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One connection, message by message, over each framing. */
@ParameterizedClass
@EnumSource(Framing.class)
class GameClientChannelTest {
  private static final Json COLUMN_3 = Json.ofChecked("{\"column\":3}");

  private final Stage stage;

  GameClientChannelTest(Framing framing) {
    stage = new Stage(framing);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void helloIsTheFirstMessageAndWelcomeAnswersIt() {
    GameClient client = stage.client();
    Outcome<ServerMessage.Welcome> connected = outcome(client.connect());
    stage.settle();
    assertThat(stage.server.current().next())
        .isEqualTo("{\"type\":\"hello\",\"name\":\"Ana\",\"protocol\":1}");
    assertThat(connected.done).isFalse();
    stage.server.current().send(welcome(""));
    stage.settle();
    assertThat(connected.value.player().id()).isEqualTo("p7");
    assertThat(client.token()).isEqualTo(Stage.TOKEN);
  }

  @Test
  void aTokenFromAnotherProcessResumes() {
    Login login = new Login("Ana", null, "test 1").resuming(Stage.TOKEN);
    new GameClient(stage.network(1), stage.endpoint(), login, stage.heard).connect();
    stage.settle();
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"hello\",\"name\":\"Ana\",\"protocol\":1,"
        + "\"token\":\"" + Stage.TOKEN + "\",\"client\":\"test 1\"}");
  }

  @Test
  void connectingTwiceIsConnectingOnce() {
    GameClient client = stage.client();
    client.connect();
    client.connect();
    stage.settle();
    assertThat(stage.server.connections).hasSize(1);
  }

  @Test
  void aRoomAndItsPatchesMakeTheDocument() {
    GameClient client = stage.welcomed();
    Outcome<RoomView> created = outcome(client.create("connectFour"));
    stage.settle();
    assertThat(stage.server.current().next())
        .isEqualTo("{\"type\":\"create\",\"id\":1,\"game\":\"connectFour\"}");
    stage.server.current()
        .send(
            "{\"type\":\"room\",\"re\":1,\"rev\":1,\"now\":0,\"doc\":{\"code\":\"KX3F\",\"phase\":\"lobby\","
                + "\"seats\":{\"0\":{\"id\":\"p7\"}}},\"you\":{\"seat\":0,\"seq\":0},\"chat\":[]}");
    stage.server.current().send(patch(2, "\"patch\":{\"seats\":{\"1\":{\"id\":\"p8\"}}}"));
    stage.server.current()
        .send(patch(3, "\"patch\":{\"phase\":\"playing\",\"turn\":[0]},\"events\":[{\"type\":\"started\"}]"));
    stage.settle();
    assertThat(created.value.code()).isEqualTo("KX3F");
    RoomView room = client.room();
    assertThat(room.phase()).isEqualTo("playing");
    assertThat(room.seat()).isZero();
    assertThat(room.myTurn()).isTrue();
    assertThat(room.doc().path("seats").path("1").path("id").asString("")).isEqualTo("p8");
    assertThat(stage.heard.take()).containsExactly("room 1", "patch 2 []", "patch 3 [started]");
  }

  @Test
  void anActCarriesItsNumberAndTheRevisionItWasDecidedOn() {
    GameClient client = stage.playing();
    Outcome<Applied> act = outcome(client.act(COLUMN_3, client.room().rev()));
    stage.settle();
    assertThat(stage.server.current().next())
        .isEqualTo("{\"type\":\"act\",\"seq\":1,\"action\":{\"column\":3},\"rev\":5}");
    stage.server.current().send(patch(6, "\"patch\":{\"turn\":[1]}"));
    stage.settle();
    assertThat(act.done).isFalse();
    stage.server.current().send(patch(7, "\"acks\":{\"1\":9},\"patch\":{}"));
    stage.settle();
    assertThat(act.done).as("another seat's acknowledgement").isFalse();
    stage.server.current().send(patch(8, "\"acks\":{\"0\":1},\"patch\":{}"));
    stage.settle();
    assertThat(act.value).isEqualTo(new Applied(1, 8));
  }

  @Test
  void aRefusedActFailsWithItsCodeAndTheNextOneHasANewNumber() {
    GameClient client = stage.playing();
    Outcome<Applied> act = outcome(client.act(COLUMN_3, 5));
    stage.settle();
    stage.server.current().next();
    stage.server.current()
        .send("{\"type\":\"error\",\"seq\":1,\"code\":\"illegalAction\",\"message\":\"Column 3 is full.\"}");
    stage.settle();
    assertThat(act.failure).isInstanceOf(Refused.class).hasMessage("Column 3 is full.");
    assertThat(((Refused) act.failure).code()).isEqualTo(ErrorCode.ILLEGAL_ACTION);
    client.act(COLUMN_3, 5);
    stage.settle();
    assertThat(stage.server.current().next()).contains("\"seq\":2");
  }

  @Test
  void anActNumberGoesOnAboveWhatTheServerKnows() {
    GameClient client = stage.welcomed();
    client.join("KX3F");
    stage.settle();
    stage.server.current().next();
    stage.server.current().send(room(1, 5, 41));
    stage.settle();
    client.act(COLUMN_3, 5);
    stage.settle();
    assertThat(stage.server.current().next()).contains("\"seq\":42");
  }

  @Test
  void aRoomThatTellsAHigherNumberAnswersTheAct() {
    GameClient client = stage.playing();
    Outcome<Applied> act = outcome(client.act(COLUMN_3, 5));
    stage.settle();
    stage.server.current().send(room(0, 9, 1));
    stage.settle();
    assertThat(act.value).isEqualTo(new Applied(1, 9));
  }

  @Test
  void anActInNoRoomIsRefusedWithoutBeingSent() {
    GameClient client = stage.welcomed();
    Outcome<Applied> act = outcome(client.act(COLUMN_3, 5));
    stage.settle();
    assertThat(((Refused) act.failure).code()).isEqualTo(ErrorCode.NOT_IN_ROOM);
    assertThat(stage.server.current().quiet()).isTrue();
  }

  @Test
  void pingIsAnsweredWithItsT() {
    stage.welcomed();
    stage.server.current().send("{\"type\":\"ping\",\"t\":17}");
    stage.settle();
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"pong\",\"t\":17}");
  }

  @Test
  void aGapAsksForTheRoomOnceAndTheRoomHealsIt() {
    GameClient client = stage.playing();
    stage.server.current().send(patch(8, "\"patch\":{\"turn\":[1]}"));
    stage.server.current().send(patch(9, "\"patch\":{\"turn\":[0]}"));
    stage.settle();
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"sync\"}");
    assertThat(stage.server.current().quiet()).isTrue();
    assertThat(client.room().rev()).isEqualTo(5);
    stage.server.current().send(room(0, 9, 0));
    stage.server.current().send(patch(9, "\"patch\":{\"turn\":[1]}"));
    stage.server.current().send(patch(10, "\"patch\":{\"phase\":\"over\"}"));
    stage.server.current().send(patch(12, "\"patch\":{}"));
    stage.settle();
    assertThat(client.room().rev()).isEqualTo(10);
    assertThat(client.room().myTurn()).as("a patch at its own revision is ignored").isTrue();
    assertThat(stage.server.current().next()).as("a second gap asks again").isEqualTo("{\"type\":\"sync\"}");
  }

  @Test
  void everyRequestHasItsOwnAnswer() {
    GameClient client = stage.playing();
    Outcome<ServerMessage.Done> ready = outcome(client.ready(true));
    Outcome<ServerMessage.Done> kick = outcome(client.kick(1));
    Outcome<ServerMessage.Rooms> list = outcome(client.list(null));
    stage.settle();
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"ready\",\"id\":2,\"ready\":true}");
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"kick\",\"id\":3,\"seat\":1}");
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"list\",\"id\":4}");
    stage.server.current().send("{\"type\":\"rooms\",\"re\":4,\"rooms\":[]}");
    stage.server.current().send("{\"type\":\"error\",\"re\":3,\"code\":\"notHost\",\"message\":\"No.\"}");
    stage.server.current().send("{\"type\":\"done\",\"re\":2,\"rev\":6}");
    stage.settle();
    assertThat(ready.value.rev()).isEqualTo(6);
    assertThat(((Refused) kick.failure).code()).isEqualTo(ErrorCode.NOT_HOST);
    assertThat(list.value.rooms()).isEmpty();
  }

  @Test
  void theShortMethodsSendTheirMessages() {
    GameClient client = stage.playing();
    client.describe("dudo");
    client.watch("dudo", true);
    client.quick("dudo");
    client.spectate("KX3F");
    client.sit(1);
    client.start();
    client.resign();
    client.rematch();
    client.say("hola");
    client.leave();
    stage.settle();
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"describe\",\"id\":2,\"game\":\"dudo\"}");
    assertThat(stage.server.current().next())
        .isEqualTo("{\"type\":\"list\",\"id\":3,\"game\":\"dudo\",\"watch\":true}");
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"quick\",\"id\":4,\"game\":\"dudo\"}");
    assertThat(stage.server.current().next())
        .isEqualTo("{\"type\":\"join\",\"id\":5,\"room\":\"KX3F\",\"spectate\":true}");
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"sit\",\"id\":6,\"seat\":1}");
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"start\",\"id\":7}");
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"resign\",\"id\":8}");
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"rematch\",\"id\":9}");
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"chat\",\"id\":10,\"text\":\"hola\"}");
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"leave\",\"id\":11}");
  }

  @Test
  void anAnswerOfAnotherTypeFailsTheRequest() {
    GameClient client = stage.playing();
    Outcome<ServerMessage.Rooms> list = outcome(client.list(null));
    stage.settle();
    stage.server.current().send("{\"type\":\"done\",\"re\":2}");
    stage.settle();
    assertThat(list.failure).isInstanceOf(Refused.class);
  }

  @Test
  void aRequestThatBreaksTheProtocolIsRefusedWithoutBeingSent() {
    GameClient client = stage.playing();
    Outcome<ServerMessage.Done> chat = outcome(client.say(""));
    Outcome<ServerMessage.GameDescription> describe = outcome(client.describe("x".repeat(70_000)));
    Outcome<Applied> act = outcome(client.act(Json.ofChecked("[" + " ".repeat(100) + "]"), 5));
    Outcome<Applied> large = outcome(client.act(Json.ofChecked("{\"x\":\"" + "x".repeat(65_500) + "\"}"), 5));
    stage.settle();
    assertThat(((Refused) chat.failure).code()).isEqualTo(ErrorCode.BAD_MESSAGE);
    assertThat(((Refused) describe.failure).code()).isEqualTo(ErrorCode.TOO_LARGE);
    assertThat(((Refused) act.failure).code()).isEqualTo(ErrorCode.BAD_MESSAGE);
    assertThat(((Refused) large.failure).code()).isEqualTo(ErrorCode.TOO_LARGE);
    assertThat(stage.server.current().quiet()).isTrue();
  }

  @Test
  void moreOpenRequestsAndActsThanTheServerTakesAreRefused() {
    GameClient client = stage.playing();
    for (int i = 0; i < OpenRequests.MOST; i++) {
      client.ready(true);
      client.act(COLUMN_3, 5);
    }
    Outcome<ServerMessage.Done> ready = outcome(client.ready(true));
    Outcome<Applied> act = outcome(client.act(COLUMN_3, 5));
    stage.settle();
    assertThat(((Refused) ready.failure).code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(((Refused) act.failure).code()).isEqualTo(ErrorCode.RATE_LIMITED);
  }

  @Test
  void chatSpectatorsAndTheWatchedListAreToldAsTheyCome() {
    GameClient client = stage.playing();
    stage.heard.take();
    stage.server.current().send("{\"type\":\"spectators\",\"spectators\":{\"p9\":{\"name\":\"Caro\"}}}");
    stage.server.current()
        .send("{\"type\":\"chat\",\"n\":1,\"from\":{\"id\":\"p9\",\"name\":\"Caro\"},"
            + "\"text\":\"hola\",\"time\":1735689600000}");
    stage.server.current().send("{\"type\":\"rooms\",\"rooms\":[]}");
    stage.server.current().send("{\"type\":\"error\",\"code\":\"rateLimited\",\"message\":\"Slower.\"}");
    stage.server.current().send("{\"type\":\"somethingNew\",\"x\":1}");
    stage.settle();
    assertThat(stage.heard.take())
        .containsExactly("spectators [p9]", "chat 1 hola", "rooms 0", "error RATE_LIMITED");
    assertThat(client.room().chat()).hasSize(1);
    assertThat(client.room().spectators()).containsKey("p9");
  }

  @Test
  void leavingAnswersAndForgetsTheRoomAndLaterPatchesAreIgnored() {
    GameClient client = stage.playing();
    stage.heard.take();
    Outcome<ServerMessage.Left> left = outcome(client.leave());
    stage.settle();
    stage.server.current().send("{\"type\":\"left\",\"re\":2,\"reason\":\"left\"}");
    stage.server.current().send(patch(6, "\"patch\":{}"));
    stage.server.current().send("{\"type\":\"spectators\",\"spectators\":{}}");
    stage.settle();
    assertThat(left.done).isTrue();
    assertThat(client.room()).isNull();
    assertThat(client.matchMillis()).isEmpty();
    assertThat(client.clockMillis(0)).isEmpty();
    assertThat(stage.heard.take()).containsExactly("left LEFT");
  }

  @Test
  void theClockOfASeatInTurnRunsAndTheOthersStand() {
    GameClient client = stage.playing();
    stage.server.current().send(patch(6, "\"patch\":{\"clock\":{\"0\":30000,\"1\":28110},\"time\":0}"));
    stage.settle();
    stage.advance(Duration.ofMillis(2_500));
    assertThat(client.matchMillis()).hasValue(2_500);
    assertThat(client.clockMillis(0)).hasValue(27_500);
    assertThat(client.clockMillis(1)).hasValue(28_110);
    assertThat(client.clockMillis(2)).isEmpty();
    stage.server.current().send(patch(7, "\"patch\":{\"match\":\"m2\",\"time\":0}"));
    stage.settle();
    assertThat(client.matchMillis()).as("a new match has a new time").hasValue(0);
  }

  @Test
  void aListenerThatThrowsHarmsNobody() {
    stage.heard.failing = true;
    GameClient client = stage.playing();
    assertThat(client.room().rev()).isEqualTo(5);
    stage.server.current().send("{\"type\":\"ping\",\"t\":1}");
    stage.settle();
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"pong\",\"t\":1}");
  }

  @Test
  void anyRequestOfTheProtocolCanBeAsked() {
    GameClient client = stage.welcomed();
    Outcome<ServerMessage.Pong> pong = outcome(
        client.ask(ServerMessage.Pong.class, id -> new ClientMessage.Ping(id, Json.ofChecked("[1]"))));
    stage.settle();
    assertThat(stage.server.current().next()).isEqualTo("{\"type\":\"ping\",\"id\":1,\"t\":[1]}");
    stage.server.current().send("{\"type\":\"pong\",\"re\":1,\"t\":[1],\"time\":7}");
    stage.settle();
    assertThat(pong.value.time()).isEqualTo(7);
  }

  @Test
  void closingEndsTheConnectionAndFailsWhatIsOpen() {
    GameClient client = stage.playing();
    Outcome<ServerMessage.Done> ready = outcome(client.ready(true));
    Outcome<Applied> act = outcome(client.act(COLUMN_3, 5));
    Outcome<Void> closed = outcome(client.closed());
    stage.settle();
    stage.heard.take();
    client.close();
    client.close();
    stage.settle();
    assertThat(ready.failure).isInstanceOf(ConnectionLost.class);
    assertThat(act.failure).isInstanceOf(ConnectionLost.class);
    assertThat(closed.done).isTrue();
    assertThat(stage.server.current().open()).isFalse();
    assertThat(stage.heard.take()).containsExactly("closed");
    assertThat(stage.heard.cause).isNull();
    stage.advance(Duration.ofSeconds(30));
    assertThat(stage.server.connections).hasSize(1);
  }
}
