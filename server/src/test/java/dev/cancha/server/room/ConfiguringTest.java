package dev.cancha.server.room;

import static dev.cancha.server.room.Scene.changed;
import static dev.cancha.server.room.Scene.clocks;
import static dev.cancha.server.room.Scene.refused;
import static dev.cancha.server.room.Scene.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.GameInfo.Defaults;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.OnAbsent;
import dev.cancha.common.message.Settings;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.room.RoomDocument.SettingsEntry;
import dev.cancha.server.room.RoomInput.Changes;
import org.junit.jupiter.api.Test;

/** What the host changes between matches, and what a room may be opened with. */
class ConfiguringTest {
  private static final Changes NOTHING = new Changes(null, null, null, null, false, null);
  private static final PasswordHash HASH = new PasswordHash("c2FsdA==", "aGFzaA==", 1_000);

  private static Scene room() {
    Scene scene = Scene.of(new Pool());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto"));
    return scene;
  }

  @Test
  void onlyTheHostConfiguresAndOnlyBetweenMatches() {
    Scene scene = room();
    refused(scene.configure("Beto", Scene.seats(3)), ErrorCode.NOT_HOST);

    changed(scene.start("Ana"));
    refused(scene.configure("Beto", Scene.seats(3)), ErrorCode.NOT_HOST);
    refused(scene.configure("Ana", Scene.seats(3)), ErrorCode.ALREADY_PLAYING);

    changed(scene.leave("Beto"));
    changed(scene.configure("Ana", Scene.seats(3)));
    assertThat(scene.doc().size()).isEqualTo(3);
  }

  @Test
  void configuringTakesEveryonesReadyBack() {
    Scene scene = room();
    changed(scene.ready("Beto"));

    changed(scene.configure("Ana", NOTHING));

    assertThat(scene.seat(1).ready()).isNull();
    unchanged(scene.configure("Ana", NOTHING));
  }

  @Test
  void optionsAreReplacedWholeAndAbsentOnesAreTheDefaults() {
    Scene scene = room();
    changed(scene.configure("Ana", Scene.options("{\"stones\":20,\"stubborn\":true}")));
    assertThat(scene.doc().options()).isEqualTo(new Pool.Options(20, true));

    changed(scene.configure("Ana", Scene.options("{\"stones\":30}")));
    assertThat(scene.doc().options()).isEqualTo(new Pool.Options(30, false));

    changed(scene.configure("Ana", Scene.seats(3)));
    assertThat(scene.doc().options()).as("options not given stay").isEqualTo(new Pool.Options(30, false));
  }

  @Test
  void optionsThatTheGameDoesNotHaveAreBad() {
    Scene scene = room();

    refused(scene.configure("Ana", Scene.options("{\"stones\":51}")), ErrorCode.BAD_OPTIONS);
    refused(scene.configure("Ana", Scene.options("{\"stones\":\"9\"}")), ErrorCode.BAD_OPTIONS);
    refused(scene.configure("Ana", Scene.options("{\"stones\":1.5}")), ErrorCode.BAD_OPTIONS);
  }

  @Test
  void nothingIsChangedWhereOneOfSeveralChangesIsRefused() {
    Scene scene = room();

    refused(scene.configure("Ana",
        new Changes(Json.ofChecked("{\"stones\":51}"), Settings.NONE, 3,
            Visibility.PRIVATE, false, HASH)),
        ErrorCode.BAD_OPTIONS);

    assertThat(scene.doc().size()).isEqualTo(4);
    assertThat(scene.doc().locked()).isFalse();
    assertThat(scene.doc().visibility()).isEqualTo(Visibility.PUBLIC);
  }

  @Test
  void seatsStayWithinTheGamesAndAboveTheTakenOnes() {
    Scene scene = Scene.of(new Dudo());
    changed(scene.enter("Ana"));
    changed(scene.enter("Beto", 3));

    refused(scene.configure("Ana", Scene.seats(1)), ErrorCode.BAD_MESSAGE);
    refused(scene.configure("Ana", Scene.seats(7)), ErrorCode.BAD_MESSAGE);
    refused(scene.configure("Ana", Scene.seats(3)), ErrorCode.SEAT_TAKEN);
    changed(scene.configure("Ana", Scene.seats(4)));

    refused(scene.sit("Beto", 4), ErrorCode.BAD_MESSAGE);
    refused(scene.enter("Caro", 4), ErrorCode.BAD_MESSAGE);
  }

  @Test
  void settingsThatAreGivenReplaceAndTheOthersStay() {
    Scene scene = room();
    assertThat(scene.doc().settings()).isEqualTo(new SettingsEntry(null, null, null, OnAbsent.FORFEIT, 600));

    changed(scene.configure("Ana", Scene.settings(new Settings(null, 60, 2, OnAbsent.WAIT, 30))));
    assertThat(scene.doc().settings()).isEqualTo(new SettingsEntry(null, 60, 2, OnAbsent.WAIT, 30));

    changed(scene.configure("Ana", Scene.settings(clocks(null, null, 5))));
    assertThat(scene.doc().settings()).isEqualTo(new SettingsEntry(null, 60, 5, OnAbsent.WAIT, 30));

    changed(scene.configure("Ana", Scene.settings(clocks(20, null, null))));
    assertThat(scene.doc().settings()).as("a turn's limit switches the bank off")
        .isEqualTo(new SettingsEntry(20, null, null, OnAbsent.WAIT, 30));
  }

  @Test
  void aClockOfOneKindSwitchesTheGamesDefaultOff() {
    Scene turns = Scene.of(new Pool(new Defaults(15, 0, 0, 60)));
    assertThat(turns.doc().settings().turnSeconds()).isEqualTo(15);
    changed(turns.enter("Ana"));
    changed(turns.configure("Ana", Scene.settings(clocks(null, 60, null))));
    assertThat(turns.doc().settings()).isEqualTo(new SettingsEntry(null, 60, 0, OnAbsent.FORFEIT, 60));

    Scene banks = Scene.of(new Pool(new Defaults(0, 90, 3, 60)));
    assertThat(banks.doc().settings()).isEqualTo(new SettingsEntry(null, 90, 3, OnAbsent.FORFEIT, 60));
    changed(banks.enter("Ana"));
    changed(banks.configure("Ana", Scene.settings(clocks(null, null, 7))));
    assertThat(banks.doc().settings()).as("an increment goes to the game's own bank")
        .isEqualTo(new SettingsEntry(null, 90, 7, OnAbsent.FORFEIT, 60));
    changed(banks.configure("Ana", Scene.settings(clocks(10, null, null))));
    assertThat(banks.doc().settings()).isEqualTo(new SettingsEntry(10, null, null, OnAbsent.FORFEIT, 60));
  }

  @Test
  void anIncrementWithoutABankIsBad() {
    Scene scene = room();

    refused(scene.configure("Ana", Scene.settings(clocks(null, null, 5))), ErrorCode.BAD_OPTIONS);
    refused(scene.configure("Ana", Scene.settings(clocks(10, null, 5))), ErrorCode.BAD_OPTIONS);

    Configuring configuring = new Configuring(new Pool().info(), false);
    assertThat(configuring.check(2, clocks(10, null, 5))).isNotNull();
    assertThat(configuring.check(2, clocks(null, 10, 5))).isNull();
  }

  @Test
  void botsDoNotPlayOnWhereThereAreNone() {
    Scene scene = room();

    refused(scene.configure("Ana", Scene.settings(new Settings(null, null, null, OnAbsent.BOT, null))),
        ErrorCode.BAD_OPTIONS);
  }

  @Test
  void aPasswordLocksTheRoomUntilItIsRemoved() {
    Scene scene = room();

    changed(scene.configure("Ana", new Changes(null, null, null, null, false, HASH)));
    assertThat(scene.doc().locked()).isTrue();
    assertThat(scene.state.config().password()).isEqualTo(HASH);

    changed(scene.configure("Ana", Scene.seats(3)));
    assertThat(scene.doc().locked()).as("what is not given stays").isTrue();

    changed(scene.configure("Ana", new Changes(null, null, null, null, true, null)));
    assertThat(scene.doc().locked()).isFalse();
    assertThat(scene.state.config().password()).isNull();
  }

  @Test
  void aNewPasswordInPlaceOfAnotherShowsNothing() {
    Scene scene = room();
    changed(scene.configure("Ana", new Changes(null, null, null, null, false, HASH)));
    long rev = scene.state.rev();
    PasswordHash other = new PasswordHash("c2FsdA==", "b3RoZXI=", 1_000);

    changed(scene.configure("Ana", new Changes(null, null, null, null, false, other)));

    assertThat(scene.state.config().password()).isEqualTo(other);
    assertThat(scene.state.rev()).isEqualTo(rev);
  }

  @Test
  void aRoomThatChangesVisibilityGetsANewCode() {
    Scene scene = room();

    unchanged(scene.configure("Ana", Scene.visibility(Visibility.PUBLIC)));
    assertThat(scene.doc().code()).isEqualTo("KX3F");

    changed(scene.configure("Ana", Scene.visibility(Visibility.PRIVATE)));
    assertThat(scene.doc().code()).isEqualTo(Scene.NEW_CODE);
    assertThat(scene.doc().visibility()).isEqualTo(Visibility.PRIVATE);
  }

  @Test
  void botsAreRefusedInTheOrderOfTheirFaults() {
    Scene scene = room();

    refused(scene.bot("Beto", 4, null), ErrorCode.NOT_HOST);
    refused(scene.bot("Ana", 4, null), ErrorCode.BAD_MESSAGE);
    refused(scene.bot("Ana", 1, null), ErrorCode.NO_SUCH_BOT);
    refused(scene.bot("Ana", 1, "random"), ErrorCode.SEAT_TAKEN);
    refused(scene.noBot("Ana", 2), ErrorCode.NO_SUCH_BOT);
    refused(scene.noBot("Ana", 1), ErrorCode.NO_SUCH_BOT);
    changed(scene.start("Ana"));
    refused(scene.bot("Ana", 4, null), ErrorCode.ALREADY_PLAYING);
  }
}
