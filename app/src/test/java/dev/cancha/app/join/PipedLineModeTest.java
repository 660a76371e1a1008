package dev.cancha.app.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a pipe: a line waits for the answer to the one before it, and an act for its turn. */
class PipedLineModeTest {
  /** A match has ended, and nobody is ready for another. */
  private static final JsonNode OVER = Samples
      .json("{\"code\":\"KX3F\",\"game\":\"connectFour\",\"phase\":\"over\","
          + "\"size\":2,\"seats\":{\"0\":{\"id\":\"p1\",\"name\":\"Ana\"}}}");

  @Test
  void linesAreWorkedOffOneByOne() {
    var link = new FakeLink("KX3F", true).inLobby();
    link.type("/chat hello", "/ready", "/show");
    assertThat(link.sent()).containsExactly(new ClientMessage.Say(null, "hello"));
    link.done();
    assertThat(link.sent()).containsExactly(new ClientMessage.Ready(null, null));
    assertThat(link.screen()).isEmpty();
    link.done();
    assertThat(link.screen()).isNotEmpty();
  }

  @Test
  void anActWaitsForTheMatchAndForItsTurn() {
    var link = new FakeLink("KX3F", true).inLobby();
    link.type("3", "4");
    link.on(new Event.End());
    assertThat(link.sent()).isEmpty();
    change(link, Samples.playing(1, ""));
    assertThat(link.sent()).isEmpty();
    change(link, Samples.playing(0, "1"));
    assertThat(link.sent()).containsExactly("{\"column\":3}");
    change(link, Samples.playing(1, "10"));
    link.done();
    assertThat(link.sent()).isEmpty();
    change(link, Samples.playing(0, "101"));
    assertThat(link.sent()).containsExactly("{\"column\":4}");
    change(link, Samples.playing(1, "1010"));
    link.done();
    assertThat(link.sent()).isEmpty();
    change(link, OVER);
    assertThat(link.sent()).containsExactly(new ClientMessage.Leave(null));
    link.answer(new ServerMessage.Left(1, LeftReason.LEFT));
    assertThat(link.mode.exit()).hasValue(0);
  }

  @Test
  void theEndLeavesAMatchOnlyWhenItsTurnHasNoActAnyMore() {
    var link = new FakeLink("KX3F", true).inLobby();
    change(link, Samples.playing(1, ""));
    link.on(new Event.End());
    assertThat(link.sent()).isEmpty();
    change(link, Samples.playing(0, "1"));
    assertThat(link.sent()).containsExactly(new ClientMessage.Leave(null));
  }

  @Test
  void theEndWaitsForTheMatchThatThePlayerIsReadyFor() {
    var link = new FakeLink("KX3F", true).inLobby();
    link.on(new Event.End());
    assertThat(link.sent()).isEmpty();
    change(link, OVER);
    assertThat(link.sent()).containsExactly(new ClientMessage.Leave(null));
  }

  @Test
  void aRefusedActIsToldAndTheNextLineFollows() {
    var link = new FakeLink("KX3F", true).inLobby();
    change(link, Samples.playing(0, ""));
    link.type("3", "5");
    link.screen();
    link.refuse("That column is full.");
    assertThat(link.screen()).containsExactly("That column is full.");
    assertThat(link.sent()).containsExactly("{\"column\":3}", "{\"column\":5}");
  }

  @Test
  void actsAfterTheEndAreSentOnlyWhereAnotherMatchIsWantedAndThenWaitForIt() {
    var link = new FakeLink("KX3F", true).inLobby();
    change(link, OVER);
    link.type("1");
    assertThat(link.sent()).containsExactly("{\"column\":1}");
    link.refuse("No match is being played.");
    change(link, Samples.room("over", ""));
    link.type("2");
    assertThat(link.sent()).isEmpty();
    change(link, Samples.playing(0, ""));
    assertThat(link.sent()).containsExactly("{\"column\":2}");
  }

  @Test
  void anActOfOneWhoOnlyWatchesDoesNotWaitForATurnThatNeverComes() {
    var link = new FakeLink("KX3F", true).inLobby();
    change(link,
        Samples.json("{\"code\":\"KX3F\",\"game\":\"connectFour\",\"phase\":\"playing\",\"turn\":[0]}"));
    link.type("3");
    assertThat(link.sent()).containsExactly("{\"column\":3}");
  }

  @Test
  void aRoomThatCannotBeEnteredEndsWithOne() {
    var link = new FakeLink("KX3F", true).welcomed();
    link.refuse("There is no room KX3F.");
    assertThat(link.mode.exit()).hasValue(1);
    assertThat(link.closed).isTrue();
  }

  @Test
  void commandsDoNotWaitForTurns() {
    var link = new FakeLink("KX3F", true).inLobby();
    change(link, Samples.playing(1, ""));
    link.type("/resign");
    assertThat(link.sent()).containsExactly(new ClientMessage.Resign(null));
  }

  @Test
  void stopDoesNotWaitForWhatWasTyped() {
    var link = new FakeLink("KX3F", true).inLobby();
    link.type("3");
    link.on(new Event.Stop());
    assertThat(link.sent()).containsExactly(new ClientMessage.Leave(null));
  }

  private static void change(FakeLink link, JsonNode doc) {
    link.on(new Event.Changed(doc, List.of()));
  }
}
