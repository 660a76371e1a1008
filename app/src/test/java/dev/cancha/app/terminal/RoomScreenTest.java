package dev.cancha.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Window;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomScreenTest {
  private static final String OVER = ",\"match\":\"m\",\"view\":{\"columns\":{\"3\":\"0101\"}},"
      + "\"result\":{\"ranks\":{\"0\":1,\"1\":2},"
      + "\"reason\":\"fourInLine\"}";

  @Test
  void theHostMakesTheRoomReady() {
    Stand stand = Stand.in("snake", "lobby", "");
    assertThat(stand.press("r").asked()).isEqualTo(new ClientMessage.Ready(null, null));
    assertThat(stand.press("s").asked()).isEqualTo(new ClientMessage.Start(null));
    // the free seat is chosen at first
    assertThat(stand.press("b").asked()).isEqualTo(new ClientMessage.Bot(null, 2, "random", null));
    stand.press(Key.ENTER);
    assertThat(stand.screen()).anyMatch(line -> line.startsWith("  ▸ Sit down on seat 2"))
        .anyMatch(line -> line.contains("Bot mcts on seat 2"));
    assertThat(stand.press(Key.DOWN, Key.DOWN, Key.ENTER).asked())
        .isEqualTo(new ClientMessage.Bot(null, 2, "mcts", null));
  }

  @Test
  void aPlayerIsSentAwayOnlyAfterAYes() {
    Stand stand = Stand.in("snake", "lobby", "");
    stand.press(Key.UP, "k");
    assertThat(stand.notice()).isEqualTo("Send Beto away? They cannot come back. (y/n)");
    assertThat(stand.press("n").effects()).isEmpty();
    assertThat(stand.press("k", "y").asked()).isEqualTo(new ClientMessage.Kick(null, 1, null));
  }

  @Test
  void whoIsNotHostHasNoneOfItsPowers() {
    Stand stand = Stand.inLobby();
    stand.changed("snake", "lobby", "");
    stand.client.hear(new Heard.Changed(new tools.jackson.databind.json.JsonMapper()
        .readTree(Stand.doc("snake", "lobby", "").toString().replace("\"host\":\"p1\"", "\"host\":\"p2\"")),
        0,
        List.of()));
    stand.effects.clear();
    assertThat(stand.press("s", "b", Key.UP, "k").effects()).isEmpty();
  }

  @Test
  void aDiscIsDroppedAndARefusalIsSeen() {
    Stand stand = Stand.in("connectFour", "playing", Stand.playing(0));
    assertThat(stand.notice()).isEqualTo("It is your turn.");
    stand.press(Key.RIGHT, Key.ENTER);
    assertThat(stand.effects()).containsExactly(new Effect.Act(Json.ofChecked("{\"column\":4}")));
    stand.client.hear(new Heard.Refused(null, ErrorCode.ILLEGAL_ACTION, "That column is full."));
    assertThat(stand.notice()).isEqualTo("! That column is full.");
    stand.press(Key.LEFT);
    assertThat(stand.notice()).isEqualTo("It is your turn.");
  }

  @Test
  void outOfTurnNothingIsSent() {
    Stand stand = Stand.in("connectFour", "playing", Stand.playing(1));
    assertThat(stand.notice()).isEqualTo("It is the turn of Beto.");
    assertThat(stand.press(Key.ENTER).effects()).isEmpty();
    assertThat(stand.notice()).isEqualTo("! It is not your turn.");
  }

  @Test
  void somethingIsSaidBesideTheBoard() {
    Stand stand = Stand.in("connectFour", "playing", Stand.playing(0));
    stand.press("t", "hola ana y beto");
    assertThat(stand.notice()).isEqualTo("Say: hola ana y beto");
    assertThat(stand.press(Key.ENTER).asked()).isEqualTo(new ClientMessage.Say(null, "hola ana y beto"));
    var said = new ServerMessage.Chat(3, new ServerMessage.Speaker("p2", "Beto", 1), "¡hola!", 0);
    stand.client.hear(new Heard.Said(said));
    stand.client
        .hear(new Heard.Changed(Stand.doc("connectFour", "playing", Stand.playing(0)), 0, List.of(said)));
    assertThat(stand.screen()).filteredOn(line -> line.contains("Beto: ¡hola!")).hasSize(1);
    assertThat(stand.press("t", "x", Key.ESCAPE).effects()).isEmpty();
  }

  @Test
  void inANarrowWindowWhatIsSaidStandsBelow() {
    Stand stand = Stand.in("connectFour", "playing", Stand.playing(0));
    stand.client.hear(new Heard.Said(
        new ServerMessage.Chat(3, new ServerMessage.Speaker("p2", "Beto", 1), "hola", 0)));
    assertThat(stand.screen(new Window(50, 24))).contains("  Beto: hola");
    assertThat(stand.screen(new Window(40, 12))).anyMatch(line -> line.endsWith("Beto: hola"));
  }

  @Test
  void resigningAsksFirst() {
    Stand stand = Stand.in("connectFour", "playing", Stand.playing(1));
    stand.press(Key.ESCAPE, Key.ENTER);
    assertThat(stand.notice()).isEqualTo("Resign the match? (y/n)");
    assertThat(stand.press("y").asked()).isEqualTo(new ClientMessage.Resign(null));
  }

  @Test
  void theEndIsToldAndLeadsToARematch() {
    Stand stand = Stand.in("connectFour", "over", OVER);
    assertThat(stand.notice()).isEqualTo("The match is over: Ana wins (fourInLine).");
    assertThat(stand.press("r").asked()).isEqualTo(new ClientMessage.Rematch(null));
    stand.press(Key.TAB);
    assertThat(stand.screen()).anyMatch(line -> line.startsWith("  Seats"));
    stand.changed("connectFour", "playing", Stand.playing(0).replace("\"m\"", "\"m2\""));
    assertThat(stand.screen()).noneMatch(line -> line.startsWith("  Seats"));
  }

  @Test
  void oneWhoWatchesSeesTheBoardAndMaySitDown() {
    Stand stand = Stand.inLobby();
    stand.client.hear(new Heard.Welcomed("p9", "Caro", List.of()));
    stand.changed("connectFour", "playing", Stand.playing(0));
    stand.effects.clear();
    assertThat(stand.press(Key.ENTER, "3", "r", "s").effects()).isEmpty();
    stand.changed("snake", "lobby", "");
    stand.effects.clear();
    assertThat(stand.press(Key.DOWN, Key.DOWN, Key.ENTER).asked()).isEqualTo(new ClientMessage.Sit(null, 2));
  }

  @Test
  void clocksRunOnBetweenTheNews() {
    Stand stand = Stand.inLobby();
    stand.client.at(10_000);
    stand.client.hear(new Heard.Changed(Stand.doc("connectFour", "playing",
        Stand.playing(0) + ",\"clock\":{\"0\":30000,\"1\":28000},\"time\":5000"), 5_500, List.of()));
    assertThat(stand.screen()).anyMatch(line -> line.contains("0:30"))
        .anyMatch(line -> line.contains("0:28"));
    stand.client.at(14_000);
    assertThat(stand.screen()).anyMatch(line -> line.contains("0:26"))
        .anyMatch(line -> line.contains("0:28"));
    stand.client.at(99_000);
    assertThat(stand.screen()).anyMatch(line -> line.contains("0:00"));
  }

  @Test
  void aLostConnectionIsSeenUntilItIsBack() {
    Stand stand = Stand.in("connectFour", "playing", Stand.playing(0));
    stand.client.hear(new Heard.Lost());
    stand.press(Key.LEFT);
    assertThat(stand.notice()).startsWith("! The connection is lost; trying to get it back.");
    assertThat(stand.screen().getFirst()).endsWith("Ana (offline)");
    stand.client.hear(new Heard.Back("p1"));
    assertThat(stand.notice()).isEqualTo("The connection is back.");
    stand.client.at(9_000);
    assertThat(stand.notice()).isEqualTo("It is your turn.");
  }

  @Test
  void stoppingLeavesTheRoomFirstAndTheSecondTimeAtOnce() {
    Stand stand = Stand.in("connectFour", "playing", Stand.playing(0));
    assertThat(stand.press(Key.STOP).asked()).isEqualTo(new ClientMessage.Leave(null));
    assertThat(stand.client.over()).isFalse();
    stand.client.hear(new Heard.Left(LeftReason.LEFT));
    assertThat(stand.client.over()).isTrue();
    assertThat(stand.client.exit()).isEqualTo(130);

    Stand twice = Stand.in("connectFour", "playing", Stand.playing(0));
    twice.press(Key.STOP, Key.STOP);
    assertThat(twice.client.over()).isTrue();

    Stand lost = Stand.in("connectFour", "playing", Stand.playing(0));
    lost.client.hear(new Heard.Lost());
    lost.press(Key.STOP);
    assertThat(lost.client.over()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b[2J\u001b]0;x\u0007", "\u202Eabc", "日本語👍🏽🇨🇱",
    "a\u0301\u0301\u0301\u0301\u0301", "\r\n\t"})
  void noWindowIsBrokenByWhatStrangersWrite(String hostile) {
    for (String game : List.of("connectFour", "snake", "dudo", "nim")) {
      for (Stand stand : stands(game, hostile)) {
        for (int width = 1; width <= 130; width += 17) {
          for (int height = 1; height <= 45; height += 9) {
            whole(stand.client.draw(new Window(width, height)), width, height);
          }
        }
      }
    }
  }

  private static List<Stand> stands(String game, String hostile) {
    String name = tools.jackson.databind.node.JsonNodeFactory.instance.stringNode(hostile).toString();
    String view = ",\"match\":\"m\",\"turn\":[0],\"view\":{\"size\":{\"width\":36,\"height\":18},\"note\":"
        + name
        + ",\"dice\":{\"0\":5,\"1\":5}},\"clock\":{\"0\":1},\"me\":{\"dice\":[1,2,3]}";
    List<Stand> stands = new ArrayList<>();
    for (String phase : List.of("lobby", "playing", "over")) {
      for (Key key : List.of(Key.TAB, Key.ESCAPE, Key.of('?'), Key.of('t'), Key.LEFT)) {
        Stand stand = Stand.inLobby();
        String doc = Stand.doc(game, phase, phase.equals("lobby") ? "" : view)
            .toString()
            .replace("\"Beto\"", name)
            .replace("\"Ana\"", name);
        stand.client.hear(new Heard.Changed(tools.jackson.databind.json.JsonMapper.shared().readTree(doc), 0,
            List.of(new ServerMessage.Chat(1, new ServerMessage.Speaker("x", hostile, null), hostile, 0))));
        stand.client.hear(new Heard.Watching(List.of(hostile, hostile)));
        stand.described(game);
        stand.press(key);
        stands.add(stand);
      }
    }
    return stands;
  }

  private static void whole(List<Line> lines, int width, int height) {
    assertThat(lines).hasSize(height);
    for (Line line : lines) {
      assertThat(line.width()).as(line.text()).isEqualTo(width);
      assertThat(line.text()).doesNotContainPattern("[\\p{Cntrl}\\u202E]");
    }
  }
}
