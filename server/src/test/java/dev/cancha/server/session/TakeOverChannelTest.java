package dev.cancha.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.testing.Duel;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestClient.Speaks;
import dev.cancha.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One session, two connections: what either of them says, at any moment, counts once or not at all. */
class TakeOverChannelTest {
  @RegisterExtension
  final TestServer server = new TestServer();

  @Test
  void inTheLobbyTheOlderConnectionIsTold() {
    TestClient old = server.player("Ana", Speaks.WEBSOCKET);
    TestClient young = server.client();

    assertThat(young.resume(old).get("resumed").booleanValue()).isTrue();

    JsonNode bye = old.take("bye");
    assertThat(bye.get("code").stringValue()).isEqualTo("takenOver");
    assertThat(bye.has("retryAfterMillis")).isFalse();
    assertThat(old.closeCode()).isEqualTo(4001);
    server.advanceSeconds(1);
    assertThat(old.open()).isFalse();
    assertThat(young.ask("{'type':'ping'}").get("type").stringValue()).isEqualTo("pong");
  }

  @Test
  void inARoomNobodySeesIt() {
    Duel duel = Duel.playing(server);
    long rev = duel.host().view().rev();
    TestClient young = server.client();

    young.resumeFrom(duel.host());
    server.advanceSeconds(5);

    assertThat(duel.guest().types()).isEmpty();
    assertThat(young.view().rev()).isEqualTo(rev);
    assertThat(duel.host().types()).containsExactly("bye");
  }

  @Test
  void whatTheOlderConnectionSaysAfterwardsIsNotHeard() {
    Duel duel = Duel.playing(server);
    TestClient young = server.client();
    young.resumeFrom(duel.host());

    duel.host().send("{'type':'act','seq':1,'action':{'column':3}}", "{'type':'chat','text':'hi'}");

    assertThat(duel.guest().types()).isEmpty();
    young.drop(1, 5);
    assertThat(young.view().doc().get("view").get("columns").get("5").stringValue()).isEqualTo("0");
    assertThat(young.view().doc().get("view").get("columns").get("3").stringValue()).isEmpty();
  }

  @Test
  void whatTheOlderConnectionSaidBeforeIsAppliedAndShownToTheYounger() {
    Duel duel = Duel.playing(server);
    TestClient young = server.client().as(duel.host());
    duel.host().post("{'type':'act','seq':1,'action':{'column':3}}");
    young.post("{'type':'hello','token':'" + young.token() + "','room':'" + young.view().code() + "','rev':"
        + young.view().rev() + "}");

    server.settle();

    assertThat(young.types()).containsExactly("welcome", "patch");
    assertThat(young.view().doc()).isEqualTo(duel.guest().view().doc());
    assertThat(young.view().doc().get("view").get("columns").get("3").stringValue()).isEqualTo("0");
  }

  /** The loops run in any order and by any number of tasks before the rest settles. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void atWhateverMomentTheTakeOverComesAnActSentTwiceCountsOnce(int moment) {
    Duel duel = Duel.playing(server);
    TestClient old = duel.host();
    TestClient young = server.client().as(old);
    String act = "{'type':'act','seq':1,'action':{'column':3}}";
    old.post(act);
    for (int i = 0; i < moment; i++) {
      server.step();
    }
    young.post("{'type':'hello','token':'" + young.token() + "','room':'" + young.view().code() + "','rev':"
        + young.view().rev() + "}", act);
    server.settle();
    server.advanceSeconds(1);

    assertThat(young.view().doc()).isEqualTo(duel.guest().view().doc());
    assertThat(young.view().doc().get("view").get("columns").get("3").stringValue()).isEqualTo("0");
    assertThat(young.view().doc().get("turn").toString()).isEqualTo("[1]");
    assertThat(young.count("error")).isZero();
    assertThat(acknowledged(young.inbox(), 1)).as("the act was answered").isTrue();
  }

  private static boolean acknowledged(List<JsonNode> inbox, long seq) {
    return inbox.stream().anyMatch(message -> switch (message.get("type").stringValue()) {
      case "patch" -> message.has("acks") && message.get("acks").path("0").longValue(0) >= seq;
      case "room" -> message.get("you").get("seq").longValue() >= seq;
      default -> false;
    });
  }

  @Test
  void aWinningActThatIsSentAgainIsAnsweredByTheWholeRoom() {
    Duel duel = Duel.playing(server);
    duel.hostWins();
    TestClient young = server.client();
    young.resumeFrom(duel.host());
    young.forget().drop(4, 0);
    server.advanceMillis(200);

    assertThat(young.types()).containsExactly("room", "spectators");
    JsonNode room = young.take("room");
    assertThat(room.get("you").get("seq").longValue()).isEqualTo(4);
    assertThat(room.get("doc").get("phase").stringValue()).isEqualTo("over");
    assertThat(room.has("re")).isFalse();
    assertThat(duel.guest().view().rev()).isEqualTo(young.view().rev());
  }

  @Test
  void aThirdConnectionTakesOverFromASecondThatWasNotWelcomedYet() {
    Duel duel = Duel.playing(server);
    TestClient second = server.client().as(duel.host());
    TestClient third = server.client().as(duel.host());
    String hello = "{'type':'hello','token':'" + third.token() + "','room':'" + third.view().code()
        + "','rev':"
        + third.view().rev() + "}";
    second.post(hello);
    second.loop().run();
    third.post(hello);
    server.settle();

    assertThat(duel.host().types()).containsExactly("bye");
    assertThat(second.types()).endsWith("bye");
    assertThat(third.types()).containsExactly("welcome");
    third.drop(1, 3);
    assertThat(third.view().shared()).isEqualTo(duel.guest().view().shared());
  }

  @Test
  void aTakeOverWhileARoomIsOpenedFindsTheSessionInIt() {
    TestClient old = server.player("Ana");
    server.holdPasswords();
    old.post("{'type':'create','game':'dudo','password':'yes'}");
    old.loop().run();
    TestClient young = server.client();
    young.post("{'type':'hello','token':'" + old.token() + "'}");
    server.settle();
    assertThat(young.types()).as("waits for what the older one has under way").isEmpty();

    server.releasePasswords();

    assertThat(young.types()).containsExactly("welcome", "room", "spectators");
    assertThat(young.take("welcome").get("room").stringValue()).isEqualTo(young.view().code());
    assertThat(old.types()).endsWith("bye");
  }

  @Test
  void aConnectionLostWhileItsRoomIsOpenedLeavesNoRoomBehind() {
    TestClient old = server.player("Ana");
    server.holdPasswords();
    old.post("{'type':'create','game':'dudo','password':'yes'}");
    server.settle();
    old.reset();

    server.releasePasswords();

    assertThat(server.holdings().rooms()).isZero();
    TestClient again = server.client();
    assertThat(again.resume(old).has("room")).isFalse();
    assertThat(again.types()).isEmpty();
  }

  @Test
  void takingOverOnTheSameLoopIsTheSame() {
    Duel duel = Duel.playing(server);
    TestClient young = server.beside(duel.host());

    young.resumeFrom(duel.host());
    young.drop(1, 3);

    assertThat(young.view().shared()).isEqualTo(duel.guest().view().shared());
    assertThat(duel.host().types()).containsExactly("bye");
  }

  // ------------------------------------------------------------------ lost in the middle of a turn

  @Test
  void aResetInTheMiddleOfATurnLosesNothing() {
    Duel duel = Duel.playing(server);
    duel.host().drop(1, 3);
    duel.guest().post("{'type':'act','seq':1,'action':{'column':3}}").reset();
    TestClient again = server.client();

    again.resumeFrom(duel.guest());
    again.drop(1, 3); // sent again, since it was never acknowledged
    server.advanceMillis(200);

    assertThat(again.view().doc().get("view").get("columns").get("3").stringValue()).isEqualTo("01");
    assertThat(duel.host().view().doc()).isEqualTo(again.view().doc());
    assertThat(again.view().you().get("seq").longValue()).isEqualTo(1);
  }

  @Test
  void aHalfOpenConnectionIsTakenForLostAfter25SecondsAndTheSeatIsKept() {
    Duel duel = Duel.playing(server);
    duel.host().vanish();
    server.advanceMillis(24_999);
    assertThat(duel.guest().view().doc().get("seats").get("0").get("connected").booleanValue()).isTrue();

    server.advanceMillis(1);

    assertThat(duel.host().take("bye").get("code").stringValue()).isEqualTo("idle");
    assertThat(duel.guest().view().doc().get("seats").get("0").get("connected").booleanValue()).isFalse();
    TestClient again = server.client();
    again.resumeFrom(duel.host());
    again.drop(1, 3);
    assertThat(again.view().shared()).isEqualTo(duel.guest().view().shared());
    assertThat(again.view().doc().get("seats").get("0").get("connected").booleanValue()).isTrue();
  }

  @Test
  void everyEventThatWasMissedComesWithItsPatch() {
    Duel duel = Duel.playing(server);
    duel.host().drop(1, 3).reset();
    duel.guest().drop(1, 4);
    TestClient again = server.client();

    again.resumeFrom(duel.host());

    List<String> events = again.inbox()
        .stream()
        .filter(message -> message.has("events"))
        .map(message -> message.get("events").toString())
        .toList();
    assertThat(events).containsExactly("[{\"type\":\"dropped\",\"seat\":1,\"column\":4,\"row\":0}]");
  }
}
