package dev.cancha.app.join;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTextTest {
  @Test
  void theLobbySaysWhoSitsWhereAndWhatToType() {
    var lobby = Samples.room("lobby", "");
    assertThat(new RoomText(lobby, "p2").whole("Connect Four")).containsExactly(
        "Room KX3F, Connect Four, before the match",
        "  seat 0: Ana, host, ready",
        "  seat 1: Beto, you",
        "Type /ready when you are; the match starts when all are.");
    assertThat(new RoomText(lobby, "p1").people()).endsWith("You are ready; the match starts when all are.");
    assertThat(new RoomText(lobby, "p9").people()).endsWith("You watch. Type /sit for a seat.");
  }

  @Test
  void aFreeSeatABotAndALostConnectionAreShown() {
    var doc = Samples.json("""
        {"code":"KX3F","size":3,"phase":"over","locked":true,"seats":{
          "0":{"id":"b1","name":"mcts","bot":"mcts","connected":true,"ready":true},
          "2":{"id":"p2","name":"Beto","connected":false}}}""");
    assertThat(new RoomText(doc, "p1").whole("Dudo")).containsExactly(
        "Room KX3F, Dudo, between matches, with a password",
        "  seat 0: mcts, bot, ready",
        "  seat 1: free",
        "  seat 2: Beto, connection lost");
  }

  @Test
  void aTurnIsToldToWhoeverLooks() {
    var doc = Samples.playing(0, "");
    assertThat(new RoomText(doc, "p1").table()).endsWith("It is your turn.");
    assertThat(new RoomText(doc, "p2").table()).endsWith("It is the turn of Ana.");
    assertThat(new RoomText(doc, "p9").table()).endsWith("It is the turn of Ana.");
  }

  @Test
  void onlyASeatInTurnMayActAndInATickingGameEverySeat() {
    var doc = Samples.playing(0, "");
    assertThat(new RoomText(doc, "p1").mayAct()).isTrue();
    assertThat(new RoomText(doc, "p2").mayAct()).isFalse();
    assertThat(new RoomText(doc, "p9").mayAct()).isFalse();
    assertThat(new RoomText(Samples.room("playing", ""), "p2").mayAct()).isTrue();
    assertThat(new RoomText(Samples.room("playing", ""), "p9").mayAct()).isFalse();
    assertThat(new RoomText(Samples.room("over", ",\"turn\":[0]"), "p1").mayAct()).isFalse();
  }

  @Test
  void clocksAreMinutesAndSeconds() {
    var doc = Samples.room("playing",
        ",\"turn\":[1],\"view\":{},\"clock\":{\"0\":61999,\"1\":-5},\"time\":9");
    assertThat(new RoomText(doc, "p1").table()).contains("  clocks: Ana 1:01, Beto 0:00");
  }

  @Test
  void theEndSaysWhoWonAndWhatToType() {
    var won = Samples.room("over",
        ",\"view\":{},\"result\":{\"ranks\":{\"0\":2,\"1\":1},\"reason\":\"fourInLine\"}");
    assertThat(new RoomText(won, "p1").table()).endsWith("The match is over: Beto wins (fourInLine).",
        "Type /rematch for another match, /leave to go.");
    assertThat(new RoomText(won, "p9").table()).endsWith("Type /sit for a seat, /leave to go.");
  }

  @Test
  void equalRanksAreADraw() {
    var draw = Samples.room("over",
        ",\"view\":{},\"result\":{\"ranks\":{\"0\":1,\"1\":1},\"reason\":\"boardFull\"}");
    assertThat(new RoomText(draw, "p1").table()).contains("The match is over: a draw (boardFull).");
  }

  @Test
  void moreThanTwoAreRankedInOrder() {
    var doc = Samples.json("""
        {"phase":"over","view":{},"seats":{"0":{"id":"p1","name":"Ana"},"1":{"id":"p2","name":"Beto"},
          "2":{"id":"p3","name":"Caro"}},"result":{"ranks":{"0":3,"1":1,"2":2},"reason":"lastWithDice"}}""");
    assertThat(new RoomText(doc, "p9").table())
        .contains("The match is over: Beto wins (lastWithDice): 1. Beto, 2. Caro, 3. Ana.");
  }

  @Test
  void aHappeningIsItsTypeAndItsMembersWithNamesForSeats() {
    var room = new RoomText(Samples.playing(0, ""), "p1");
    assertThat(room.happening(Samples.json("{\"type\":\"dropped\",\"seat\":1,\"column\":3,\"row\":0}")))
        .isEqualTo("* dropped: Beto, column 3, row 0");
    assertThat(room.happening(Samples.json("{\"type\":\"started\"}"))).isEqualTo("* started");
  }

  @Test
  void aSeatThatNobodyTookHasItsNumberForAName() {
    assertThat(RoomText.name(Samples.room("lobby", ""), "5")).isEqualTo("seat 5");
  }
}
