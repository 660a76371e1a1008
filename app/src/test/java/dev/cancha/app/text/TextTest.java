package dev.cancha.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x07, 0x1B, 0x7F, 0x85, 0x9B, 0x9D, 0x200E, 0x202E, 0x2028, 0x2029, 0x2066,
    0xE000,
    0xD800, 0x0378})
  void whatIsNoCharacterToLookAtIsAQuestionMark(int codePoint) {
    assertThat(Text.clean("a" + Character.toString(codePoint) + "b")).isEqualTo("a?b");
  }

  @Test
  void everyCodePointIsSafeAfterCleaning() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String clean = Text.clean("x" + Character.toString(c));
      assertThat(clean.codePoints().allMatch(TextTest::visible)).as("U+%04X", c).isTrue();
      assertThat(Text.width(clean)).as("U+%04X", c).isBetween(1, 3);
    }
  }

  private static boolean visible(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR;
  }

  @ParameterizedTest
  @CsvSource({"abc,3", "日本,4", "e\u0301,1", "é,1", "👍,2", "한글,4", "●,1"})
  void wideCharactersTakeTwoCellsAndMarksNone(String text, int cells) {
    assertThat(Text.width(Text.clean(text))).isEqualTo(cells);
  }

  @Test
  void marksThatPileUpAreCutAndOneAloneIsLeftOut() {
    assertThat(Text.clean("a" + "\u0301".repeat(50))).isEqualTo("a\u0301\u0301");
    assertThat(Text.clean("\u0301a")).isEqualTo("a");
  }

  @Test
  void whatTerminalsDoNotAgreeOnIsTakenApart() {
    assertThat(Text.clean("🇨🇱")).isEqualTo("CL");
    assertThat(Text.clean("👍🏽")).isEqualTo("👍");
    assertThat(Text.clean("❤\uFE0F")).isEqualTo("❤");
    assertThat(Text.clean("👩\u200D🚀")).isEqualTo("👩🚀");
  }

  @Test
  void aWideCharacterIsNotCutInHalf() {
    assertThat(Text.head("日本語", 3)).isEqualTo("日");
    assertThat(Text.head("日本語", 4)).isEqualTo("日本");
  }

  @Test
  void linesBreakBetweenWordsAndWithinThoseThatAreTooLong() {
    assertThat(Text.wrap("one two three", 8)).containsExactly("one two", "three");
    assertThat(Text.wrap("abcdefghij kl", 4)).containsExactly("abcd", "efgh", "ij", "kl");
    assertThat(Text.wrap("日本語日本語", 5)).containsExactly("日本", "語日", "本語");
    assertThat(Text.wrap("", 5)).containsExactly("");
  }
}
