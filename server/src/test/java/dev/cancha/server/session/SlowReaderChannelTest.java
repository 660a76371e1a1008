package dev.cancha.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.testing.Duel;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestClient.Speaks;
import dev.cancha.server.testing.TestServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that do not read what they are sent: they cost the server a bounded amount, and nobody else anything. */
class SlowReaderChannelTest {
  private static final int HIGH_WATER_BYTES = 256 * 1024;

  @RegisterExtension
  final TestServer server = new TestServer();

  /** A match that is watched by one that has stopped reading, until more waits for it than may. */
  private TestClient fullSpectator(Duel duel, Speaks speaks) {
    TestClient caro = server.player("Caro", speaks);
    Duel.watch(caro, duel.host().view().code());
    caro.forget().stall(0);
    fill(duel);
    return caro;
  }

  /** Says things until more than 256 KiB wait for everyone who does not read. */
  private void fill(Duel duel) {
    String text = "\uD83C\uDFB2".repeat(300);
    for (int bytes = 0; bytes < HIGH_WATER_BYTES;) {
      duel.guest().forget().send("{'type':'chat','text':'" + text + "'}");
      bytes += duel.guest().take("chat").toString().getBytes(StandardCharsets.UTF_8).length;
    }
    duel.guest().forget();
  }

  @Test
  void whoReadsTooSlowlyGetsTheWholeRoomInsteadOfThePatchesItMissed() {
    Duel duel = Duel.playing(server);
    TestClient caro = fullSpectator(duel, Speaks.FRAMES);
    duel.host().drop(1, 3);
    duel.guest().drop(1, 4);
    assertThat(duel.guest().view().doc().get("turn").toString()).as("nobody waits for Caro").isEqualTo("[0]");

    caro.unstall();
    server.advanceMillis(200); // between two rooms to one client

    assertThat(caro.types()).doesNotContain("patch").endsWith("room", "spectators");
    assertThat(caro.view().doc()).isEqualTo(duel.guest().view().doc());
    duel.host().drop(2, 5);
    assertThat(caro.view().doc()).isEqualTo(duel.guest().view().doc());
    server.advanceSeconds(20);
    assertThat(caro.open()).isTrue();
  }

  @Test
  void whatWaitsForASlowReaderIsBounded() {
    Duel duel = Duel.playing(server);
    TestClient caro = fullSpectator(duel, Speaks.FRAMES);
    server.advanceSeconds(3);
    fill(duel);

    caro.unstall();

    int bytes = caro.inbox().stream().mapToInt(message -> message.toString().length()).sum();
    assertThat(bytes).isLessThan(HIGH_WATER_BYTES + 64 * 1024);
  }

  @Test
  void whoReadsNothingForTenSecondsMoreIsSentAway() {
    Duel duel = Duel.playing(server);
    TestClient caro = fullSpectator(duel, Speaks.WEBSOCKET);
    server.advanceSeconds(9);
    assertThat(caro.open()).isTrue();

    server.advanceSeconds(1);
    caro.unstall();

    assertThat(caro.take("bye").get("code").stringValue()).isEqualTo("slow");
    assertThat(caro.closeCode()).isEqualTo(4004);
    server.advanceSeconds(1);
    assertThat(caro.open()).isFalse();
  }

  @Test
  void whoTakesNotEvenTheByeIsClosedASecondLater() {
    Duel duel = Duel.playing(server);
    TestClient caro = fullSpectator(duel, Speaks.FRAMES);

    server.advanceSeconds(11);

    assertThat(caro.open()).isFalse();
    assertThat(duel.host().open()).isTrue();
    assertThat(server.holdings().connections()).isEqualTo(2);
  }

  @Test
  void fromAConnectionWhoseAnswersPileUpNothingMoreIsRead() {
    TestClient ana = server.player("Ana").stall(0);
    String ping = "{'type':'describe','game':'dudo'}";
    for (int i = 0; i < 1_000 && !ana.unheard(); i++) {
      ana.send(ping);
      server.advanceMillis(10);
    }
    assertThat(ana.unheard()).isTrue();
    ana.send("{'type':'ping','id':99}");

    ana.unstall();

    assertThat(ana.unheard()).isFalse();
    assertThat(ana.inbox().getLast().get("re").intValue()).isEqualTo(99);
    int bytes = ana.inbox().stream().mapToInt(message -> message.toString().length()).sum();
    assertThat(bytes).isBetween(HIGH_WATER_BYTES, HIGH_WATER_BYTES + 64 * 1024);
  }

  @Test
  void aPlayerWhoReadsAgainInTimeKeepsTheSeatAndPlaysOn() {
    Duel duel = Duel.playing(server);
    duel.host().stall(100);
    fill(duel);
    server.advanceSeconds(5);
    duel.host().unstall();

    duel.host().drop(1, 3);

    assertThat(duel.host().view().shared()).isEqualTo(duel.guest().view().shared());
    assertThat(duel.guest().view().doc().get("turn").toString()).isEqualTo("[1]");
  }
}
