package dev.cancha.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.testing.BrokenGame;
import dev.cancha.server.testing.Duel;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestServer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What happens in a room beside the game: who comes and goes, who is host, what is said, and how it ends. */
class RoomLifeChannelTest {
  @RegisterExtension
  final TestServer server = new TestServer();

  private static String idOf(TestClient client) {
    return client.texts()
        .stream()
        .filter(text -> text.contains("\"type\":\"welcome\""))
        .map(text -> text.replaceAll(".*\"player\":\\{\"id\":\"([^\"]+)\".*", "$1"))
        .findFirst()
        .orElseThrow();
  }

  private static String hostIn(TestClient client) {
    return client.view().doc().get("host").stringValue();
  }

  // ------------------------------------------------------------------ coming and going

  @Test
  void aRoomHasTheMembersOfTheProtocolPage() {
    TestClient ana = server.player("Ana");
    JsonNode room = Duel.create(ana, "'game':'dudo','settings':{'bankSeconds':300,'incrementSeconds':2}");

    assertThat(room.propertyNames()).containsExactlyInAnyOrder("type", "re", "rev", "now", "doc", "you",
        "chat");
    assertThat(room.get("doc").toString()).isEqualTo("{\"code\":\"" + ana.view().code()
        + "\",\"game\":\"dudo\",\"size\":6,\"phase\":\"lobby\",\"options\":{},\"settings\":{\"bankSeconds\":300,"
        + "\"incrementSeconds\":2,\"onAbsent\":\"forfeit\",\"graceSeconds\":600},\"visibility\":\"public\","
        + "\"locked\":false,\"host\":\"" + idOf(ana) + "\",\"seats\":{\"0\":{\"id\":\"" + idOf(ana)
        + "\",\"name\":\"Ana\",\"connected\":true}}}");
    assertThat(room.get("you").toString()).isEqualTo("{\"seat\":0,\"seq\":0}");
    assertThat(ana.take("spectators").get("spectators")).isEmpty();
  }

  @Test
  void whoJoinsTakesTheSeatThatWasAskedForAndElseTheFirstFree() {
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'dudo'");
    TestClient beto = server.player("Beto");
    beto.ask("{'type':'join','room':'" + ana.view().code() + "','seat':4}");
    TestClient caro = server.player("Caro");
    Duel.join(caro, ana.view().code());

    assertThat(ana.view().doc().get("seats").propertyNames()).containsExactlyInAnyOrder("0", "1", "4");
    assertThat(caro.view().doc()).isEqualTo(ana.view().doc());
  }

  @Test
  void whoSitsElsewhereGetsARoomAndTheOthersAPatch() {
    Duel duel = Duel.seated(server.player("Ana"), server.player("Beto"));
    JsonNode room = duel.guest().ask("{'type':'sit'}");

    assertThat(room.get("type").stringValue()).isEqualTo("room");
    assertThat(room.get("you").has("seat")).isFalse();
    assertThat(duel.guest().types()).startsWith("spectators").doesNotContain("patch");
    assertThat(duel.host().types()).containsExactly("patch", "spectators");
    assertThat(duel.host().view().doc()).isEqualTo(duel.guest().view().doc());
  }

  @Test
  void spectatorsAreToldAtMostOnceASecondAndTheLastChangeToo() {
    Duel duel = Duel.seated(server);
    server.advanceSeconds(2);
    TestClient[] crowd = IntStream.range(0, 20)
        .mapToObj(i -> server.player("C" + i))
        .toArray(TestClient[]::new);
    for (TestClient one : crowd) {
      Duel.watch(one, duel.host().view().code());
    }
    assertThat(duel.host().types()).containsExactly("spectators");
    assertThat(duel.host().take("spectators").get("spectators")).hasSize(1);

    server.advanceMillis(999);
    assertThat(duel.host().types()).isEmpty();
    server.advanceMillis(1);

    JsonNode told = duel.host().take("spectators").get("spectators");
    assertThat(told).hasSize(20);
    assertThat(told.get(idOf(crowd[7])).toString()).isEqualTo("{\"name\":\"C7\"}");
    crowd[3].ask("{'type':'leave'}");
    server.advanceSeconds(1);
    assertThat(duel.host().take("spectators").get("spectators")).hasSize(19);
  }

  // ------------------------------------------------------------------ the host

  @Test
  void whenTheHostLeavesTheLongestPresentPlayerIsHostBeforeAnySpectator() {
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'dudo'");
    String code = ana.view().code();
    TestClient caro = server.player("Caro");
    Duel.watch(caro, code);
    TestClient beto = server.player("Beto");
    Duel.join(beto, code);
    Duel.join(server.player("Dora"), code);

    assertThat(ana.ask("{'type':'leave'}").get("reason").stringValue()).isEqualTo("left");
    assertThat(hostIn(caro)).isEqualTo(idOf(beto));
    beto.ask("{'type':'sit'}");
    assertThat(hostIn(caro)).as("who stands up stays host").isEqualTo(idOf(beto));
    assertThat(beto.ask("{'type':'configure','seats':4}").get("type").stringValue()).isEqualTo("done");
  }

  @Test
  void aHostWhoIsAwayForTooLongIsFollowedByAnother() {
    Duel duel = Duel.seated(server);
    duel.host().reset();
    server.advanceMillis(119_999);
    assertThat(hostIn(duel.guest())).isEqualTo(idOf(duel.host()));

    server.advanceMillis(1);

    assertThat(hostIn(duel.guest())).isEqualTo(idOf(duel.guest()));
    assertThat(duel.guest().view().doc().get("seats")).hasSize(1);
  }

  @Test
  void whoIsKickedIsToldAndTheSeatIsFree() {
    Duel duel = Duel.seated(server);

    assertThat(duel.host().ask("{'type':'kick','seat':1}").get("type").stringValue()).isEqualTo("done");

    assertThat(duel.guest().take("left").get("reason").stringValue()).isEqualTo("kicked");
    assertThat(duel.host().view().doc().get("seats")).hasSize(1);
    Duel.join(server.player("Caro"), duel.host().view().code());
  }

  @Test
  void aKickInTheMiddleOfAMatchEndsItAndThePlayerHearsNothingMore() {
    Duel duel = Duel.playing(server);

    duel.host().ask("{'type':'kick','seat':1}");

    assertThat(duel.guest().types()).containsExactly("left");
    assertThat(duel.host().view().doc().get("phase").stringValue()).isEqualTo("over");
    assertThat(duel.host().view().doc().get("result").toString())
        .isEqualTo("{\"ranks\":{\"0\":1,\"1\":2},\"reason\":\"resigned\"}");
  }

  // ------------------------------------------------------------------ chat

  @Test
  void whatIsSaidReachesEveryoneInOrderWithItsNumberAndTime() {
    Duel duel = Duel.seated(server);
    TestClient caro = server.player("Caro");
    Duel.watch(caro, duel.host().view().code());
    server.advanceMillis(1_234);
    duel.host().forget();
    caro.send("{'type':'chat','text':'<b>e\u0301l</b>'}").send("{'type':'chat','text':'dos'}");

    JsonNode first = duel.host().take("chat");
    assertThat(first.propertyNames()).containsExactlyInAnyOrder("type", "n", "from", "text", "time");
    assertThat(first.get("text").stringValue()).isEqualTo("<b>\u00e9l</b>");
    assertThat(first.get("from").toString()).isEqualTo("{\"id\":\"" + idOf(caro) + "\",\"name\":\"Caro\"}");
    assertThat(first.get("time").longValue()).isEqualTo(TestServer.STARTED.toEpochMilli() + 1_234);
    assertThat(duel.host().take("chat").get("n").longValue()).isEqualTo(first.get("n").longValue() + 1);
    duel.host().ask("{'type':'chat','text':'tres'}");
    assertThat(duel.guest().inbox().getLast().get("from").get("seat").intValue()).isZero();
  }

  @Test
  void aNewcomerIsShownTheLastFiftyThings() {
    Duel duel = Duel.seated(server);
    for (int i = 1; i <= 60; i++) {
      duel.host().send("{'type':'chat','text':'" + i + "'}");
    }

    JsonNode chat = Duel.watch(server.player("Caro"), duel.host().view().code()).get("chat");

    assertThat(chat).hasSize(50);
    assertThat(chat.get(0).get("text").stringValue()).isEqualTo("11");
    assertThat(chat.get(49).get("n").longValue()).isEqualTo(60);
  }

  // ------------------------------------------------------------------ matches

  @Test
  void theMatchStartsWhenAllTakenSeatsAreReady() {
    Duel duel = Duel.seated(server);
    assertThat(duel.host().ask("{'type':'ready'}").get("type").stringValue()).isEqualTo("done");
    assertThat(duel.host().view().doc().get("phase").stringValue()).isEqualTo("lobby");
    duel.host().ask("{'type':'ready','ready':false}");
    duel.guest().ask("{'type':'ready'}");
    assertThat(duel.host().view().doc().get("phase").stringValue()).isEqualTo("lobby");
    duel.host().forget().ask("{'type':'ready'}");

    JsonNode patch = duel.host().take("patch");
    assertThat(patch.get("patch").get("phase").stringValue()).isEqualTo("playing");
    assertThat(patch.get("events").toString())
        .matches("\\[\\{\"type\":\"started\",\"seedHash\":\"[0-9a-f]{64}\"}]");
    assertThat(duel.host().view().doc().has("result")).isFalse();
  }

  @Test
  void aRematchIsAnotherMatchWithTheOtherBeginningAndSeqsThatGoOn() {
    Duel duel = Duel.playing(server);
    duel.hostWins();
    JsonNode over = duel.guest().view().shared();
    assertThat(over.get("result").toString())
        .isEqualTo("{\"ranks\":{\"0\":1,\"1\":2},\"reason\":\"fourInLine\"}");
    assertThat(over.has("turn")).isFalse();
    assertThat(over.get("seats").toString()).doesNotContain("ready");

    duel.host().ask("{'type':'rematch'}");
    duel.guest().ask("{'type':'rematch'}");

    assertThat(duel.host().view().doc().get("match")).isNotEqualTo(over.get("match"));
    assertThat(duel.host().view().doc().get("turn").toString()).isEqualTo("[1]");
    assertThat(duel.host().view().doc().has("result")).isFalse();
    duel.guest().forget().drop(3, 2);
    server.advanceMillis(200);
    assertThat(duel.guest().types()).as("3 was used in the match before")
        .containsExactly("room", "spectators");
    duel.guest().drop(4, 2);
    assertThat(duel.guest().view().doc().get("turn").toString()).isEqualTo("[0]");
  }

  @Test
  void whoLeavesWhilePlayingHasResignedAndStaysSeatedUntilTheEnd() {
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'dudo'");
    TestClient beto = server.player("Beto");
    TestClient caro = server.player("Caro");
    Duel.join(beto, ana.view().code());
    Duel.join(caro, ana.view().code());
    ana.ask("{'type':'start'}");

    caro.ask("{'type':'leave'}");

    assertThat(ana.view().doc().get("phase").stringValue()).isEqualTo("playing");
    assertThat(ana.view().doc().get("seats").get("2").get("connected").booleanValue()).isFalse();
    assertThat(ana.view().doc().get("view").get("dice").get("2").intValue()).isZero();
    beto.ask("{'type':'resign'}");
    assertThat(ana.view().doc().get("phase").stringValue()).isEqualTo("over");
    assertThat(ana.view().doc().get("seats").propertyNames()).containsExactlyInAnyOrder("0", "1");
  }

  @Test
  void whoStaysAwayLongerThanTheGraceForfeits() {
    Duel duel = Duel.playing(server);
    duel.guest().reset();
    server.advanceMillis(599_999);
    assertThat(duel.host().view().doc().get("phase").stringValue()).isEqualTo("playing");

    server.advanceMillis(1);

    assertThat(duel.host().view().doc().get("result").get("reason").stringValue()).isEqualTo("absent");
    assertThat(duel.host().view().doc().get("seats")).hasSize(1);
  }

  @Test
  void aSeatOutOfTimeHasLost() {
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'connectFour','settings':{'bankSeconds':60}");
    TestClient beto = server.player("Beto");
    Duel.join(beto, ana.view().code());
    ana.ask("{'type':'start'}");
    server.advanceSeconds(20);
    ana.drop(1, 3);
    assertThat(beto.view().doc().get("clock").toString()).isEqualTo("{\"0\":40000,\"1\":60000}");
    assertThat(beto.view().doc().get("time").longValue()).isEqualTo(20_000);

    server.advanceMillis(60_000);

    assertThat(ana.view().doc().get("result").toString())
        .isEqualTo("{\"ranks\":{\"0\":1,\"1\":2},\"reason\":\"clock\"}");
    assertThat(ana.view().doc()).isEqualTo(beto.view().doc());
  }

  // ------------------------------------------------------------------ the end of rooms

  @Test
  void aRoomThatTheLastOneLeavesIsClosedAtOnce() {
    Duel duel = Duel.seated(server);
    duel.guest().ask("{'type':'leave'}");
    assertThat(server.holdings().rooms()).isEqualTo(1);
    String code = duel.host().view().code();

    duel.host().ask("{'type':'leave'}");

    assertThat(server.holdings().rooms()).isZero();
    assertThat(duel.guest().refused("{'type':'join','room':'" + code + "'}")).isEqualTo("noSuchRoom");
    assertThat(duel.host().refused("{'type':'sync'}")).isEqualTo("notInRoom");
  }

  @Test
  void aRoomWithEveryoneAwayIsHeldForItsGraceAndThenClosed() {
    Duel duel = Duel.seated(server);
    duel.host().reset();
    server.advanceSeconds(60);
    duel.guest().reset();
    server.advanceMillis(119_999);
    assertThat(server.holdings().rooms()).isEqualTo(1);

    server.advanceMillis(1);

    assertThat(server.holdings().rooms()).isZero();
  }

  @Test
  void aRoomOfTheHostsMachineStaysAndItsNextFirstGuestIsHost() {
    String code = server.openRoom("connectFour");
    TestClient ana = server.player("Ana");
    assertThat(ana.ask("{'type':'list'}").get("rooms").get(0).get("code").stringValue()).isEqualTo(code);
    Duel.watch(ana, code);
    assertThat(hostIn(ana)).isEqualTo(idOf(ana));
    ana.ask("{'type':'leave'}");
    server.advanceSeconds(3_600);

    TestClient beto = server.player("Beto");
    Duel.join(beto, code);

    assertThat(hostIn(beto)).isEqualTo(idOf(beto));
    assertThat(server.holdings().rooms()).isEqualTo(1);
  }

  @Test
  void whereTheRulesBreakTheRoomEndsForEveryoneAndNoOtherNotices() {
    server.offer(new BrokenGame());
    Duel other = Duel.playing(server);
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'broken'");
    TestClient beto = server.player("Beto");
    Duel.join(beto, ana.view().code());
    ana.ask("{'type':'start'}");
    ana.forget();
    beto.forget();

    ana.drop(1, 0);

    assertThat(ana.types()).containsExactly("error", "left");
    assertThat(beto.types()).containsExactly("error", "left");
    assertThat(beto.take("left").get("reason").stringValue()).isEqualTo("closed");
    assertThat(server.holdings().rooms()).isEqualTo(1);
    other.host().drop(1, 3);
    assertThat(other.guest().view().doc().get("turn").toString()).isEqualTo("[1]");
    Duel.create(ana, "'game':'dudo'");
  }
}
