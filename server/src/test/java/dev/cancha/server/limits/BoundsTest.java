package dev.cancha.server.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
  @Test
  void bothBoundsAreIncluded() {
    Bounds.check("size", 3, 3, 5);
    Bounds.check("size", 5, 3, 5);
    Bounds.check("pause", Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  void aNumberOutsideIsToldWithItsNameAndBothBounds() {
    assertThatThrownBy(() -> Bounds.check("size", 6, 3, 5))
        .isInstanceOf(OutOfBounds.class)
        .hasMessage("size is 6, but must be 3 to 5")
        .extracting(e -> ((OutOfBounds) e).component())
        .isEqualTo("size");
    assertThatThrownBy(() -> Bounds.check("size", 2, 3, 5)).hasMessage("size is 2, but must be 3 to 5");
  }

  @Test
  void aDurationOutsideIsToldInReadableUnits() {
    assertThatThrownBy(() -> Bounds.check("pause", Duration.ofMillis(1_500), Duration.ofSeconds(2),
        Duration.ofMinutes(10))).hasMessage("pause is 1500 ms, but must be 2 s to 10 min");
  }

  @Test
  void aBrokenRelationIsToldInItsOwnSentence() {
    Bounds.require(true, "low", "never said");
    assertThatThrownBy(() -> Bounds.require(false, "low", "low is above high"))
        .isInstanceOf(OutOfBounds.class)
        .hasMessage("low is above high");
  }

  @ParameterizedTest
  @CsvSource({"PT0S,0 s", "PT1S,1 s", "PT90S,90 s", "PT60S,1 min", "PT1H,1 h", "PT168H,168 h",
    "PT0.2S,200 ms",
    "PT0.0000005S,500 ns", "PT-5S,-5 s", "PT1.0000005S,PT1.0000005S"})
  void aDurationIsWrittenInTheLargestUnitWithoutAFraction(Duration duration, String text) {
    assertThat(Bounds.text(duration)).isEqualTo(text);
  }
}
