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
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Coming back to a session, and to the room that it is in. */
class ResumeChannelTest {
  @RegisterExtension
  final TestServer server = new TestServer();

  @Test
  void aKnownTokenIsTheSamePlayerUnderTheSameName() {
    TestClient ana = server.client();
    JsonNode first = ana.hello("Ana");
    ana.reset();

    TestClient again = server.client();
    again.send("{'type':'hello','token':'" + ana.token() + "','name':'Other','id':3}");

    JsonNode welcome = again.welcomed();
    assertThat(welcome.get("resumed").booleanValue()).isTrue();
    assertThat(welcome.get("re").intValue()).isEqualTo(3);
    assertThat(welcome.get("player")).isEqualTo(first.get("player"));
    assertThat(welcome.get("token")).isEqualTo(first.get("token"));
    assertThat(welcome.has("room")).isFalse();
    assertThat(again.types()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Speaks.class)
  void aReconnectBringsEveryPatchAndThenTheChatSaidSince(Speaks speaks) {
    Duel duel = Duel.playing(server);
    TestClient ana = duel.host().reset();
    duel.guest().send("{'type':'chat','text':'where are you'}");
    TestClient again = server.client(speaks);

    JsonNode welcome = again.resumeFrom(ana);

    assertThat(welcome.get("room").stringValue()).isEqualTo(ana.view().code());
    assertThat(again.types()).as("lost, back, and the chat").containsExactly("patch", "patch", "chat");
    assertThat(again.view().doc()).isEqualTo(duel.guest().view().doc());
    again.drop(1, 3);
    assertThat(again.view().shared()).isEqualTo(duel.guest().view().shared());
  }

  @Test
  void withoutRoomAndRevTheWholeRoomFollows() {
    Duel duel = Duel.playing(server);
    duel.host().drop(1, 3).reset();
    TestClient again = server.client();

    again.resume(duel.host());

    assertThat(again.types()).containsExactly("room", "spectators");
    JsonNode room = again.take("room");
    assertThat(room.has("re")).isFalse();
    assertThat(room.get("you").toString()).isEqualTo("{\"seat\":0,\"seq\":1}");
    assertThat(again.view().doc()).isEqualTo(duel.guest().view().doc());
  }

  @Test
  void anotherRoomOrARevisionOfTheFutureBringsTheWholeRoom() {
    Duel duel = Duel.playing(server);
    TestClient ana = duel.host();
    for (String known : List.of("'room':'ZZZZ','rev':4", "'room':'" + ana.view().code() + "','rev':400",
        "'room':'" + ana.view().code() + "'", "'rev':4")) {
      TestClient again = server.client().send("{'type':'hello','token':'" + ana.token() + "'," + known + "}");
      again.welcomed();
      assertThat(again.types()).as(known).containsExactly("room", "spectators");
    }
  }

  @Test
  void theCodeOfTheRoomIsKnownInAnyCase() {
    Duel duel = Duel.playing(server);
    TestClient again = server.client()
        .as(duel.host())
        .send("{'type':'hello','token':'" + duel.host().token() + "','room':'"
            + duel.host().view().code().toLowerCase(java.util.Locale.ROOT) + "','rev':"
            + duel.host().view().rev()
            + "}");

    again.welcomed();

    assertThat(again.types()).isEmpty();
  }

  @Test
  void whoMissedNothingGetsNothing() {
    Duel duel = Duel.playing(server);
    TestClient again = server.client();

    again.resumeFrom(duel.host());

    assertThat(again.types()).isEmpty();
    assertThat(again.view().doc()).isEqualTo(duel.guest().view().doc());
  }

  @Test
  void sixtyFourMissedRevisionsComeAsPatchesAndSixtyFiveAsTheWholeRoom() {
    Duel duel = Duel.seated(server);
    TestClient ana = duel.host().reset(); // one revision
    for (int i = 0; i < 62; i++) {
      duel.guest().send("{'type':'ready','ready':" + (i % 2 == 0) + "}");
    }
    TestClient again = server.client(); // coming back is one more
    again.resumeFrom(ana);
    assertThat(again.types()).hasSize(64).containsOnly("patch");

    again.reset();
    for (int i = 0; i < 63; i++) {
      duel.guest().send("{'type':'ready','ready':" + (i % 2 == 0) + "}");
    }
    TestClient third = server.client();
    third.resumeFrom(again);
    assertThat(third.types()).containsExactly("room", "spectators");
    assertThat(third.view().doc()).isEqualTo(duel.guest().view().doc());
  }

  @Test
  void whoseSeatChangedSinceGetsTheWholeRoom() {
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'dudo'");
    TestClient beto = server.player("Beto");
    Duel.join(beto, ana.view().code());
    long before = ana.view().rev();
    ana.ask("{'type':'sit','seat':4}");
    beto.send("{'type':'ready'}");

    TestClient again = server.client()
        .send(
            "{'type':'hello','token':'" + ana.token() + "','room':'" + ana.view().code() + "','rev':" + before
                + "}");
    again.welcomed();
    assertThat(again.types()).containsExactly("room", "spectators");
    assertThat(again.view().you().get("seat").intValue()).isEqualTo(4);

    TestClient third = server.client();
    third.resumeFrom(again);
    assertThat(third.types()).as("since then the seat is the same").isEmpty();
  }

  @Test
  void aSpectatorComesBackToWatch() {
    Duel duel = Duel.playing(server);
    TestClient caro = server.player("Caro");
    Duel.watch(caro, duel.host().view().code());
    caro.reset();
    duel.host().drop(1, 3);
    TestClient again = server.client();

    JsonNode welcome = again.resumeFrom(caro);

    assertThat(welcome.get("room").stringValue()).isEqualTo(duel.host().view().code());
    assertThat(again.view().doc()).isEqualTo(duel.host().view().doc());
    assertThat(again.view().you().has("seat")).isFalse();
  }

  @Test
  void aSpectatorHasNoMeWhenComingBackAndAPlayerHasTheOwnOne() {
    TestClient ana = server.player("Ana");
    TestClient beto = server.player("Beto");
    TestClient caro = server.player("Caro");
    Duel.create(ana, "'game':'dudo','seats':2");
    Duel.join(beto, ana.view().code());
    Duel.watch(caro, ana.view().code());
    ana.reset();
    caro.reset();
    beto.send("{'type':'ready'}");
    TestClient anaAgain = server.client();
    anaAgain.resumeFrom(ana);
    anaAgain.send("{'type':'ready'}");
    anaAgain.reset();

    TestClient third = server.client();
    third.resumeFrom(anaAgain);
    TestClient caroAgain = server.client();
    caroAgain.resumeFrom(caro);

    assertThat(third.view().doc().get("me").get("dice")).hasSize(5);
    assertThat(third.view().doc().get("me")).isNotEqualTo(beto.view().doc().get("me"));
    assertThat(caroAgain.view().doc().has("me")).isFalse();
    assertThat(caroAgain.view().shared()).isEqualTo(third.view().shared()).isEqualTo(beto.view().shared());
  }

  // ------------------------------------------------------------------ a place that was lost

  @Test
  void whoWasAwayForTooLongIsToldAfterWelcome() {
    Duel duel = Duel.seated(server);
    duel.guest().reset();
    server.advanceSeconds(120);
    assertThat(duel.host().view().doc().get("seats").has("1")).isFalse();
    TestClient again = server.client();

    JsonNode welcome = again.resumeFrom(duel.guest());

    assertThat(welcome.has("room")).isFalse();
    assertThat(again.types()).containsExactly("left");
    assertThat(again.take("left").get("reason").stringValue()).isEqualTo("expired");
  }

  @Test
  void whoWasKickedWhileAwayIsToldAfterWelcomeAndOnlyOnce() {
    Duel duel = Duel.seated(server);
    duel.guest().reset();
    duel.host().ask("{'type':'kick','seat':1}");
    TestClient again = server.client();
    again.resume(duel.guest());
    assertThat(again.take("left").get("reason").stringValue()).isEqualTo("kicked");

    TestClient third = server.client();
    third.resume(again);

    assertThat(third.types()).isEmpty();
  }

  @Test
  void whoLeftAndWasToldIsNotToldAgain() {
    Duel duel = Duel.seated(server);
    duel.guest().ask("{'type':'leave'}");
    TestClient again = server.client();

    again.resume(duel.guest());

    assertThat(again.types()).isEmpty();
  }

  @Test
  void newsOfALostPlaceSurvivesAConnectionThatIsLostBeforeItsWelcome() {
    Duel duel = Duel.seated(server);
    duel.guest().reset();
    TestClient flaky = server.client();
    duel.host().post("{'type':'kick','seat':1}");
    flaky.post("{'type':'hello','token':'" + duel.guest().token() + "'}").postReset();
    flaky.loop().run();
    server.settle();
    assertThat(flaky.types()).isEmpty();
    TestClient again = server.client();

    again.resume(duel.guest());

    assertThat(again.types()).containsExactly("left");
  }

  @Test
  void aRoomThatClosedMeanwhileIsSaidToHaveLetTheSessionGo() {
    TestClient ana = server.player("Ana");
    Duel.create(ana, "'game':'dudo'");
    ana.reset();
    server.advanceSeconds(120);
    assertThat(server.holdings().rooms()).isZero();
    TestClient again = server.client();

    again.resumeFrom(ana);

    assertThat(again.types()).containsExactly("left");
  }
}
