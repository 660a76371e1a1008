package dev.cancha.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Window;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BoardTest {
  @Test
  void connectFourShowsDiscsAndTheWinningFourWithoutAnyColour() {
    JsonNode doc = Docs.connectFour("over", "\"3\":\"0101\",\"4\":\"0\"", ",\"line\":[[3,0],[4,0]]");
    assertThat(text("connectFour", doc, null, new Window(40, 12))).containsExactly("",
        "│   ·   ·   ·   ·   ·   ·   ·  │", "│   ·   ·   ·   ·   ·   ·   ·  │",
        "│   ·   ·   ·   ○   ·   ·   ·  │", "│   ·   ·   ·   ●   ·   ·   ·  │",
        "│   ·   ·   ·   ○   ·   ·   ·  │", "│   ·   ·   ·  [●] [●]  ·   ·  │",
        "└──────────────────────────────┘", "    1   2   3   4   5   6   7");
  }

  @Test
  void aHigherWindowMakesTheCellsSquare() {
    JsonNode doc = Docs.connectFour("playing", "\"3\":\"0\"", "");
    assertThat(text("connectFour", doc, null, new Window(40, 21))).hasSize(14);
  }

  @Test
  void snakesAreLettersAndFoodIsAStar() {
    JsonNode doc = Docs.snake(12, 8, "\"0\":{\"head\":[5,2],\"body\":\"ll\",\"alive\":true},"
        + "\"1\":{\"head\":[9,5],\"body\":\"u\",\"alive\":false,\"fate\":\"wall\"}");
    assertThat(text("snake", doc, 0, new Window(40, 12))).startsWith("┌────────────────────────┐",
        "│  *                     │", "│                        │", "│      a a AA            │");
    assertThat(text("snake", doc, 0, new Window(20, 12))).startsWith("┌────────────┐", "│ *          │",
        "│            │", "│   aaA      │");
    assertThat(Board.of("snake").score(doc, 0)).isEqualTo("3");
    assertThat(Board.of("snake").score(doc, 1)).isEqualTo("hit a wall");
  }

  @Test
  void ofABoardThatIsTooLargeThePartAroundTheOwnHeadIsShown() {
    JsonNode doc = Docs.snake(64, 48, "\"0\":{\"head\":[60,45],\"body\":\"l\",\"alive\":true}");
    List<String> shown = text("snake", doc, 0, new Window(30, 12));
    assertThat(shown).hasSize(12).allMatch(line -> line.length() == 30);
    assertThat(String.join("", shown)).contains("aA");
    assertThat(String.join("", text("snake", doc, null, new Window(30, 12)))).doesNotContain("aA");
  }

  @Test
  void dudoShowsNoDieThatIsUnderACup() {
    JsonNode doc = Docs.dudo("\"bid\":{\"seat\":1,\"count\":3,\"face\":5}", ",\"me\":{\"dice\":[2,2,6]}", 0);
    List<String> shown = text("dudo", doc, 0, new Window(60, 20));
    assertThat(shown).contains("Round 3   5 dice on the table", "▸ Ana               ■ ■ ■      3 dice",
        "  Beto              ■ ■        2 dice", "Standing bid: 3 fives by Beto");
    assertThat(shown).anyMatch(line -> line.equals("Your dice:  │ 2 │ │ 2 │ │ 6 │"));
    assertThat(text("dudo", doc, 0, new Window(60, 10))).anyMatch(line -> line.equals("Your dice:  2  2  6"));
  }

  @Test
  void dudoShowsWhatWasLiftedAndWhatCameOfIt() {
    JsonNode doc = Docs.dudo("\"reveal\":{\"0\":[1,5,5],\"1\":[2,3]},\"verdict\":{\"round\":2,\"seat\":0,"
        + "\"call\":\"dudo\",\"bid\":{\"seat\":1,\"count\":4,\"face\":5},\"found\":3,\"lost\":1}", "", 1);
    assertThat(text("dudo", doc, null, new Window(60, 20))).contains("  Ana               1 5 5",
        "▸ Beto              2 3", "Ana called dudo on 4 fives: there were 3.", "Beto lost a die.");
  }

  @Test
  void aGameWithoutABoardIsNamesAndValues() {
    JsonNode doc = Docs
        .json("{\"phase\":\"playing\",\"view\":{\"heaps\":{\"0\":3,\"1\":5},\"note\":\"x\\u001b[2J\","
            + "\"nested\":{\"a\":{\"b\":1}}},\"me\":{\"cards\":[1,2]}}");
    assertThat(text("nim", doc, 0, new Window(48, 20))).containsExactly("heaps: 0 3, 1 5", "note: x?[2J",
        "nested:",
        "  a: b 1", "", "You alone see:", "  cards: 1 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"connectFour", "dudo", "snake", "nim"})
  void aDocumentOfAnotherShapeBreaksNoBoard(String game) {
    for (String view : List.of("{}", "7", "{\"columns\":7,\"dice\":[1],\"snakes\":{\"x\":{\"alive\":true}},"
        + "\"size\":{\"width\":-4,\"height\":1e9}}",
        "{\"columns\":{\"0\":\"9x\"},\"dice\":{\"a\":\"b\"},\"bid\":{}}")) {
      JsonNode doc = Docs.json("{\"view\":" + view + ",\"me\":{\"dice\":\"no\"},\"seats\":{}}");
      assertThat(Board.of(game).draw(new Sight(doc, 0, new Window(50, 12)))).isNotNull();
      assertThat(Board.of(game).score(doc, 3)).isNotNull();
      assertThat(Board.of(game).badge(doc, 77).width()).isBetween(1, 2);
    }
  }

  @Test
  void seatsDifferInMoreThanTheirColour() {
    for (String game : List.of("connectFour", "dudo", "snake", "nim")) {
      assertThat(Board.of(game).badge(Docs.json("{}"), 0).in(Ink.PLAIN))
          .isNotEqualTo(Board.of(game).badge(Docs.json("{}"), 1).in(Ink.PLAIN));
    }
  }

  private static List<String> text(String game, JsonNode doc, Integer seat, Window space) {
    return Board.of(game)
        .draw(new Sight(doc, seat, space))
        .stream()
        .map(Line::text)
        .map(String::stripTrailing)
        .toList();
  }
}
