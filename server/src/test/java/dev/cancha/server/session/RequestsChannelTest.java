package dev.cancha.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.testing.Duel;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestClient.Speaks;
import dev.cancha.server.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How requests are answered: once, in order, after the patches that they led to. */
class RequestsChannelTest {
  @RegisterExtension
  final TestServer server = new TestServer();

  @ParameterizedTest
  @EnumSource(Speaks.class)
  void whatADoneConfirmsIsInThePatchesBeforeIt(Speaks speaks) {
    TestClient ana = server.player("Ana", speaks);
    Duel.create(ana, "'game':'dudo'");
    ana.forget().send("{'type':'ready','id':41}");

    assertThat(ana.types()).containsExactly("patch", "done");
    JsonNode patch = ana.take("patch");
    assertThat(patch.toString())
        .isEqualTo("{\"type\":\"patch\",\"rev\":2,\"patch\":{\"seats\":{\"0\":{\"ready\":true}}}}");
    assertThat(ana.take("done").toString()).isEqualTo("{\"type\":\"done\",\"re\":41,\"rev\":2}");
  }

  @Test
  void whatIsSoAlreadyIsDoneWithoutAPatch() {
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'dudo'");
    ana.ask("{'type':'ready'}");
    ana.forget();

    assertThat(ana.ask("{'type':'ready'}").get("rev").longValue()).isEqualTo(ana.view().rev());
    assertThat(ana.types()).isEmpty();
  }

  @Test
  void aRequestWithoutAnIdIsAnsweredToo() {
    Duel duel = Duel.seated(server);

    duel.guest().send("{'type':'chat','text':'hi'}");

    assertThat(duel.guest().types()).containsExactly("chat", "done");
    assertThat(duel.guest().take("done").has("re")).isFalse();
  }

  @Test
  void manyRequestsInOneReadAreAnsweredInOrder() {
    Duel duel = Duel.seated(server);
    TestClient guest = duel.guest(); // on another loop than the room
    guest.send("{'type':'ready','id':1}", "{'type':'chat','text':'a','id':2}", "{'type':'ping','id':3}",
        "{'type':'start','id':4}", "{'type':'list','id':5}", "{'type':'sit','id':6}", "{'type':'act','seq':1,"
            + "'action':{'column':1}}",
        "{'type':'describe','game':'dudo','id':7}", "{'type':'leave','id':8}", "{'type':'leave','id':9}",
        "{'type':'join','room':'" + duel.host().view().code() + "','id':10}", "{'type':'ready','id':11}");

    assertThat(guest.inbox().stream().filter(m -> m.has("re")).map(m -> m.get("re").intValue()))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(guest.inbox().stream().filter(m -> m.has("code")).map(m -> m.get("code").stringValue()))
        .containsExactly("notHost", "notPlaying", "notInRoom");
    assertThat(guest.view().doc()).isEqualTo(duel.host().view().doc());
  }

  @Test
  void idsOnActsAndPongsAreIgnored() {
    Duel duel = Duel.playing(server);

    duel.host().send("{'type':'act','id':5,'seq':1,'action':{'column':3}}", "{'type':'pong','id':6,'t':1}");

    assertThat(duel.host().types()).containsExactly("patch");
    assertThat(duel.host().take("patch").has("re")).isFalse();
  }

  @Test
  void anActIsAnsweredByItsPatchAndShownToAllInTheSameBytes() {
    Duel duel = Duel.playing(server);

    duel.host().drop(1, 3);

    assertThat(duel.host().texts().getLast()).isEqualTo(duel.guest().texts().getLast())
        .isEqualTo(
            "{\"type\":\"patch\",\"rev\":4,\"acks\":{\"0\":1},\"patch\":{\"turn\":[1],\"view\":{\"columns\":"
                + "{\"3\":\"0\"}}},\"events\":[{\"type\":\"dropped\",\"seat\":0,\"column\":3,\"row\":0}]}");
  }

  @Test
  void aSeqMaySkipNumbersButNeverGoBack() {
    Duel duel = Duel.playing(server);
    duel.host().drop(9_007_199_254_740_990L, 3);
    duel.guest().drop(1, 3);
    duel.host().forget().drop(5, 4);
    server.advanceMillis(200);
    assertThat(duel.host().types()).containsExactly("room", "spectators");

    duel.host().drop(9_007_199_254_740_991L, 4);

    assertThat(duel.guest().view().doc().get("view").get("columns").get("4").stringValue()).isEqualTo("0");
  }

  @Test
  void aRefusedActMayBeSentAgainUnderItsNumber() {
    Duel duel = Duel.playing(server);
    assertThat(duel.host().drop(1, 9).take("error").get("seq").longValue()).isEqualTo(1);

    duel.host().drop(1, 3);

    assertThat(duel.host().types()).containsExactly("patch");
  }

  @Test
  void anActDecidedOnTheRevisionThatBeganTheTurnIsNotStale() {
    Duel duel = Duel.playing(server);
    duel.host().send("{'type':'act','seq':1,'action':{'column':3},'rev':3}");
    long began = duel.guest().view().rev();
    duel.host().send("{'type':'chat','text':'hi'}");
    duel.guest().send("{'type':'act','seq':1,'action':{'column':3},'rev':" + (began - 1) + "}");
    assertThat(duel.guest().takeError()).isEqualTo("stale");

    duel.guest().send("{'type':'act','seq':1,'action':{'column':3},'rev':" + began + "}");

    assertThat(duel.host().view().doc().get("view").get("columns").get("3").stringValue()).isEqualTo("01");
  }

  @Test
  void syncIsTheWholeRoomWithTheTimeOfTheMatch() {
    Duel duel = Duel.playing(server);
    server.advanceMillis(5_321);

    JsonNode room = duel.guest().ask("{'type':'sync'}");

    assertThat(room.get("now").longValue()).isEqualTo(5_321);
    assertThat(room.get("doc")).isEqualTo(duel.host().view().doc());
    assertThat(room.get("you").get("seat").intValue()).isEqualTo(1);
  }

  @Test
  void describeTellsHowToPlayAndGivesTheSchemas() {
    JsonNode dudo = server.player("Ana").ask("{'type':'describe','game':'dudo'}");

    assertThat(dudo.get("type").stringValue()).isEqualTo("game");
    assertThat(dudo.propertyNames()).containsExactlyInAnyOrder("type", "re", "id", "title", "help", "bots",
        "options",
        "action", "view", "me", "event");
    assertThat(dudo.get("bots").valueStream().map(JsonNode::stringValue)).containsExactly("mcts", "random");
    assertThat(dudo.get("help").stringValue()).contains("calzo");
    assertThat(server.player("Beto").ask("{'type':'describe','game':'connectFour'}").has("me")).isFalse();
  }

  @Test
  void nullMembersReadAsAbsent() {
    TestClient ana = server.player("Ana");

    JsonNode room = Duel.create(ana,
        "'game':'dudo','options':null,'settings':null,'seats':null,'visibility':null,"
            + "'password':null,'bots':null,'spectate':null");

    assertThat(room.get("doc").get("size").intValue()).isEqualTo(6);
    assertThat(room.get("doc").get("locked").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'type':'create','game':'%s'}", "{'type':'quick','game':'%s'}",
    "{'type':'describe','game':'%s'}", "{'type':'join','room':'%s'}", "{'type':'%s'}",
    "{'type':'create','game':'dudo','visibility':'%s'}", "{'type':'create','game':'dudo','options':{'%s':1}}",
    "{'type':'chat','text':'%s'}", "{'type':'create','game':'dudo','password':'%s'}",
    "{'type':'create','game':'dudo','settings':{'onAbsent':'%s'}}",
    "{'type':'create','game':'dudo','bots':%s1}"})
  void anErrorRepeatsLittleOfWhatWasSent(String message) {
    TestClient ana = server.player("Ana");
    String repeated = message.contains("%s1") ? "9".repeat(5_000) : "xyz".repeat(2_000);

    ana.send(message.formatted(repeated));

    List<JsonNode> errors = ana.inbox().stream().filter(m -> m.has("code")).toList();
    assertThat(errors).allMatch(error -> error.get("message").stringValue().length() < 300);
    assertThat(errors).noneMatch(error -> error.toString().contains(repeated.substring(0, 101)));
  }

  @Test
  void binaryOverWebSocketIsNoMessageBeforeAndAfterWelcome() {
    TestClient early = server.client(Speaks.WEBSOCKET)
        .sendFrame(0x82, "{\"type\":\"hello\",\"name\":\"Ana\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(early.takeError()).isEqualTo("badJson");
    assertThat(early.closeCode()).isEqualTo(4006);

    TestClient later = server.player("Ana", Speaks.WEBSOCKET).sendFrame(0x82, new byte[] {'{', '}'});
    assertThat(later.takeError()).isEqualTo("badJson");
    assertThat(later.ask("{'type':'ping'}").get("type").stringValue()).isEqualTo("pong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'type':'create','game':'dudo'}", "{'type':'quick','game':'dudo'}", "join"})
  void whoAsksForARoomInTheVeryMomentOfADrainIsRefused(String request) {
    TestClient host = server.player("Host");
    Duel.create(host, "'game':'dudo'");
    TestClient ana = server.player("Ana")
        .post(request.equals("join") ? "{'type':'join','room':'" + host.view().code() + "'}" : request);

    server.drain();

    assertThat(ana.types()).containsExactly("error", "bye");
    assertThat(ana.takeError()).isEqualTo("draining");
  }

  @Test
  void revisionsThatFillMoreThan16KiBAreNotKeptForThoseWhoComeBack() {
    server.set("room.resumeRevisions=4096"); // so that their bytes are the only limit
    Duel duel = Duel.seated(server);
    TestClient near = server.player("Near");
    TestClient far = server.player("Far");
    Duel.watch(far, duel.host().view().code());
    far.reset();
    for (int match = 0; match < 60; match++) {
      if (match == 20) {
        Duel.watch(near, duel.host().view().code());
        near.reset();
      }
      duel.host().ask("{'type':'start'}");
      duel.host().drop(match + 1, match % 2 == 0 ? 3 : 9);
      duel.guest().ask("{'type':'resign'}");
    }
    TestClient nearAgain = server.client();
    nearAgain.resumeFrom(near);
    TestClient farAgain = server.client();
    farAgain.resumeFrom(far);

    assertThat(farAgain.types()).containsExactly("room", "spectators");
    assertThat(nearAgain.types()).containsOnly("patch", "spectators");
    int bytes = nearAgain.texts()
        .stream()
        .filter(text -> text.startsWith("{\"type\":\"patch\""))
        .mapToInt(String::length)
        .sum();
    assertThat(bytes).isBetween(8 * 1024, 16 * 1024);
    assertThat(nearAgain.view().doc()).isEqualTo(farAgain.view().doc()).isEqualTo(duel.host().view().doc());
  }
}
