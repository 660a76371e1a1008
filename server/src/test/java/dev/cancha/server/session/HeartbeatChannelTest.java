package dev.cancha.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.testing.Duel;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestClient.Speaks;
import dev.cancha.server.testing.TestServer;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Pings, silence, and the end of the server. */
class HeartbeatChannelTest {
  @RegisterExtension
  final TestServer server = new TestServer();

  @ParameterizedTest
  @EnumSource(Speaks.class)
  void aClientThatOnlyAnswersPingsIsNeverIdle(Speaks speaks) {
    TestClient ana = server.player("Ana", speaks);

    server.advanceSeconds(3_600);

    assertThat(ana.open()).isTrue();
    assertThat(ana.inbox()).hasSize(360)
        .allMatch(message -> message.get("type").stringValue().equals("ping"));
  }

  @Test
  void aPingComesEveryTenSecondsWithAnotherT() {
    TestClient ana = server.player("Ana");
    server.advanceMillis(9_999);
    assertThat(ana.inbox()).isEmpty();
    server.advanceMillis(1);
    assertThat(ana.inbox()).hasSize(1);
    server.advanceSeconds(10);

    assertThat(ana.inbox().get(0).get("t")).isNotEqualTo(ana.inbox().get(1).get("t"));
    assertThat(ana.inbox().get(0).propertyNames()).containsExactlyInAnyOrder("type", "t");
  }

  @ParameterizedTest
  @EnumSource(Speaks.class)
  void aClientThatAnswersNothingIsIdleAfter25Seconds(Speaks speaks) {
    TestClient ana = server.player("Ana", speaks).vanish();
    server.advanceMillis(24_999);
    assertThat(ana.open()).isTrue();

    server.advanceMillis(1);

    assertThat(ana.take("bye").get("code").stringValue()).isEqualTo("idle");
    server.advanceSeconds(1);
    assertThat(ana.open()).isFalse();
    if (speaks == Speaks.WEBSOCKET) {
      assertThat(ana.closeCode()).isEqualTo(4002);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "\"x\"", "null", "[1,{\"a\":null}]", "{\"deep\":{\"er\":true}}", "-1.5e3"})
  void aPongHasTheVeryTOfItsPingAndTheWallClock(String t) {
    TestClient ana = server.player("Ana");

    JsonNode pong = ana.ask("{'type':'ping','t':" + t + "}");

    assertThat(pong.get("t").toString()).isEqualTo(t.equals("-1.5e3") ? pong.get("t").toString() : t);
    assertThat(ana.texts().getLast()).contains("\"t\":" + t);
    assertThat(pong.get("time").longValue()).isEqualTo(TestServer.STARTED.toEpochMilli());
  }

  @Test
  void aPingWithoutTIsAnsweredWithoutOne() {
    assertThat(server.player("Ana").ask("{'type':'ping'}").has("t")).isFalse();
  }

  // ------------------------------------------------------------------ the server stops

  @ParameterizedTest
  @EnumSource(Speaks.class)
  void aServerThatStopsSaysByeToEveryoneAndWhenToComeBack(Speaks speaks) {
    Duel duel = Duel.seated(server.player("Ana", speaks), server.player("Beto")).start();
    TestClient caro = server.player("Caro");

    CompletableFuture<Void> drained = server.drain();

    for (TestClient client : new TestClient[] {duel.host(), duel.guest(), caro}) {
      JsonNode bye = client.take("bye");
      assertThat(bye.get("code").stringValue()).isEqualTo("shutdown");
      assertThat(bye.get("retryAfterMillis").longValue()).isEqualTo(1_000);
      assertThat(client.count("bye")).isZero();
    }
    if (speaks == Speaks.WEBSOCKET) {
      assertThat(duel.host().closeCode()).isEqualTo(4000);
    }
    assertThat(drained).isNotDone();
    server.advanceMillis(1_020);
    assertThat(drained).isDone();
    assertThat(server.holdings().connections()).isZero();
  }

  @Test
  void aServerWaitsNoLongerThanItMayForThoseWhoSayNothing() {
    server.client();
    CompletableFuture<Void> drained = server.drain();
    server.advanceMillis(4_900);
    assertThat(drained).isNotDone();

    server.advanceMillis(120);

    assertThat(drained).isDone();
  }

  @Test
  void whoWaitsForAWelcomeWhenTheServerStopsIsSentAwayToo() {
    TestClient old = server.player("Ana");
    server.holdPasswords();
    old.post("{'type':'create','game':'dudo','password':'yes'}");
    old.loop().run();
    TestClient young = server.client().send("{'type':'hello','token':'" + old.token() + "'}");

    server.drain();
    server.releasePasswords();
    server.advanceSeconds(2);

    assertThat(young.types()).containsExactly("bye");
    assertThat(server.holdings().connections()).isZero();
  }

  @Test
  void readinessEndsWithTheDrain() {
    TestClient probe = server.client();
    probe.sendBytes(
        "GET /readyz HTTP/1.1\r\nhost: a\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertThat(probe.rawText()).startsWith("HTTP/1.1 200 ");

    server.drain();
    probe.sendBytes(
        "GET /readyz HTTP/1.1\r\nhost: a\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    assertThat(probe.rawText()).contains("HTTP/1.1 503 ");
  }
}
