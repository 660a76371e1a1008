package dev.cancha.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.app.board.Hand.Grip;
import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Window;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HandTest {
  private static final String NIM = "{\"type\":\"object\",\"properties\":{\"heap\":{\"type\":\"integer\"},"
      + "\"take\":{\"type\":\"integer\"}},\"required\":[\"heap\",\"take\"]}";

  @Test
  void aDiscMovesWithTheArrowsAndFallsWithEnter() {
    JsonNode doc = Docs.connectFour("playing", "", "");
    Hand hand = Hand.of("connectFour", null);
    assertThat(act(hand, doc, Key.ENTER)).isEqualTo("{\"column\":3}");
    assertThat(act(hand, doc, Key.LEFT, Key.LEFT, Key.LEFT, Key.LEFT, Key.ENTER)).isEqualTo("{\"column\":0}");
    assertThat(act(hand, doc, Key.of('7'), Key.RIGHT, Key.DOWN)).isEqualTo("{\"column\":6}");
    assertThat(act(hand, doc, Key.of('2'), Key.of(' '))).isEqualTo("{\"column\":1}");
    assertThat(hand.on(Key.of('x'), doc, 0)).isNull();
  }

  @Test
  void theDiscInHandIsOverItsColumnOnlyInTurn() {
    Hand hand = Hand.of("connectFour", null);
    JsonNode doc = Docs.connectFour("playing", "", "");
    assertThat(hand.draw(new Sight(doc, 0, new Window(40, 12))).getFirst().text())
        .isEqualTo(" ".repeat(16) + "●");
    assertThat(hand.draw(new Sight(doc, 1, new Window(40, 12))).getFirst().text()).isBlank();
  }

  @Test
  void aBidBeginsWithTheLeastThatRaisesWhatStands() {
    JsonNode doc = Docs.dudo("\"bid\":{\"seat\":1,\"count\":3,\"face\":5}", "", 0);
    Hand hand = Hand.of("dudo", null);
    assertThat(act(hand, doc, Key.ENTER)).isEqualTo("{\"bid\":{\"count\":3,\"face\":6}}");
    JsonNode sixes = Docs.dudo("\"bid\":{\"seat\":1,\"count\":3,\"face\":6}", "", 0);
    assertThat(act(hand, sixes, Key.ENTER)).isEqualTo("{\"bid\":{\"count\":4,\"face\":6}}");
    assertThat(act(hand, Docs.dudo("", "", 0), Key.ENTER)).isEqualTo("{\"bid\":{\"count\":1,\"face\":2}}");
  }

  @Test
  void aBidIsChosenWithTheArrowsOrAFaceByItsNumber() {
    JsonNode doc = Docs.dudo("\"bid\":{\"seat\":1,\"count\":3,\"face\":5}", "", 0);
    Hand hand = Hand.of("dudo", null);
    assertThat(act(hand, doc, Key.RIGHT, Key.RIGHT, Key.LEFT, Key.DOWN, Key.DOWN, Key.UP, Key.ENTER))
        .isEqualTo("{\"bid\":{\"count\":4,\"face\":5}}");
    assertThat(act(hand, doc, Key.RIGHT, Key.of('1'), Key.ENTER))
        .isEqualTo("{\"bid\":{\"count\":4,\"face\":1}}");
  }

  @Test
  void callsAreLetters() {
    JsonNode doc = Docs.dudo("\"bid\":{\"seat\":1,\"count\":3,\"face\":5}", "", 0);
    assertThat(act(Hand.of("dudo", null), doc, Key.of('d'))).isEqualTo("{\"call\":\"dudo\"}");
    assertThat(act(Hand.of("dudo", null), doc, Key.of('C'))).isEqualTo("{\"call\":\"calzo\"}");
  }

  @Test
  void aSnakeTurnsAtOnceAndADeadOneDoesNot() {
    JsonNode doc = Docs.snake(12, 8, "\"0\":{\"head\":[5,2],\"body\":\"ll\",\"alive\":true},"
        + "\"1\":{\"head\":[9,5],\"body\":\"u\",\"alive\":false}");
    Hand hand = Hand.of("snake", null);
    assertThat(act(hand, doc, Key.UP)).isEqualTo("{\"turn\":\"up\"}");
    assertThat(act(hand, doc, Key.of('A'))).isEqualTo("{\"turn\":\"left\"}");
    assertThat(act(hand, doc, Key.of('s'))).isEqualTo("{\"turn\":\"down\"}");
    assertThat(Objects.requireNonNull(hand.on(Key.UP, doc, 1)).act()).isNull();
    assertThat(hand.on(Key.of('t'), doc, 0)).isNull();
  }

  @Test
  void actsOfAnyGameAreTypedAsTheirSchemaSays() {
    JsonNode doc = Docs.json("{\"phase\":\"playing\",\"turn\":[0],\"view\":{}}");
    Hand hand = Hand.of("nim", Docs.json(NIM));
    assertThat(hand.types()).isFalse();
    assertThat(hand.on(Key.of('3'), doc, 0)).isNull();
    assertThat(act(hand, doc, Key.ENTER, Key.of('1'), Key.of(' '), Key.of('2'), Key.ENTER))
        .isEqualTo("{\"heap\":1,\"take\":2}");
    Hand typing = grip(hand, doc, Key.ENTER).hand();
    assertThat(typing.types()).isTrue();
    assertThat(typing.draw(new Sight(doc, 0, new Window(60, 12)))).extracting(Line::text)
        .anyMatch(line -> line.startsWith("Act: "))
        .anyMatch(line -> line.equals("Acts here: <heap> <take>"));
    assertThat(grip(typing, doc, Key.of('?'), Key.ENTER).complaint()).startsWith("\"?\" is no act here.");
    assertThat(grip(typing, doc, Key.ESCAPE).hand().types()).isFalse();
  }

  @Test
  void anActOfAGameThatWasNotDescribedIsTypedAsJson() {
    JsonNode doc = Docs.json("{\"phase\":\"playing\",\"turn\":[0],\"view\":{}}");
    Hand hand = Hand.of("nim", null);
    Key[] keys = "{\"heap\":1}".chars().mapToObj(Key::of).toArray(Key[]::new);
    Hand typed = grip(grip(hand, doc, Key.ENTER).hand(), doc, keys).hand();
    assertThat(act(typed, doc, Key.ENTER)).isEqualTo("{\"heap\":1}");
  }

  private static String act(Hand hand, JsonNode doc, Key... keys) {
    return String.valueOf(grip(hand, doc, keys).act());
  }

  private static Grip grip(Hand hand, JsonNode doc, Key... keys) {
    Grip grip = new Grip(hand, null, null);
    for (Key key : keys) {
      grip = Objects.requireNonNull(grip.hand().on(key, doc, 0));
    }
    return grip;
  }
}
