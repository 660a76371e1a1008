package dev.cancha.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestClient.Speaks;
import dev.cancha.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code hello} and {@code welcome}, names and tokens. */
class HelloChannelTest {
  @RegisterExtension
  final TestServer server = new TestServer();

  @ParameterizedTest
  @EnumSource(Speaks.class)
  void welcomeHasEveryMemberOfTheProtocolPage(Speaks speaks) {
    JsonNode welcome = server.client(speaks).send("{'type':'hello','name':'Ana','id':7}").take("welcome");

    assertThat(welcome.propertyNames()).containsExactlyInAnyOrder("type", "re", "protocol", "player", "token",
        "server", "games", "limits");
    assertThat(welcome.get("re").intValue()).isEqualTo(7);
    assertThat(welcome.get("protocol").intValue()).isEqualTo(1);
    assertThat(welcome.get("player").get("name").stringValue()).isEqualTo("Ana");
    assertThat(welcome.get("token").stringValue()).matches("[A-Za-z0-9_-]{22,128}");
    assertThat(welcome.get("server").toString()).isEqualTo("{\"name\":\"Cancha\",\"version\":\"1.2.3\"}");
    assertThat(welcome.get("games").toString()).isEqualTo(
        "[{\"id\":\"connectFour\",\"title\":\"Connect Four\",\"minSeats\":2,\"maxSeats\":2,\"tickRate\":0},"
            + "{\"id\":\"dudo\",\"title\":\"Dudo\",\"minSeats\":2,\"maxSeats\":6,\"tickRate\":0}]");
    assertThat(welcome.get("limits").toString()).isEqualTo("{\"maxFrameBytes\":65536,\"actsPerSecond\":30,"
        + "\"messagesPerSecond\":100,\"heartbeatMillis\":10000}");
  }

  @Test
  void everyoneHasAnIdAndATokenOfHisOwn() {
    TestClient ana = server.client();
    TestClient other = server.client();

    String id = ana.hello("Ana").get("player").get("id").stringValue();

    assertThat(other.hello("Ana").get("player").get("id").stringValue()).isNotEqualTo(id);
    assertThat(other.token()).isNotEqualTo(ana.token());
    assertThat(other.texts()).noneMatch(text -> text.contains(ana.token()));
  }

  @Test
  void unknownMembersAndNullsAreAsIfAbsent() {
    JsonNode welcome = server.client()
        .send(
            "{'hat':[1,{}],'name':'Ana','type':'hello','token':null,'protocol':null,'room':null,'rev':null}")
        .take("welcome");

    assertThat(welcome.has("resumed")).isFalse();
  }

  @Test
  void aNameIsNormalisedToNfc() {
    JsonNode welcome = server.client().hello("Ine\u0301s");

    assertThat(welcome.get("player").get("name").stringValue()).isEqualTo("In\u00e9s");
  }

  @Test
  void aNameOfTwentyFourCodePointsIsGoodHoweverManyBytesItHas() {
    String name = "\uD83C\uDFB2".repeat(24);

    assertThat(server.client().hello(name).get("player").get("name").stringValue()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\n", "\\u009f", "\\u061c", "\\u200e", "\\u200f", "\\u202a", "\\u202e",
    "\\u2066", "\\u2069", "\\u2028", "\\ud800"})
  void aNameWithWhatNobodySeesIsRefused(String hidden) {
    TestClient client = server.client().send("{'type':'hello','name':'A" + hidden + "na'}");

    assertThat(client.takeError()).isEqualTo("badMessage");
    server.advanceSeconds(1);
    assertThat(client.open()).isFalse();
  }

  @Test
  void aTokenThatNobodyKnowsIsNoErrorAndBringsANewOne() {
    String stranger = "a".repeat(43);
    TestClient client = server.client().send("{'type':'hello','name':'Ana','token':'" + stranger + "'}");

    JsonNode welcome = client.take("welcome");

    assertThat(welcome.has("resumed")).isFalse();
    assertThat(welcome.get("token").stringValue()).isNotEqualTo(stranger);
    assertThat(welcome.get("player").get("name").stringValue()).isEqualTo("Ana");
    assertThat(client.types()).isEmpty();
  }

  @Test
  void whoHasNeitherAKnownTokenNorANameIsCalledGuest() {
    JsonNode welcome = server.client()
        .send("{'type':'hello','token':'" + "a".repeat(43) + "','room':'KX3F','rev':12}")
        .take("welcome");

    assertThat(welcome.get("player").get("name").stringValue()).isEqualTo("Guest");
    assertThat(welcome.has("room")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {22, 43, 64, 128})
  void aTokenOfAnyAllowedLengthIsGood(int length) {
    TestClient client = server.client().send("{'type':'hello','token':'" + "_".repeat(length) + "'}");

    assertThat(client.types()).containsExactly("welcome");
  }

  @Test
  void aTokenOfOneCharacterMoreIsBad() {
    assertThat(server.client().send("{'type':'hello','token':'" + "_".repeat(129) + "'}").takeError())
        .isEqualTo("badToken");
  }

  @Test
  void aTokenWithOneCharacterChangedIsNotKnown() {
    TestClient ana = server.player("Ana");
    String forged = ana.token().substring(0, 30) + (ana.token().charAt(30) == 'A' ? 'B' : 'A')
        + ana.token().substring(31);

    TestClient thief = server.client().send("{'type':'hello','token':'" + forged + "','name':'Eva'}");

    assertThat(thief.take("welcome").has("resumed")).isFalse();
    assertThat(ana.open()).isTrue();
  }

  @Test
  void aHelloOfExactly4096BytesIsReadAndAfterItMessagesOf65536() {
    String hello = "{'type':'hello','name':'Ana','client':''}";
    TestClient client = server.client()
        .send(hello.replace("''}", "'" + "x".repeat(4_096 - hello.length()) + "'}"));
    client.take("welcome");

    String ping = "{'type':'ping','x':''}";
    client.send(ping.replace("''}", "'" + "x".repeat(65_536 - ping.length()) + "'}"));
    assertThat(client.types()).containsExactly("pong");
    client.forget().send(ping.replace("''}", "'" + "x".repeat(65_537 - ping.length()) + "'}"));

    assertThat(client.takeError()).isEqualTo("tooLarge");
    server.advanceSeconds(1);
    assertThat(client.open()).isFalse();
  }

  @Test
  void whatIsSentInOneReadWithHelloIsAnsweredInOrder() {
    TestClient client = server.client()
        .send("{'type':'hello','name':'Ana'}", "{'type':'ping','id':1}", "{'type':'list','id':2}",
            "{'type':'create','game':'dudo','id':3}", "{'type':'chat','text':'hi','id':4}",
            "{'type':'ping','id':5}");

    assertThat(client.types()).containsExactly("welcome", "pong", "rooms", "room", "spectators", "chat",
        "done",
        "pong");
  }

  @Test
  void whenThereAreTooManySessionsTheLongestIdleOneMakesRoomAndNoneThatIsInUse() {
    server.set("session.maxSessions=2");
    TestClient ana = server.player("Ana");
    TestClient beto = server.player("Beto").reset();

    server.player("Caro").reset();

    assertThat(server.client().resume(ana).has("resumed")).as("Ana is still there").isTrue();
    assertThat(server.client().resume(beto).has("resumed")).as("Beto was forgotten").isFalse();
  }

  @Test
  void oneWhoComesBackIsKnownAlsoWhereThereAreAsManySessionsAsMayBe() {
    server.set("session.maxSessions=2");
    TestClient ana = server.player("Ana");
    server.player("Beto");
    ana.reset();

    assertThat(server.client().resume(ana).has("resumed")).isTrue();
  }

  @Test
  void aSessionInNoRoomIsForgottenAfterTenMinutesWithoutAConnection() {
    TestClient ana = server.player("Ana").reset();
    server.advanceMillis(599_999);
    TestClient again = server.client();
    assertThat(again.resume(ana).get("resumed").booleanValue()).isTrue();

    again.reset();
    server.advanceMillis(600_000);

    assertThat(server.client().resume(again).has("resumed")).isFalse();
  }
}
