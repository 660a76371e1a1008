package dev.cancha.common.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainNameTest {
  @Test
  void whatCouldForgeALineOfATerminalIsTakenOut() {
    assertThat(PlainName.of("Li\u001b[31mceo\n\u202e7\u2028")).isEqualTo("Li[31mceo7");
    assertThat(PlainName.is("Li\u001bceo")).isFalse();
    assertThat(PlainName.is("a\nb")).isFalse();
    assertThat(PlainName.is("\u202eabc")).isFalse();
    assertThat(PlainName.is("half \ud83d")).isFalse();
  }

  @Test
  void namesOfAllScriptsStayAsTheyAre() {
    for (String name : new String[] {"Liceo 7", "Ñuñoa", "学校", "🎲 dados", "x".repeat(40), "🎲".repeat(40)}) {
      assertThat(PlainName.of(name)).isEqualTo(name);
      assertThat(PlainName.is(name)).as(name).isTrue();
    }
  }

  @Test
  void whatIsTooLongIsCutAndNothingIsNoName() {
    assertThat(PlainName.of("x".repeat(41))).isEqualTo("x".repeat(40));
    assertThat(PlainName.is("x".repeat(41))).isFalse();
    assertThat(PlainName.is(" ")).isFalse();
    assertThat(PlainName.is("")).isFalse();
    assertThat(PlainName.of("\n")).isEqualTo("Cancha");
  }
}
