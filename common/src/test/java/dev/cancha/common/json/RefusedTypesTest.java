package dev.cancha.common.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.game.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A game writer sees at once which component cannot go over the wire. */
class RefusedTypesTest {
  record Unordered(Set<Integer> x) {}

  record Raw(@SuppressWarnings("rawtypes") List x) {}

  record Maybe(Optional<String> x) {}

  record Decimal(BigDecimal x) {}

  record Primitives(float x) {}

  record Numbers(@SuppressWarnings("ArrayRecordComponent") /* this is what is refused */ int[] x) {}

  record Keys(SortedMap<Long, Integer> x) {}

  record Sets(SortedSet<Double> x) {}

  record Holes(List<@Nullable Integer> x) {}

  record Bounded(@Range(min = 0, max = 1) String x) {}

  record Nothing(@Range(min = 2, max = 1) int x) {}

  record Wild(List<? extends Integer> x) {}

  record Generic<T>(T x) {}

  record HasGeneric(Generic<String> x) {}

  record Deep(Map<String, List<Unordered>> y) {}

  sealed interface Shadow {}

  record Lonely(@Nullable Integer x) implements Shadow {}

  sealed interface Mixed {}

  static final class Plain implements Mixed {}

  sealed interface Twins {}

  static final class Left {
    record Same() implements Twins {}
  }

  static final class Right {
    record Same() implements Twins {}
  }

  enum Alike {
    GO_ON, goOn
  }

  static Stream<Arguments> refused() {
    return Stream.of(Arguments.of(Unordered.class, "Unordered.x"), Arguments.of(Raw.class, "Raw.x"),
        Arguments.of(Maybe.class, "Maybe.x"), Arguments.of(Decimal.class, "Decimal.x"),
        Arguments.of(Primitives.class, "Primitives.x"), Arguments.of(Numbers.class, "Numbers.x"),
        Arguments.of(Keys.class, "Keys.x"), Arguments.of(Sets.class, "Sets.x"),
        Arguments.of(Holes.class, "Holes.x"),
        Arguments.of(Bounded.class, "Bounded.x"), Arguments.of(Nothing.class, "Nothing.x"),
        Arguments.of(Wild.class, "Wild.x"), Arguments.of(Generic.class, "Generic"),
        Arguments.of(HasGeneric.class, "HasGeneric.x"), Arguments.of(Deep.class, "Unordered.x"),
        Arguments.of(Shadow.class, "'x'"), Arguments.of(Mixed.class, "Plain"),
        Arguments.of(Twins.class, "'same'"),
        Arguments.of(Alike.class, "'goOn'"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aTypeWithoutAFormInJsonIsRefusedWhenFirstLookedAt(Class<?> type, String named) {
    assertThatThrownBy(() -> JsonType.of(type)).isInstanceOf(IllegalArgumentException.class)
        .isNotInstanceOf(Mismatch.class)
        .hasMessageContaining(named);
  }

  @Test
  void theRefusalSaysWhatIsAllowed() {
    assertThatThrownBy(() -> JsonType.of(Unordered.class))
        .hasMessageContaining("java.util.Set<java.lang.Integer>")
        .hasMessageContaining("SortedSet");
  }

  @Test
  void aRefusedTypeIsRefusedAgain() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> JsonType.of(Maybe.class))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
