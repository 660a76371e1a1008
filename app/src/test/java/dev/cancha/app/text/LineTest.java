package dev.cancha.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTest {
  @Test
  void aLineIsFilledUpOrCutToItsCells() {
    assertThat(Line.of("abc").fit(5).text()).isEqualTo("abc  ");
    assertThat(Line.of("abcdef").fit(4).text()).isEqualTo("abc…");
    assertThat(Line.of("abcd").fit(4).text()).isEqualTo("abcd");
    assertThat(Line.of("abc").fit(0).text()).isEmpty();
  }

  @Test
  void aCutThroughAWideCharacterLeavesASpace() {
    Line cut = Line.of("日本語").fit(4);
    assertThat(cut.text()).isEqualTo("日… ");
    assertThat(cut.width()).isEqualTo(4);
  }

  @Test
  void noSpanHoldsWhatSteersATerminal() {
    Line line = Line.of("a\u001b[2Jb", Ink.BAD).plus("\u0007\u202Ec");
    assertThat(line.text()).isEqualTo("a?[2Jb??c");
    assertThat(line.encode(true)).isEqualTo("\u001b[1;31ma?[2Jb\u001b[0m??c");
  }

  @Test
  void withoutColoursTheOtherMarksStay() {
    Ink ink = Ink.seat(2).asBold().asInverse();
    assertThat(Line.of("x", ink).encode(true)).isEqualTo("\u001b[1;7;32mx\u001b[0m");
    assertThat(Line.of("x", ink).encode(false)).isEqualTo("\u001b[1;7mx\u001b[0m");
    assertThat(Line.of("x", Ink.seat(6)).encode(true)).isEqualTo("\u001b[91mx\u001b[0m");
    assertThat(Line.of("x", Ink.seat(0)).encode(false)).isEqualTo("x");
  }
}
