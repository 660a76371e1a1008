package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ClientMessage.Configure;
import dev.cancha.server.host.Passwords.Caller;
import dev.cancha.server.room.PasswordHash;
import dev.cancha.server.room.Pool;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rooms behind a password, which is hashed away from the loop. */
class PasswordsTest {
  private final Stage stage = new Stage(new Pool());

  @AfterEach
  void everyRequestIsAnsweredOnceAndEveryoneHasTheRoom() {
    stage.settled();
  }

  private static Configure password(int id, String password) {
    return new Configure(id, null, null, null, null, password);
  }

  private static Entry with(String password) {
    return new Entry(1, null, false, password, null, false);
  }

  private Guest locked() {
    Guest ana = stage.enters("Ana");
    ana.ask(password(1, "sésamo"));
    stage.work();
    ana.heard();
    return ana;
  }

  @Test
  void aPasswordIsHashedOnAnotherExecutorAndThenSet() {
    Guest ana = stage.enters("Ana");

    ana.ask(password(4, "sésamo"));
    assertThat(ana.heard()).isEmpty();
    assertThat(stage.bench.waiting()).isEqualTo(1);
    stage.work();

    assertThat(ana.heard()).containsExactly("patch 2", "done 4 rev 2");
    assertThat(ana.doc.node().at("/locked").booleanValue()).isTrue();
    assertThat(stage.host.row().entry().locked()).isTrue();
    assertThat(stage.journal.inputs.getLast().toString()).as("the password itself is stored nowhere")
        .doesNotContain("sésamo");
  }

  @Test
  void theRightPasswordOpensAndAWrongOneOrNoneDoesNot() {
    locked();
    Guest beto = stage.guest("Beto");

    beto.enter(with("sesamo"));
    assertThat(beto.heard()).isEmpty();
    stage.work();
    beto.enter();
    assertThat(beto.heard()).containsExactly("refused 1 WRONG_PASSWORD", "refused 1 WRONG_PASSWORD");
    assertThat(stage.bench.waiting()).as("none is not hashed").isZero();

    beto.enter(with("sésamo"));
    stage.work();
    assertThat(beto.heard()).containsExactly("entered: room 3 re 1, watching []");
  }

  @Test
  void spectatorsNeedItToo() {
    locked();
    Guest beto = stage.guest("Beto").watch();
    assertThat(beto.heard()).containsExactly("refused 1 WRONG_PASSWORD");
  }

  @Test
  void aWrongPasswordTellsNothingElseOfTheRoomOrOfOneself() {
    Guest ana = locked();
    Guest beto = stage.guest("Beto");
    beto.enter(with("sésamo"));
    stage.work();
    ana.ask(new ClientMessage.Kick(2, 1, null));
    beto.heard();

    beto.enter(with("wrong"));
    stage.work();
    assertThat(beto.heard()).containsExactly("refused 1 WRONG_PASSWORD");
    beto.enter(with("sésamo"));
    stage.work();
    assertThat(beto.heard()).containsExactly("refused 1 KICKED");

    Guest caro = stage.guest("Caro");
    caro.enter(new Entry(1, null, false, "wrong", null, true));
    stage.work();
    caro.enter(new Entry(1, null, false, "sésamo", null, true));
    stage.work();
    assertThat(caro.heard()).containsExactly("refused 1 WRONG_PASSWORD", "refused 1 ALREADY_IN_ROOM");
  }

  @Test
  void theCreatorNeedsNoCheckOfTheOwnPassword() {
    Guest ana = locked();
    PasswordHash hash = stage.journal.durable.config().password();
    Guest beto = stage.guest("Beto");
    beto.open++;

    stage.loops.as(stage.loop,
        () -> stage.host.enterAsCreator(beto.identity, beto, new Entry(1, null, false, null, null, false),
            hash));

    assertThat(beto.heard()).containsExactly("entered: room 3 re 1, watching []");
    assertThat(ana.heard()).containsExactly("patch 3");
  }

  @Test
  void aPasswordThatIsChangedDuringTheCheckIsCheckedAgain() {
    Guest ana = locked();
    Guest beto = stage.guest("Beto");
    beto.enter(with("sésamo"));
    ana.ask(password(2, "other"));
    stage.work();
    stage.work();

    assertThat(beto.heard()).as("the check of the old one came first")
        .contains("entered: room 3 re 1, watching []");

    ana.ask(password(3, "third"));
    Guest caro = stage.guest("Caro");
    caro.enter(with("other"));
    stage.work();
    stage.work();
    assertThat(caro.heard()).as("right when it came, and not any more when it was checked")
        .containsExactly("refused 1 WRONG_PASSWORD");
  }

  @Test
  void aPasswordThatIsRemovedOpensTheRoom() {
    Guest ana = locked();

    ana.ask(password(5, ""));
    assertThat(ana.heard()).containsExactly("patch 3", "done 5 rev 3");

    assertThat(stage.guest("Beto").enter().heard()).containsExactly("entered: room 4 re 1, watching []");
  }

  @Test
  void whereTooManyPasswordsWaitOneIsToldToTryAgain() {
    Guest ana = locked();
    stage.bench.full = true;
    Guest beto = stage.guest("Beto");

    beto.enter(with("sésamo"));
    ana.ask(password(2, "other"));

    assertThat(beto.heard()).containsExactly("refused 1 RATE_LIMITED");
    assertThat(ana.heard()).containsExactly("refused 2 RATE_LIMITED");
  }

  @Test
  void thatABusyServerRefusesComesAfterWhatWasAskedBefore() {
    Guest ana = locked();
    stage.late();
    stage.bench.full = true;
    ana.ask(new ClientMessage.Ready(1, true));
    ana.ask(password(2, "other"));
    assertThat(ana.heard()).isEmpty();

    stage.durable(1);

    assertThat(ana.heard()).containsExactly("patch 3", "done 1 rev 3", "refused 2 RATE_LIMITED");
  }

  @Test
  void oneWhoIsLostWhileItsPasswordIsCheckedIsNotLetIn() {
    locked();
    Guest beto = stage.guest("Beto");
    beto.enter(with("sésamo"));
    beto.gone = true;

    stage.work();

    assertThat(beto.heard()).containsExactly("settled");
    assertThat(stage.journal.inputs).hasSize(2);
  }

  @Test
  void onlyTheHostSetsOneAlsoWhereItsOldConnectionAsked() {
    Guest ana = locked();
    Guest beto = stage.guest("Beto");
    beto.enter(with("sésamo"));
    stage.work();
    beto.heard();

    beto.ask(password(2, "mine"));
    stage.work();
    assertThat(beto.heard()).containsExactly("refused 2 NOT_HOST");

    ana.ask(password(3, "other"));
    stage.guest("Ana").attach(ana);
    stage.work();
    assertThat(stage.journal.inputs).as("what a superseded connection asked is dropped").hasSize(3);
    assertThat(ana.heard()).contains("settled");
  }

  // ------------------------------------------------------------------ hashing alone

  @Test
  void hashesAreSaltedAndOfTheRightPasswordOnly() {
    List<PasswordHash> hashes = new ArrayList<>();
    List<Boolean> verdicts = new ArrayList<>();
    Passwords passwords = new Passwords(Runnable::run, bytes -> bytes[0] = (byte) hashes.size(), 1_000);
    Caller caller = new Caller(Runnable::run, () -> hashes.clear());

    passwords.hash("sésamo", caller, hashes::add);
    passwords.hash("sésamo", caller, hashes::add);
    for (PasswordHash hash : hashes) {
      passwords.verify("sésamo", hash, caller, verdicts::add);
      passwords.verify("sesamo", hash, caller, verdicts::add);
      passwords.verify("sésamo ", hash, caller, verdicts::add);
    }

    assertThat(hashes).hasSize(2).doesNotHaveDuplicates();
    assertThat(verdicts).containsExactly(true, false, false, true, false, false);
  }

  /** RFC 7914, section 11, has this value for PBKDF2 with HMAC-SHA-256, cut to its first 32 bytes. */
  @Test
  void theHashIsThatOfTheRfc() {
    List<Boolean> verdicts = new ArrayList<>();
    byte[] expected = HexFormat.of()
        .parseHex("4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56");
    PasswordHash hash = new PasswordHash(Base64.getEncoder()
        .encodeToString("NaCl".getBytes(
            StandardCharsets.US_ASCII)),
        Base64.getEncoder().encodeToString(expected), 80_000);

    new Passwords(Runnable::run, bytes -> bytes[0] = 1, 1_000).verify("Password", hash,
        new Caller(Runnable::run, verdicts::clear), verdicts::add);

    assertThat(verdicts).containsExactly(true);
  }
}
