package dev.cancha.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {
  private final Frame frame = new Frame(Line.of("Cancha"), Line.of("Ana"), Line.of("! no"),
      Line.of("a b · c d · q quit"));

  @Test
  void everyLineIsAsWideAsTheWindow() {
    List<Line> lines = frame.around(List.of(Line.of("body"), Line.of("x".repeat(200))), new Window(40, 12));
    assertThat(lines).hasSize(12).allMatch(line -> line.width() == 40);
    assertThat(lines.getFirst().text()).startsWith("Cancha").endsWith("Ana");
    assertThat(lines.get(10).text()).startsWith("! no");
    assertThat(lines.get(11).text()).startsWith("a b · c d · q quit");
  }

  @Test
  void theLastKeyStaysWhereNotAllFit() {
    var narrow = new Frame(Line.EMPTY, Line.EMPTY, Line.EMPTY,
        Line.of("first key · second key · third key · fourth key · Esc menu"));
    assertThat(narrow.around(List.of(), new Window(40, 12)).get(11).text().strip())
        .isEqualTo("first key · second key · Esc menu");
  }

  @Test
  void aWindowThatIsTooSmallSaysSoAndWhatIsNeeded() {
    List<Line> lines = Frame.tooSmall(new Window(30, 6));
    assertThat(lines).hasSize(6).allMatch(line -> line.width() == 30);
    assertThat(lines.getFirst().text()).startsWith("This window is 30 by 6.");
    assertThat(Frame.tooSmall(new Window(1, 1))).hasSize(1);
    assertThat(Frame.fits(new Window(39, 24))).isFalse();
    assertThat(Frame.fits(Frame.LEAST)).isTrue();
  }
}
