package dev.cancha.app.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.ServerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** At a keyboard: every line is sent at once. */
class LineModeTest {
  @Test
  void withACodeTheRoomIsEnteredAndShownAndItsGameDescribed() {
    var link = new FakeLink("KX3F", false).welcomed();
    assertThat(link.sent()).containsExactly(FakeLink.join("KX3F"));
    link.on(new Event.Changed(Samples.room("lobby", ""), List.of()));
    assertThat(link.screen()).startsWith("Room KX3F, Connect Four, before the match",
        "  seat 0: Ana, you, host, ready");
    assertThat(link.sent()).containsExactly(new ClientMessage.Describe(null, "connectFour"));
  }

  @Test
  void howToPlayIsToldOnceTheGameIsDescribed() {
    var link = new FakeLink("KX3F", false).welcomed();
    link.inLobby();
    link.type("/help");
    assertThat(link.screen()).contains("Your acts, in these words or as JSON:", "  <column 0-6>");
  }

  @Test
  void withoutACodeTheRoomsAreListedAndACodeEntersOne() {
    var link = new FakeLink(null, false).welcomed();
    assertThat(link.sent()).containsExactly(new ClientMessage.ListRooms(null, null, null));
    link.answer(new ServerMessage.Rooms(1, List.of(
        new ServerMessage.RoomEntry("KX3F", "connectFour", Phase.LOBBY, 2, 1, 0, false),
        new ServerMessage.RoomEntry("ABCD", "dudo", Phase.PLAYING, 6, 4, 2, true))));
    assertThat(link.screen()).containsExactly(
        "Games here: connectFour, snake, comets. Type a room's code, /create GAME, or /help.",
        "KX3F  connectFour, 1 of 2 seats taken, not begun",
        "ABCD  dudo, 4 of 6 seats taken, playing, with a password");
    link.type("kx3f");
    assertThat(link.sent()).containsExactly(FakeLink.join("kx3f"));
  }

  @Test
  void anEmptyListSaysHowToOpenARoom() {
    var link = new FakeLink(null, false).welcomed();
    link.answer(new ServerMessage.Rooms(1, List.of()));
    assertThat(link.screen()).endsWith("No room is open. /create GAME opens one.");
    link.type("what now?");
    assertThat(link.screen()).containsExactly(
        "You are in no room yet. Type a room's code, /rooms, /create GAME, or /help.");
    assertThat(link.sent()).hasSize(1);
  }

  @Test
  void whatIsTypedBeforeTheWelcomeIsWorkedOffAfterIt() {
    var link = new FakeLink("KX3F", false);
    link.type("/ready");
    assertThat(link.sent()).isEmpty();
    link.welcomed();
    link.on(new Event.Changed(Samples.room("lobby", ""), List.of()));
    link.done();
    assertThat(link.sent()).contains(new ClientMessage.Ready(null, null));
  }

  @Test
  void anActIsSentAsTypedEvenOutOfTurnAndTheServerJudges() {
    var link = new FakeLink("KX3F", false).inLobby();
    link.on(new Event.Changed(Samples.playing(1, ""), List.of()));
    link.type("3", "{\"column\": 4}");
    assertThat(link.sent()).containsExactly("{\"column\":3}", "{\"column\":4}");
    link.screen();
    link.refuse("It is not your turn.");
    assertThat(link.screen()).containsExactly("It is not your turn.");
  }

  @Test
  void whatIsNoActIsAnsweredHere() {
    var link = new FakeLink("KX3F", false).inLobby();
    link.type("left", "/fly", "");
    assertThat(link.sent()).isEmpty();
    assertThat(link.screen()).containsExactly("\"left\" is no act here. Type <column 0-6>.",
        "There is no /fly. /help shows every command.");
  }

  @Test
  void anActShowsWhatHappenedTheBoardAndTheTurn() {
    var link = new FakeLink("KX3F", false).inLobby();
    link.on(new Event.Changed(Samples.playing(0, ""), List.of(Samples.json("{\"type\":\"started\"}"))));
    assertThat(link.screen()).startsWith("* started").endsWith("It is your turn.");
    link.on(new Event.Changed(Samples.playing(1, "0"),
        List.of(Samples.json("{\"type\":\"dropped\",\"seat\":0,\"column\":3,\"row\":0}"))));
    assertThat(link.screen()).containsExactly("* dropped: Ana, column 3, row 0", " | . . . . . . . |",
        " | . . . . . . . |", " | . . . . . . . |", " | . . . . . . . |", " | . . . . . . . |",
        " | . . . x . . . |", "   0 1 2 3 4 5 6     x: Ana, o: Beto", "It is the turn of Beto.");
  }

  @Test
  void aRevisionWithNothingNewShowsNothing() {
    var link = new FakeLink("KX3F", false).inLobby();
    link.on(new Event.Changed(Samples.room("lobby", ""), List.of()));
    assertThat(link.screen()).isEmpty();
  }

  @Test
  void aGameThatTicksIsShownOnceASecondAndAtItsEnd() {
    var link = new FakeLink("KX3F", false).welcomed();
    for (int tick = 0; tick <= 40; tick++) {
      link.on(new Event.Changed(Samples.json(
          "{\"code\":\"KX3F\",\"game\":\"comets\",\"phase\":\"playing\",\"view\":{\"tick\":" + tick + "}}"),
          List.of()));
    }
    assertThat(link.screen()).filteredOn(line -> line.startsWith(" tick"))
        .containsExactly(" tick: 0", " tick: 1",
            " tick: 21");
    link.on(new Event.Changed(Samples.json(
        "{\"code\":\"KX3F\",\"game\":\"comets\",\"phase\":\"over\",\"view\":{\"tick\":41}}"), List.of()));
    assertThat(link.screen()).containsExactly(" tick: 41");
  }

  @Test
  void aGameThatCountsItsSecondsIsDrawnWithThemAndTellsAtOnceWhatHappens() {
    var link = new FakeLink("KX3F", false).welcomed();
    link.on(snake(9, 0));
    link.screen();
    link.on(snake(9, 1));
    assertThat(link.screen()).isEmpty();
    link.on(new Event.Changed(snake(9, 2).doc(), List.of(Samples.json("{\"type\":\"ate\",\"seat\":0}"))));
    assertThat(link.screen()).containsExactly("* ate: seat 0");
    link.on(snake(8, 3));
    assertThat(link.screen()).startsWith(" | . . . A . . |").endsWith("  A: seat 0 1; 8 s left");
  }

  private static Event.Changed snake(int secondsLeft, int x) {
    return new Event.Changed(
        Samples.json("""
        {"code":"KX3F","game":"snake","phase":"playing","view":{"size":{"width":6,"height":1},"food":[],
         "snakes":{"0":{"head":[%d,0],"body":"","alive":true}},"secondsLeft":%d}}""".formatted(x,
            secondsLeft)),
        List.of());
  }

  @Test
  void anUndescribedGameIsPlayedInJson() {
    var link = new FakeLink("KX3F", false).welcomed();
    link.on(new Event.Changed(Samples.playing(0, ""), List.of()));
    link.done();
    link.refuse("There is no such game.");
    assertThat(link.screen()).endsWith("There is no such game. Acts can be typed as JSON only.");
    link.sent();
    link.type("3", "{\"column\":3}");
    assertThat(link.screen())
        .containsExactly("The server has not described this game; type the act as JSON.");
    assertThat(link.sent()).containsExactly("{\"column\":3}");
  }

  @Test
  void aSeatWithoutANumberIsTheFirstFreeOne() {
    var link = new FakeLink("KX3F", false).inLobby();
    link.type("/sit");
    assertThat(link.screen()).containsExactly("No seat is free.");
    link.on(new Event.Changed(Samples.json(
        "{\"code\":\"KX3F\",\"game\":\"connectFour\",\"size\":2,\"phase\":\"lobby\",\"seats\":{\"0\":{}}}"),
        List.of()));
    link.type("/sit");
    assertThat(link.sent()).containsExactly(new ClientMessage.Sit(null, 1));
  }

  @Test
  void showPrintsTheRoomAgain() {
    var link = new FakeLink("KX3F", false).inLobby();
    link.type("/show");
    assertThat(link.screen()).startsWith("Room KX3F, Connect Four, before the match");
    link.on(new Event.Left(LeftReason.LEFT));
    link.screen();
    link.type("/show", "/sit");
    assertThat(link.screen()).containsExactly("You are in no room.", "You are in no room.");
  }

  @Test
  void chatIsShownWithoutAnythingThatMovesTheCursor() {
    var link = new FakeLink("KX3F", false).inLobby();
    link.on(new Event.Said("Be\u001b[2Jto", "a\u202eb\rc"));
    assertThat(link.screen()).containsExactly("Be?[2Jto: a?b?c");
  }

  @Test
  void aLostConnectionAndItsReturnAreToldOnceHoweverOftenItIsTried() {
    var link = new FakeLink("KX3F", false).inLobby();
    link.on(new Event.Lost());
    link.on(new Event.Lost());
    link.on(new Event.Back("p1"));
    assertThat(link.screen()).containsExactly("The connection is lost; trying to get it back.",
        "The connection is back.");
    assertThat(link.mode.exit()).isEmpty();
  }

  @Test
  void whoeverComesBackAsSomebodyElseHasNoSeatAnyMore() {
    var link = new FakeLink("KX3F", false).inLobby();
    link.on(new Event.Back("p7"));
    link.screen();
    link.type("/show");
    assertThat(link.screen()).noneMatch(line -> line.contains("you,"))
        .contains("You watch. Type /sit for a seat.");
  }

  @Test
  void whatTheServerSaysUnaskedIsShown() {
    var link = new FakeLink("KX3F", false).inLobby();
    link.on(new Event.Told("Slow down."));
    assertThat(link.screen()).containsExactly("Slow down.");
  }

  @Test
  void aConnectionLostForGoodEndsWithOne() {
    var link = new FakeLink("KX3F", false).inLobby();
    link.on(new Event.Closed("Somebody else uses this session now."));
    assertThat(link.screen()).containsExactly("Somebody else uses this session now.");
    assertThat(link.mode.exit()).hasValue(1);
    assertThat(link.closed).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonToLeaveIsTold(LeftReason reason) {
    var link = new FakeLink("KX3F", false).inLobby();
    link.on(new Event.Left(reason));
    assertThat(link.screen()).singleElement().asString().contains("room").endsWith(".");
    assertThat(link.mode.exit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/quit", "/exit"})
  void quitLeavesTheRoomAndEndsWithZero(String quit) {
    var link = new FakeLink("KX3F", false).inLobby();
    link.type(quit);
    assertThat(link.sent()).containsExactly(new ClientMessage.Leave(null));
    assertThat(link.mode.exit()).isEmpty();
    link.answer(new ServerMessage.Left(1, LeftReason.LEFT));
    assertThat(link.mode.exit()).hasValue(0);
    assertThat(link.closed).isTrue();
  }

  @Test
  void theEndOfTheInputLeavesTheRoomAndEndsWithZero() {
    var link = new FakeLink("KX3F", false).inLobby();
    link.on(new Event.End());
    link.answer(new ServerMessage.Left(1, LeftReason.LEFT));
    assertThat(link.mode.exit()).hasValue(0);
  }

  @Test
  void whoeverStopsInNoRoomOrWithoutAConnectionEndsAtOnce() {
    var lobby = new FakeLink(null, false).welcomed();
    lobby.on(new Event.Stop());
    assertThat(lobby.mode.exit()).hasValue(0);
    var lost = new FakeLink("KX3F", false).inLobby();
    lost.on(new Event.Lost());
    lost.on(new Event.Stop());
    assertThat(lost.mode.exit()).hasValue(0);
  }

  @Test
  void stoppingTwiceDoesNotWaitForTheAnswer() {
    var link = new FakeLink("KX3F", false).inLobby();
    link.on(new Event.Stop());
    assertThat(link.mode.exit()).isEmpty();
    link.on(new Event.Stop());
    assertThat(link.mode.exit()).hasValue(0);
  }

  @Test
  void leavingEndsWithZeroAlsoWhenItIsRefusedOrTheConnectionGoes() {
    var refused = new FakeLink("KX3F", false).inLobby();
    refused.type("/quit");
    refused.refuse("You are in no room.");
    assertThat(refused.mode.exit()).hasValue(0);
    var gone = new FakeLink("KX3F", false).inLobby();
    gone.type("/quit");
    gone.on(new Event.Closed("The server has gone."));
    assertThat(gone.mode.exit()).hasValue(0);
  }

  @Test
  void aRefusedRoomLeavesTheChoiceOfAnother() {
    var link = new FakeLink("KX3F", false).welcomed();
    link.refuse("There is no room KX3F.");
    assertThat(link.screen()).endsWith("There is no room KX3F.");
    assertThat(link.mode.exit()).isEmpty();
    link.sent();
    link.type("ABCD");
    assertThat(link.sent()).containsExactly(FakeLink.join("ABCD"));
  }
}
