package dev.cancha.app.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
  /**
   * The example of R. G. Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263 and 15 of 148, and none of
   * 20.
   */
  @Test
  void wilsonsIntervalIsThePublishedOne() {
    assertEnds(Interval.wilson(81, 263), 0.2553, 0.3662);
    assertEnds(Interval.wilson(15, 148), 0.0624, 0.1605);
    assertEnds(Interval.wilson(0, 20), 0, 0.1611);
    assertEnds(Interval.wilson(1, 29), 0.0061, 0.1718);
  }

  @Test
  void withoutGamesAnythingIsPossible() {
    assertThat(Interval.wilson(0, 0)).isEqualTo(new Interval(0, 1));
  }

  private static void assertEnds(Interval interval, double low, double high) {
    assertThat(interval.low()).isEqualTo(low, within(5e-5));
    assertThat(interval.high()).isEqualTo(high, within(5e-5));
  }
}
