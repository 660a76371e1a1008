package dev.cancha.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.testing.BrokenGame;
import dev.cancha.server.testing.Duel;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@code quick} leads. */
class QuickChannelTest {
  @RegisterExtension
  final TestServer server = new TestServer().offer(new BrokenGame());

  private TestClient quick(String members) {
    TestClient client = server.player("Quick");
    client.ask("{'type':'quick'," + members + "}");
    return client;
  }

  private TestClient opened(String members) {
    TestClient host = server.player("Host");
    Duel.create(host, members);
    return host;
  }

  @Test
  void whereThereIsNoRoomOneIsOpened() {
    TestClient ana = quick("'game':'dudo'");

    assertThat(ana.view().doc().get("size").intValue()).isEqualTo(6);
    assertThat(ana.view().doc().get("visibility").stringValue()).isEqualTo("public");
    assertThat(ana.view().you().get("seat").intValue()).isZero();
  }

  @Test
  void theFullestRoomIsTakenAndOfEqualOnesTheOldest() {
    TestClient empty = opened("'game':'dudo','spectate':true");
    TestClient two = opened("'game':'dudo'");
    Duel.join(server.player("Eva"), two.view().code());
    TestClient alsoTwo = opened("'game':'dudo'");
    Duel.join(server.player("Eva"), alsoTwo.view().code());

    assertThat(quick("'game':'dudo'").view().code()).isEqualTo(two.view().code());
    assertThat(quick("'game':'dudo'").view().code()).isEqualTo(two.view().code());
    for (int i = 0; i < 2; i++) {
      quick("'game':'dudo'");
    }
    assertThat(two.view().doc().get("seats")).hasSize(6);
    assertThat(quick("'game':'dudo'").view().code()).isEqualTo(alsoTwo.view().code());
    assertThat(empty.view().doc().get("seats")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'game':'broken','password':'yes'", "'game':'broken','visibility':'private'",
    "'game':'broken','options':{'force':4}", "'game':'connectFour'"})
  void aRoomThatDoesNotFitIsLeftOut(String members) {
    TestClient host = opened(members);

    assertThat(quick("'game':'broken'").view().code()).isNotEqualTo(host.view().code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"'game':'broken'", "'game':'broken','options':{}",
    "'game':'broken','options':{'force':3}",
    "'game':'broken','options':null"})
  void optionsAreComparedAfterDefaults(String members) {
    TestClient host = opened("'game':'broken','options':{'force':3}");

    assertThat(quick(members).view().code()).isEqualTo(host.view().code());
  }

  @Test
  void theNewRoomHasTheOptionsThatWereAskedFor() {
    assertThat(quick("'game':'broken','options':{'force':7}").view().doc().get("options").toString())
        .isEqualTo("{\"force\":7}");
  }

  @Test
  void aRoomWhoseHostIsNotConnectedIsLeftOutUntilHeIsBack() {
    TestClient host = opened("'game':'dudo'");
    host.reset();
    assertThat(quick("'game':'dudo'").ask("{'type':'leave'}").get("type").stringValue()).isEqualTo("left");
    assertThat(server.holdings().rooms()).isEqualTo(1);
    TestClient again = server.client();
    again.resumeFrom(host);

    assertThat(quick("'game':'dudo'").view().code()).isEqualTo(host.view().code());
  }

  @Test
  void aMatchThatRunsOrIsOverIsLeftOut() {
    TestClient host = opened("'game':'dudo'");
    TestClient guest = server.player("Eva");
    Duel.join(guest, host.view().code());
    host.ask("{'type':'start'}");
    assertThat(quick("'game':'dudo'").view().code()).isNotEqualTo(host.view().code());

    guest.ask("{'type':'resign'}");

    assertThat(host.view().doc().get("phase").stringValue()).isEqualTo("over");
    assertThat(quick("'game':'dudo'").view().code()).isNotEqualTo(host.view().code());
  }

  @Test
  void ofTwoWhoWantTheLastSeatAtOnceOneOpensARoom() {
    TestClient host = opened("'game':'connectFour'");
    List<TestClient> both = List.of(server.player("Ana"), server.player("Beto"));
    both.forEach(client -> client.post("{'type':'quick','game':'connectFour','id':9}"));
    both.forEach(client -> client.loop().run());
    server.settle();

    assertThat(both).allMatch(client -> client.types().equals(List.of("room", "spectators")));
    assertThat(both).filteredOn(client -> client.view().code().equals(host.view().code())).hasSize(1);
    assertThat(both).allMatch(client -> client.take("room").get("re").intValue() == 9);
  }

  @Test
  void whoWasKickedFromTheBestRoomFindsAnother() {
    TestClient host = opened("'game':'dudo'");
    TestClient ana = quick("'game':'dudo'");
    host.ask("{'type':'kick','seat':1}");
    ana.forget();

    assertThat(ana.ask("{'type':'quick','game':'dudo'}").get("type").stringValue()).isEqualTo("room");
    assertThat(ana.view().code()).isNotEqualTo(host.view().code());
  }

  @Test
  void aRoomThatTheHostsMachineOpenedTakesItsFirstGuestAsHost() {
    String code = server.openRoom("dudo");

    TestClient ana = quick("'game':'dudo'");

    assertThat(ana.view().code()).isEqualTo(code);
    assertThat(ana.view().doc().get("host")).isEqualTo(ana.view().doc().get("seats").get("0").get("id"));
  }

  @Test
  void moreThanOneConnectionOfOneLoopMayBeQuick() {
    TestClient ana = server.player("Ana");
    TestClient beto = server.beside(ana);
    beto.hello("Beto");

    ana.post("{'type':'quick','game':'connectFour'}");
    beto.post("{'type':'quick','game':'connectFour'}");
    server.settle();

    assertThat(ana.view().doc()).isEqualTo(beto.view().doc());
  }
}
