package dev.cancha.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.app.text.Key.Kind;
import org.junit.jupiter.api.Test;

class FieldTest {
  @Test
  void charactersGoWhereTheCursorIs() {
    Field field = typed(Field.empty(10), "ac").on(Key.LEFT).on(Key.of('b'));
    assertThat(field.text()).isEqualTo("abc");
    assertThat(field.on(Key.BACKSPACE).text()).isEqualTo("ac");
    assertThat(field.on(Key.of(Kind.DELETE)).text()).isEqualTo("ab");
    assertThat(field.on(Key.of(Kind.HOME)).on(Key.of('x')).on(Key.of(Kind.END)).on(Key.of('y')).text())
        .isEqualTo("xabcy");
    assertThat(field.on(new Key(Kind.CONTROL, 'u')).text()).isEmpty();
  }

  @Test
  void aCharacterOfTwoUnitsIsOne() {
    Field field = typed(Field.empty(2), "👍👍👍");
    assertThat(field.text()).isEqualTo("👍👍");
    assertThat(field.on(Key.LEFT).on(Key.BACKSPACE).text()).isEqualTo("👍");
  }

  @Test
  void theEndsStopTheCursor() {
    Field field = typed(Field.empty(5), "a");
    assertThat(field.on(Key.RIGHT)).isEqualTo(field);
    assertThat(field.on(Key.LEFT).on(Key.LEFT).on(Key.BACKSPACE)).isEqualTo(field.on(Key.LEFT));
  }

  @Test
  void theCursorIsAlwaysInSightAndTheLineNeverTooLong() {
    Field field = typed(Field.empty(300), "日本語 text that is longer than its place");
    for (int i = 0; i < 40; i++) {
      Line line = field.line(10, false);
      assertThat(line.width()).isEqualTo(10);
      assertThat(line.spans()).anyMatch(span -> span.ink().inverse());
      field = field.on(Key.LEFT);
    }
  }

  @Test
  void aSecretIsDots() {
    assertThat(typed(Field.empty(9), "pass").line(8, true).text()).isEqualTo("••••    ");
  }

  private static Field typed(Field field, String text) {
    Field now = field;
    for (int c : text.codePoints().toArray()) {
      now = now.on(Key.of(c));
    }
    return now;
  }
}
