package dev.cancha.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.app.find.FoundServer.Reach;
import dev.cancha.app.text.Key;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.ServerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way to a room: servers, codes, passwords, the list. */
class EntranceTest {
  private static final Effect WATCH = new Effect.Ask(new ClientMessage.ListRooms(null, null, true));

  @Test
  void withoutAServerThoseThatAreFoundAreOffered() {
    Stand stand = new Stand(new Goal(null, null, null, false));
    assertThat(stand.effects()).containsExactly(new Effect.Search());
    assertThat(stand.screen()).contains("  Looking for servers in this network ...");
    stand.client.hear(new Heard.Found(List.of(Stand.server("10.0.0.1:7777", Reach.YES, "AAAA"),
        Stand.server("10.0.0.2:7777", Reach.NO))));
    assertThat(stand.screen())
        .anyMatch(line -> line.startsWith("▸ Server at 10.0.0.1:7777") && line.endsWith("1 room"))
        .anyMatch(line -> line.endsWith("does not answer"));
    stand.press(Key.DOWN, Key.DOWN, Key.UP, Key.ENTER);
    assertThat(stand.effects()).containsExactly(new Effect.Enough(), new Effect.Dial("10.0.0.1:7777"));
    stand.welcomed();
    assertThat(stand.effects()).contains(WATCH);
  }

  @Test
  void anAddressMayBeTypedInstead() {
    Stand stand = new Stand(new Goal(null, null, null, false));
    stand.press("a", "q.example:1", Key.ENTER);
    assertThat(stand.effects()).contains(new Effect.Dial("q.example:1"));
  }

  @Test
  void aServerThatDoesNotAnswerLeadsBackToThoseThatWereFound() {
    Stand stand = new Stand(new Goal(null, null, null, false));
    stand.press("a", "x", Key.ENTER);
    stand.client.hear(new Heard.Closed("No server answers at x."));
    assertThat(stand.client.over()).isFalse();
    assertThat(stand.notice()).isEqualTo("! No server answers at x.");
    assertThat(stand.screen().getFirst()).contains("servers near you");
  }

  @Test
  void aNamedServerThatDoesNotAnswerIsTheEndAndSaysWhy() {
    Stand stand = new Stand(new Goal("x", null, null, false));
    assertThat(stand.effects()).containsExactly(new Effect.Dial("x"));
    stand.client.hear(new Heard.Closed("No server answers at x."));
    assertThat(stand.client.over()).isTrue();
    assertThat(stand.client.exit()).isOne();
    assertThat(stand.client.farewell()).isEqualTo("No server answers at x.");
  }

  @Test
  void aCodeIsLookedForOnOneServerAfterTheOther() {
    Stand stand = new Stand(new Goal(null, "KX3F", "secret", true));
    var join = new ClientMessage.Join(null, "KX3F", "secret", null, true);
    stand.client
        .hear(new Heard.Found(List.of(Stand.server("a:1", Reach.YES), Stand.server("b:1", Reach.NO))));
    assertThat(stand.effects()).containsExactly(new Effect.Search(), new Effect.Dial("a:1"));
    stand.welcomed();
    assertThat(stand.asked()).isEqualTo(join);
    stand.client.hear(new Heard.Found(List.of(Stand.server("a:1", Reach.YES), Stand.server("b:1", Reach.YES),
        Stand.server("c:1", Reach.YES, "KX3F"))));
    assertThat(stand.effects()).isEmpty();
    stand.refused(join, ErrorCode.NO_SUCH_ROOM, "There is no such room.");
    assertThat(stand.effects()).containsExactly(new Effect.Dial("c:1"));
    stand.client.hear(new Heard.Closed("Gone."));
    assertThat(stand.effects()).containsExactly(new Effect.Dial("b:1"));
    stand.welcomed();
    stand.changed("connectFour", "lobby", "");
    assertThat(stand.effects()).contains(new Effect.Enough());
    assertThat(stand.screen().getFirst()).contains("room KX3F");
  }

  @Test
  void aCodeThatNoServerKnowsIsGivenUpAfterAWhile() {
    Stand stand = new Stand(new Goal(null, "KX3F", null, false));
    stand.client.hear(new Heard.Found(List.of(Stand.server("a:1", Reach.YES))));
    stand.welcomed();
    stand.client.at(2_000);
    stand.refused(new ClientMessage.Join(null, "KX3F", null, null, null), ErrorCode.NO_SUCH_ROOM, "No.");
    stand.client.at(9_000);
    assertThat(stand.screen()).anyMatch(line -> line.contains("Looking for room KX3F"));
    stand.client.at(10_001);
    assertThat(stand.notice()).isEqualTo("! No server that was found has a room KX3F.");
    assertThat(stand.screen()).anyMatch(line -> line.startsWith("▸ Server at a:1"));
  }

  @Test
  void theChosenRoomStaysChosenWhenOthersComeAndGo() {
    Stand stand = Stand.inLobby();
    stand.rooms(Stand.room("AAAA", false), Stand.room("BBBB", false));
    stand.press(Key.DOWN);
    stand.rooms(Stand.room("CCCC", false), Stand.room("AAAA", false), Stand.room("BBBB", false));
    assertThat(stand.screen()).anyMatch(line -> line.startsWith("▸ BBBB"));
    stand.press(Key.ENTER);
    assertThat(stand.asked()).isEqualTo(new ClientMessage.Join(null, "BBBB", null, null, null));
    stand.press("w");
    assertThat(stand.asked()).isEqualTo(new ClientMessage.Join(null, "BBBB", null, null, true));
    stand.rooms(Stand.room("CCCC", false));
    assertThat(stand.screen()).anyMatch(line -> line.startsWith("▸ CCCC"));
    stand.rooms();
    stand.press(Key.ENTER, Key.DOWN, "w");
    assertThat(stand.effects()).isEmpty();
  }

  @Test
  void aLockedRoomAsksForItsPasswordAndAgainWhereItIsWrong() {
    Stand stand = Stand.inLobby();
    stand.rooms(Stand.room("AAAA", true));
    stand.press(Key.ENTER, "pässword", Key.BACKSPACE);
    assertThat(stand.screen()).anyMatch(line -> line.contains("•••••••"))
        .noneMatch(line -> line.contains("pässwor"));
    stand.press(Key.ENTER);
    var join = new ClientMessage.Join(null, "AAAA", "pässwor", null, null);
    assertThat(stand.asked()).isEqualTo(join);
    stand.refused(join, ErrorCode.WRONG_PASSWORD, "That is not the password.");
    assertThat(stand.notice()).isEqualTo("! That is not the password.");
    stand.press(Key.ESCAPE);
    assertThat(stand.screen()).anyMatch(line -> line.startsWith("▸ AAAA"));
  }

  @Test
  void aCodeCanBeTypedInTheLobby() {
    Stand stand = Stand.inLobby();
    stand.press("c", "kx3fkx3f9", Key.ENTER);
    assertThat(stand.asked()).isEqualTo(new ClientMessage.Join(null, "KX3FKX3F", null, null, null));
  }

  @Test
  void aRoomOfTheCommandLineThatIsNotThereLeadsToTheList() {
    Stand stand = new Stand(new Goal("x", "KX3F", null, false)).welcomed();
    var join = new ClientMessage.Join(null, "KX3F", null, null, null);
    assertThat(stand.effects()).endsWith(new Effect.Ask(join));
    stand.refused(join, ErrorCode.NO_SUCH_ROOM, "There is no room KX3F.");
    assertThat(stand.effects()).containsExactly(WATCH);
    assertThat(stand.notice()).isEqualTo("! There is no room KX3F.");
  }

  @Test
  void aNewRoomIsWhatTheFormSays() {
    Stand stand = Stand.inLobby();
    stand.press("n");
    assertThat(stand.asked()).isEqualTo(new ClientMessage.Describe(null, "connectFour"));
    stand.press(Key.RIGHT);
    assertThat(stand.asked()).isEqualTo(new ClientMessage.Describe(null, "snake"));
    assertThat(stand.screen()).noneMatch(line -> line.contains("width"));
    stand.described("snake");
    // seats, bots, room, password, I, width, walls, pace
    stand.press(Key.DOWN, "3", Key.DOWN, Key.RIGHT, Key.RIGHT, Key.LEFT, Key.DOWN, Key.RIGHT, Key.DOWN, "qn?",
        Key.DOWN,
        Key.RIGHT, Key.DOWN, "40", Key.DOWN, Key.RIGHT, Key.DOWN, " ");
    assertThat(stand.screen()).contains("  seats                 3", "  width                 40",
        "  walls                 no", "▸ pace                ◂ fast ▸");
    stand.press(Key.ENTER);
    assertThat(stand.asked()).hasToString("Create[id=null, game=snake, "
        + "options={\"width\":40,\"walls\":false,\"pace\":\"fast\"}, settings=null, seats=3, visibility=PRIVATE, "
        + "password=qn?, bots=1, spectate=true]");
    stand.refused(new ClientMessage.Leave(null), ErrorCode.SERVER_FULL, "The server is full.");
    assertThat(stand.notice()).isEqualTo("! The server is full.");
  }

  @Test
  void numbersStayWithinTheirBounds() {
    Stand stand = Stand.inLobby();
    stand.press("n", Key.RIGHT);
    stand.described("snake");
    stand.press(Key.DOWN, Key.DOWN, Key.DOWN, Key.DOWN, Key.DOWN, Key.DOWN, "5", Key.ENTER);
    assertThat(stand.effects()).last().asString().contains("\"width\":12");
    stand.press("999", Key.ENTER);
    assertThat(stand.effects()).last().asString().contains("\"width\":12");
  }

  @Test
  void whoIsSentAwayIsToldAndSeesTheRooms() {
    Stand stand = Stand.in("connectFour", "lobby", "");
    stand.client.hear(new Heard.Left(dev.cancha.common.message.LeftReason.KICKED));
    assertThat(stand.notice()).isEqualTo("! The host sent you away from the room.");
    stand.answered(new ClientMessage.ListRooms(null, null, true),
        new ServerMessage.Rooms(1, List.of(Stand.room("AAAA", false))));
    assertThat(stand.screen()).anyMatch(line -> line.startsWith("▸ AAAA"));
  }
}
