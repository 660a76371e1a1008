package dev.cancha.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.testing.Duel;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestServer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** {@code list}, once and again and again. */
class ListChannelTest {
  @RegisterExtension
  final TestServer server = new TestServer();

  private static List<String> codes(JsonNode rooms) {
    return StreamSupport.stream(rooms.get("rooms").spliterator(), false)
        .map(room -> room.get("code").stringValue())
        .toList();
  }

  private TestClient opened(String members) {
    TestClient host = server.player("Host");
    Duel.create(host, members);
    return host;
  }

  @Test
  void withoutRoomsTheListIsEmpty() {
    assertThat(server.player("Ana").ask("{'type':'list'}").get("rooms")).isEmpty();
  }

  @Test
  void aRowHasTheMembersOfTheProtocolPage() {
    TestClient host = opened("'game':'dudo','seats':4,'password':'yes'");
    TestClient ana = server.player("Ana");

    JsonNode row = ana.ask("{'type':'list'}").get("rooms").get(0);

    assertThat(row.toString()).isEqualTo("{\"code\":\"" + host.view().code()
        + "\",\"game\":\"dudo\",\"phase\":\"lobby\",\"seats\":4,\"taken\":1,\"spectators\":0,\"locked\":true}");
  }

  @Test
  void roomsAreListedNewestFirstAndOfOneGameWhereOneIsNamed() {
    TestClient first = opened("'game':'dudo'");
    TestClient second = opened("'game':'connectFour'");
    TestClient third = opened("'game':'dudo'");
    TestClient ana = server.player("Ana");

    assertThat(codes(ana.ask("{'type':'list'}"))).containsExactly(third.view().code(), second.view().code(),
        first.view().code());
    assertThat(codes(ana.ask("{'type':'list','game':'dudo'}"))).containsExactly(third.view().code(),
        first.view().code());
    assertThat(codes(ana.ask("{'type':'list','game':'chess'}"))).isEmpty();
  }

  @Test
  void onlyTheNewestAreListedWhereThereAreMany() {
    server.set("lobby.listedRooms=2");
    opened("'game':'dudo'");
    TestClient second = opened("'game':'dudo'");
    TestClient third = opened("'game':'dudo'");

    assertThat(codes(server.player("Ana").ask("{'type':'list'}"))).containsExactly(third.view().code(),
        second.view().code());
  }

  @Test
  void aPrivateRoomIsInNoListAndIsWhenItBecomesPublic() {
    TestClient host = opened("'game':'dudo','visibility':'private'");
    TestClient ana = server.player("Ana");
    assertThat(codes(ana.ask("{'type':'list'}"))).isEmpty();

    host.ask("{'type':'configure','visibility':'public'}");

    assertThat(codes(ana.ask("{'type':'list'}"))).containsExactly(host.view().code());
    assertThat(host.view().code()).hasSize(4);
  }

  @Test
  void aRowFollowsItsRoom() {
    Duel duel = Duel.seated(server);
    TestClient ana = server.player("Eva");
    Duel.watch(server.player("Caro"), duel.host().view().code());
    assertThat(ana.ask("{'type':'list'}").toString()).contains("\"taken\":2,\"spectators\":1");

    duel.start();
    assertThat(ana.ask("{'type':'list'}").toString()).contains("\"phase\":\"playing\"");
    duel.hostWins();
    assertThat(ana.ask("{'type':'list'}").toString()).contains("\"phase\":\"over\"");
    duel.host().ask("{'type':'configure','password':'yes'}");
    assertThat(ana.ask("{'type':'list'}").toString()).contains("\"locked\":true");
    duel.host().ask("{'type':'configure','password':''}");
    assertThat(ana.ask("{'type':'list'}").toString()).contains("\"locked\":false");
  }

  // ------------------------------------------------------------------ watching

  private TestClient watching(String members) {
    TestClient ana = server.player("Ana");
    ana.ask("{'type':'list','watch':true" + members + "}");
    return ana;
  }

  @Test
  void aChangeIsToldASecondAfterTheListAtTheEarliest() {
    TestClient ana = watching("");
    TestClient host = opened("'game':'dudo'");
    server.advanceMillis(999);
    assertThat(ana.types()).isEmpty();

    server.advanceMillis(1);

    JsonNode rooms = ana.take("rooms");
    assertThat(rooms.has("re")).isFalse();
    assertThat(codes(rooms)).containsExactly(host.view().code());
  }

  @Test
  void afterAQuietSecondAChangeIsToldAtOnce() {
    TestClient ana = watching("");
    server.advanceSeconds(5);

    opened("'game':'dudo'");

    assertThat(ana.count("rooms")).isEqualTo(1);
  }

  @Test
  void manyChangesAreOneListASecondAndTheLastOfThemIsTold() {
    TestClient ana = watching("");
    TestClient host = opened("'game':'dudo'");
    for (int i = 0; i < 50; i++) {
      host.ask("{'type':'configure','seats':" + (3 + i % 4) + "}");
      server.advanceMillis(100);
    }
    assertThat(ana.count("rooms")).isEqualTo(5);
    host.ask("{'type':'configure','seats':2}");
    ana.forget();
    server.advanceSeconds(1);

    assertThat(ana.take("rooms").get("rooms").get(0).get("seats").intValue()).isEqualTo(2);
    server.advanceSeconds(5);
    assertThat(ana.count("rooms")).isZero();
  }

  @Test
  void aChangeThatIsUndoneInTimeIsNoNews() {
    TestClient ana = watching("");
    Duel duel = Duel.seated(server);
    server.advanceSeconds(1);
    ana.forget();

    duel.guest().ask("{'type':'sit'}");
    duel.guest().ask("{'type':'sit','seat':1}");
    server.advanceSeconds(5);

    assertThat(ana.types()).isEmpty();
  }

  @Test
  void onlyTheGameThatIsWatchedIsTold() {
    TestClient ana = watching(",'game':'connectFour'");
    server.advanceSeconds(1);

    opened("'game':'dudo'");
    server.advanceSeconds(5);
    assertThat(ana.types()).isEmpty();
    TestClient host = opened("'game':'connectFour'");

    assertThat(codes(ana.take("rooms"))).containsExactly(host.view().code());
  }

  @Test
  void watchFalseEndsIt() {
    TestClient ana = watching("");
    server.advanceSeconds(1);
    ana.ask("{'type':'list','watch':false}");

    opened("'game':'dudo'");
    server.advanceSeconds(5);

    assertThat(ana.types()).isEmpty();
  }

  @Test
  void whoStopsWhileNewsIsDueAndWatchesAgainHearsWhatComesThen() {
    TestClient ana = watching("");
    opened("'game':'dudo'");
    ana.ask("{'type':'list','watch':false}");
    ana.ask("{'type':'list','watch':true}");

    TestClient second = opened("'game':'dudo'");
    server.advanceSeconds(1);

    assertThat(codes(ana.take("rooms"))).startsWith(second.view().code());
  }

  @Test
  void anAskInBetweenDoesNotEndTheWatch() {
    TestClient ana = watching("");
    ana.ask("{'type':'list'}");
    opened("'game':'dudo'");
    server.advanceSeconds(1);

    assertThat(ana.count("rooms")).isEqualTo(1);
  }

  @Test
  void whoDoesNotReadIsToldTheLatestWhenReadingAgain() {
    TestClient ana = watching("").stall(0);
    for (int i = 0; i < 400 && !ana.unheard(); i++) {
      ana.send("{'type':'describe','game':'dudo'}");
      server.advanceMillis(10);
    }
    TestClient host = opened("'game':'dudo'");
    server.advanceSeconds(2);
    host.ask("{'type':'configure','seats':2}");
    server.advanceSeconds(2);

    ana.unstall();
    server.advanceSeconds(1);

    List<JsonNode> lists = ana.inbox()
        .stream()
        .filter(m -> m.get("type").stringValue().equals("rooms"))
        .toList();
    assertThat(lists.getLast().toString()).contains("\"seats\":2");
    assertThat(lists).as("two changes were one piece of news").hasSize(1);
  }

  @Test
  void watchingGoesOnInsideARoom() {
    TestClient ana = watching("");
    Duel.create(ana, "'game':'dudo'");
    server.advanceSeconds(1);

    assertThat(codes(ana.take("rooms"))).containsExactly(ana.view().code());
  }
}
