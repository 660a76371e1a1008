package dev.cancha.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.testing.Duel;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestClient.Speaks;
import dev.cancha.server.testing.TestServer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** How much a client may say, and what becomes of one that says more. */
class FloodsChannelTest {
  private static final String PING = "{'type':'ping'}";

  @RegisterExtension
  final TestServer server = new TestServer();

  private static String[] times(int count, String message) {
    String[] all = new String[count];
    Arrays.fill(all, message);
    return all;
  }

  @Test
  void thirtyActsAtOnceAreHeardAndTheNextIsNot() {
    Duel duel = Duel.playing(server);
    TestClient guest = duel.guest(); // whose acts are all refused, since it is not its turn

    guest.send(times(31, "{'type':'act','seq':1,'action':{'column':3}}"));

    assertThat(guest.count("error")).isEqualTo(31);
    assertThat(guest.inbox().stream().map(error -> error.get("code").stringValue()))
        .filteredOn("rateLimited"::equals)
        .hasSize(1);
    assertThat(guest.inbox()).allMatch(error -> error.get("seq").longValue() == 1);
  }

  @Test
  void anActThatWasTooMuchIsNotAppliedAndMayBeSentAgain() {
    Duel duel = Duel.playing(server);
    TestClient host = duel.host();
    host.send(times(30, "{'type':'act','seq':1,'action':{'column':9}}"));
    host.forget().drop(1, 3);
    assertThat(host.takeError()).isEqualTo("rateLimited");
    assertThat(duel.guest().types()).isEmpty();

    server.advanceMillis(34);
    host.drop(1, 3);

    assertThat(host.view().doc().get("turn").toString()).isEqualTo("[1]");
  }

  @Test
  void actsComeBackAtThirtyASecond() {
    Duel duel = Duel.playing(server);
    TestClient guest = duel.guest();
    guest.send(times(30, "{'type':'act','seq':1,'action':{'column':3}}")).forget();
    for (int i = 0; i < 300; i++) {
      server.advance(java.time.Duration.ofNanos(33_333_334));
      guest.send("{'type':'act','seq':1,'action':{'column':3}}");
    }

    assertThat(guest.inbox().stream().filter(message -> message.has("code")))
        .hasSize(300)
        .allMatch(error -> error.get("code").stringValue().equals("notYourTurn"));
  }

  @Test
  void messagesAndActsHaveBudgetsOfTheirOwn() {
    Duel duel = Duel.playing(server);
    duel.host().send(times(240, PING)).forget();

    duel.host().drop(1, 3);

    assertThat(duel.host().types()).containsExactly("patch");
  }

  @Test
  void twoHundredAndFiftySixMessagesAtOnceAreHeardAndTheNextIsNot() {
    TestClient ana = server.player("Ana");

    ana.send(times(257, "{'type':'ping','id':5}"));

    assertThat(ana.count("pong")).isEqualTo(256);
    JsonNode error = ana.take("error");
    assertThat(error.get("code").stringValue()).isEqualTo("rateLimited");
    assertThat(error.get("re").intValue()).isEqualTo(5);
  }

  @Test
  void messagesComeBackAtAHundredASecond() {
    TestClient ana = server.player("Ana");
    ana.send(times(256, PING)).forget();
    for (int i = 0; i < 400; i++) {
      server.advanceMillis(10);
      ana.send(PING);
    }

    assertThat(ana.count("pong")).isEqualTo(400);
    assertThat(ana.count("error")).isZero();
  }

  @Test
  void brokenMessagesCountToo() {
    TestClient ana = server.player("Ana");

    ana.send(times(257, "{'type':'dance'}"));

    assertThat(ana.inbox().getLast().get("code").stringValue()).isEqualTo("rateLimited");
  }

  @Test
  void aFloodOfTenSecondsEndsTheConnection() {
    TestClient ana = server.player("Ana", Speaks.WEBSOCKET);
    ana.send(times(300, PING));
    for (int half = 0; half < 19; half++) {
      server.advanceMillis(500);
      ana.send(times(60, PING));
    }
    assertThat(ana.open()).isTrue();
    assertThat(ana.count("bye")).isZero();

    server.advanceMillis(500);
    ana.send(times(60, PING));

    assertThat(ana.take("bye").get("code").stringValue()).isEqualTo("rateLimited");
    assertThat(ana.closeCode()).isEqualTo(4003);
    server.advanceSeconds(1);
    assertThat(ana.open()).isFalse();
  }

  @Test
  void aPauseOfMoreThanASecondEndsAFlood() {
    TestClient ana = server.player("Ana");
    ana.send(times(300, PING));
    for (int round = 0; round < 30; round++) {
      server.advanceMillis(1_001);
      ana.send(times(110, PING));
    }

    assertThat(ana.count("error")).isGreaterThan(100);
    assertThat(ana.count("bye")).isZero();
  }

  // ------------------------------------------------------------------ whole rooms

  @Test
  void syncWithoutAnIdIsAnsweredOnceIn200Milliseconds() {
    Duel duel = Duel.playing(server);
    server.advanceSeconds(1);
    TestClient ana = duel.host().send(times(20, "{'type':'sync'}"));
    assertThat(ana.types()).containsExactly("room", "spectators");

    ana.send(times(20, "{'type':'sync'}"));
    server.advanceMillis(199);
    assertThat(ana.count("room")).isEqualTo(1);
    server.advanceMillis(1);

    assertThat(ana.count("room")).isEqualTo(2);
    server.advanceSeconds(5);
    assertThat(ana.count("room")).as("twenty asks are one").isEqualTo(2);
  }

  @Test
  void asksThatCrossOnTheirWayToTheRoomAreOneToo() {
    Duel duel = Duel.playing(server);
    server.advanceSeconds(1);
    TestClient guest = duel.guest(); // whose loop is not the room's
    guest.post("{'type':'sync'}");
    guest.loop().run();
    guest.post("{'type':'sync'}");
    guest.loop().run();

    server.settle();

    assertThat(guest.count("room")).isEqualTo(1);
    server.advanceMillis(200);
    guest.send("{'type':'sync'}");
    assertThat(guest.count("room")).isEqualTo(2);
  }

  @Test
  void syncsWithAnIdWaitTheirTurnAndWhatFollowsWaitsWithThem() {
    Duel duel = Duel.playing(server);
    server.advanceSeconds(1);
    TestClient guest = duel.guest()
        .send("{'type':'sync','id':1}", "{'type':'sync','id':2}", "{'type':'chat','text':'hi','id':3}",
            "{'type':'sync','id':4}");
    assertThat(guest.types()).containsExactly("room", "spectators");

    server.advanceMillis(199);
    assertThat(guest.count("room")).isEqualTo(1);
    server.advanceMillis(1);
    assertThat(guest.types()).containsExactly("room", "spectators", "room", "spectators", "chat", "done");
    server.advanceMillis(200);

    assertThat(guest.inbox().stream().filter(message -> message.has("re")).map(m -> m.get("re").intValue()))
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void aBurstOfActsThatWereAppliedBeforeIsAnsweredByOneRoom() {
    Duel duel = Duel.playing(server);
    duel.host().drop(1, 3);
    duel.guest().drop(1, 3);
    server.advanceSeconds(1);
    duel.guest().forget();

    duel.guest().send(times(10, "{'type':'act','seq':1,'action':{'column':3}}"));
    server.advanceMillis(199);
    assertThat(duel.guest().count("room")).isEqualTo(1);

    server.advanceSeconds(5);
    assertThat(duel.guest().count("room")).isEqualTo(1);
    assertThat(duel.host().count("room")).isZero();
  }
}
