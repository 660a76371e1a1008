package dev.cancha.server.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.testing.Duel;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestServer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Codes and passwords, and who guesses them. */
class CodesChannelTest {
  private static final String ALPHABET = "[23456789ABCDEFGHJKMNPQRSTVWXYZ]";

  @RegisterExtension
  final TestServer server = new TestServer();

  private TestClient opened(String members) {
    TestClient host = server.player("Host");
    Duel.create(host, members);
    return host;
  }

  private static String join(String code, String members) {
    return "{'type':'join','room':'" + code + "'" + members + "}";
  }

  @Test
  void aPublicCodeHasFourCharactersAndAPrivateOneEight() {
    for (int i = 0; i < 50; i++) {
      assertThat(opened("'game':'dudo'").view().code()).matches(ALPHABET + "{4}");
      assertThat(opened("'game':'dudo','visibility':'private'").view().code()).matches(ALPHABET + "{8}");
    }
  }

  @Test
  void theCaseOfACodeIsIgnored() {
    TestClient host = opened("'game':'dudo','visibility':'private'");

    JsonNode room = Duel.join(server.player("Ana"), host.view().code().toLowerCase(Locale.ROOT));

    assertThat(room.get("doc").get("code").stringValue()).isEqualTo(host.view().code());
  }

  @Test
  void aRoomMadePrivateHasANewCodeAndTheOldOneLeadsNowhere() {
    Duel duel = Duel.seated(server);
    String old = duel.host().view().code();
    duel.guest().ask("{'type':'ready'}");

    duel.host().ask("{'type':'configure','visibility':'private'}");

    String code = duel.guest().view().code();
    assertThat(code).hasSize(8).isEqualTo(duel.host().view().code());
    assertThat(duel.guest().view().doc().get("seats").get("1").has("ready")).as("ready is taken back")
        .isFalse();
    TestClient ana = server.player("Ana");
    assertThat(ana.refused(join(old, ",'spectate':true"))).isEqualTo("noSuchRoom");
    Duel.watch(ana, code);
    assertThat(ana.view().doc()).isEqualTo(duel.host().view().doc());
  }

  @Test
  void configureAsItIsKeepsTheCode() {
    TestClient host = opened("'game':'dudo'");
    String code = host.view().code();

    host.ask("{'type':'configure','visibility':'public','seats':4}");

    assertThat(host.view().code()).isEqualTo(code);
    assertThat(host.view().doc().get("size").intValue()).isEqualTo(4);
  }

  @Test
  void aRefusedConfigureLeavesNoCodeBehind() {
    TestClient host = opened("'game':'dudo'");
    host.ask("{'type':'sit','seat':5}");

    assertThat(host.refused("{'type':'configure','visibility':'private','seats':2}")).isEqualTo("seatTaken");

    assertThat(host.view().code()).hasSize(4);
    assertThat(server.player("Ana").ask("{'type':'list'}").get("rooms")).hasSize(1);
  }

  // ------------------------------------------------------------------ passwords

  @Test
  void thePasswordOpensTheRoomForPlayersAndSpectators() {
    TestClient host = opened("'game':'dudo','password':'ñandú 🎲'");
    String code = host.view().code();

    server.player("Ana").ask(join(code, ",'password':'ñandú 🎲'"));
    server.player("Beto").ask(join(code, ",'password':'ñandú 🎲','spectate':true"));

    assertThat(host.view().doc().get("seats")).hasSize(2);
    assertThat(host.view().doc().get("locked").booleanValue()).isTrue();
    assertThat(host.texts()).noneMatch(text -> text.contains("ñandú"));
  }

  @Test
  void aPasswordSetLaterLocksAndAnEmptyOneUnlocks() {
    TestClient host = opened("'game':'dudo'");
    host.ask("{'type':'configure','password':'yes'}");
    TestClient ana = server.player("Ana");
    assertThat(ana.refused(join(host.view().code(), ""))).isEqualTo("wrongPassword");

    host.ask("{'type':'configure','password':''}");

    assertThat(ana.ask(join(host.view().code(), "")).get("type").stringValue()).isEqualTo("room");
  }

  @Test
  void aWrongPasswordIsSaidBeforeAnythingElseOfTheRoom() {
    TestClient host = opened("'game':'connectFour','password':'yes'");
    String code = host.view().code();
    TestClient guest = server.player("Beto");
    guest.ask(join(code, ",'password':'yes'"));
    TestClient kicked = server.player("Caro");
    kicked.ask(join(code, ",'password':'yes','spectate':true"));
    String id = kicked.ask("{'type':'chat','text':'hi'}").get("re").toString();
    assertThat(id).isNotEmpty();
    host.ask("{'type':'kick','player':'" + kicked.take("chat").get("from").get("id").stringValue() + "'}");
    TestClient elsewhere = opened("'game':'dudo'");
    TestClient newcomer = server.player("Dora");
    host.ask("{'type':'start'}");

    for (String wrong : new String[] {",'password':'no'", ""}) {
      assertThat(kicked.refused(join(code, wrong))).isEqualTo("wrongPassword");
      assertThat(elsewhere.refused(join(code, wrong))).isEqualTo("wrongPassword");
      assertThat(newcomer.refused(join(code, wrong + ",'seat':9"))).isEqualTo("wrongPassword");
      assertThat(guest.refused(join(code, wrong))).isEqualTo("wrongPassword");
    }
    assertThat(kicked.refused(join(code, ",'password':'yes'"))).isEqualTo("kicked");
    assertThat(elsewhere.refused(join(code, ",'password':'yes'"))).isEqualTo("alreadyInRoom");
    assertThat(newcomer.refused(join(code, ",'password':'yes','seat':9"))).isEqualTo("badMessage");
    assertThat(newcomer.refused(join(code, ",'password':'yes'"))).isEqualTo("roomFull");
  }

  @Test
  void whatIsSaidWhileAPasswordIsCheckedIsAnsweredAfterIt() {
    TestClient host = opened("'game':'dudo','password':'yes'");
    server.holdPasswords();
    TestClient ana = server.player("Ana")
        .send("{'type':'join','room':'" + host.view().code() + "','password':'yes','id':1}",
            "{'type':'ping','id':2}", "{'type':'chat','text':'hi','id':3}", "{'type':'list','id':4}");
    assertThat(ana.types()).isEmpty();

    server.releasePasswords();

    assertThat(ana.inbox().stream().filter(m -> m.has("re")).map(m -> m.get("re").intValue()))
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void theCreatorNeedsNoSecondCheckOfTheOwnPassword() {
    TestClient host = server.player("Ana");

    Duel.create(host, "'game':'dudo','password':'yes','spectate':true");

    assertThat(host.view().you().has("seat")).isFalse();
    assertThat(host.view().doc().get("host").stringValue()).isNotEmpty();
  }

  // ------------------------------------------------------------------ guessing

  @Test
  void afterTenWrongOnesEveryJoinIsRefusedForTheRestOfTheMinute() {
    TestClient host = opened("'game':'dudo'");
    TestClient locked = opened("'game':'dudo','password':'yes'");
    TestClient ana = server.player("Ana");
    for (int i = 0; i < 5; i++) {
      assertThat(ana.refused(join("2222", ""))).isEqualTo("noSuchRoom");
      assertThat(ana.refused(join(locked.view().code(), i == 0 ? "" : ",'password':'no'"))).isEqualTo(
          "wrongPassword");
    }

    assertThat(ana.refused(join(host.view().code(), ""))).isEqualTo("rateLimited");
    assertThat(ana.refused(join("2222", ""))).isEqualTo("rateLimited");
    server.advanceMillis(59_999);
    assertThat(ana.refused(join(host.view().code(), ""))).isEqualTo("rateLimited");
    server.advanceMillis(1);

    assertThat(ana.ask(join(host.view().code(), "")).get("type").stringValue()).isEqualTo("room");
  }

  @Test
  void anotherConnectionOfTheSameSessionHasNoMoreGuesses() {
    TestClient ana = server.player("Ana");
    for (int i = 0; i < 10; i++) {
      ana.send("{'type':'join','room':'2222'}");
    }
    TestClient again = server.client();
    again.resume(ana);

    assertThat(again.refused(join("2222", ""))).isEqualTo("rateLimited");
  }

  @Test
  void aRefusalThatIsNoGuessDoesNotCount() {
    Duel duel = Duel.seated(server);
    TestClient ana = server.player("Ana");
    for (int i = 0; i < 20; i++) {
      assertThat(ana.refused(join(duel.host().view().code(), ""))).isEqualTo("roomFull");
    }
  }

  @Test
  void aHundredWrongOnesFromOneAddressAreAllForWhoeverIsThere() {
    TestClient host = opened("'game':'dudo'");
    for (int session = 0; session < 10; session++) {
      TestClient guesser = server.from("198.51.100.7");
      guesser.hello("Eva");
      for (int i = 0; i < 10; i++) {
        assertThat(guesser.refused(join("2222", ""))).isEqualTo("noSuchRoom");
      }
    }
    TestClient neighbour = server.from("198.51.100.7");
    neighbour.hello("Ana");
    assertThat(neighbour.refused(join(host.view().code(), ""))).isEqualTo("rateLimited");

    TestClient other = server.from("198.51.100.8");
    other.hello("Beto");
    Duel.join(other, host.view().code());
    server.advanceSeconds(60);
    Duel.join(neighbour, host.view().code());
  }

  @Test
  void thisMachineItselfIsNotCountedByItsAddress() {
    TestClient host = opened("'game':'dudo'");
    for (int session = 0; session < 11; session++) {
      TestClient guesser = server.player("Eva");
      for (int i = 0; i < 10; i++) {
        assertThat(guesser.refused(join("2222", ""))).isEqualTo("noSuchRoom");
      }
      guesser.reset();
    }

    Duel.join(server.player("Ana"), host.view().code());
  }
}
