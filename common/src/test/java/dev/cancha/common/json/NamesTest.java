package dev.cancha.common.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  enum Word {
    UP, HALF_LEFT, NO_SUCH_GAME, Mixed, alreadyCamel, X, A1_B2, TRAILING_
  }

  @ParameterizedTest
  @CsvSource({"UP, up", "HALF_LEFT, halfLeft", "NO_SUCH_GAME, noSuchGame", "Mixed, mixed",
    "alreadyCamel, alreadyCamel",
    "X, x", "A1_B2, a1B2", "TRAILING_, trailing"})
  void aConstantIsWrittenInLowerCamelCase(Word word, String name) {
    assertThat(Names.of(word)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"dev.cancha.common.json.Samples$LookAway, lookAway", "java.net.URI, uRI",
    "java.lang.String, string"})
  void aClassIsNamedAfterItsSimpleName(Class<?> type, String name) {
    assertThat(Names.of(type)).isEqualTo(name);
  }
}
