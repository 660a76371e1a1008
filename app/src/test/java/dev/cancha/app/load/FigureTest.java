package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void theMedianIsTheMiddleValueOrTheMeanOfTheTwoMiddleOnes() {
    assertThat(Figure.of(DoubleStream.of(9, 1, 2))).isEqualTo(new Figure(2, 1, 9));
    assertThat(Figure.of(DoubleStream.of(4, 1, 2, 9))).isEqualTo(new Figure(3, 1, 9));
    assertThat(Figure.of(DoubleStream.of(5))).isEqualTo(new Figure(5, 5, 5));
  }

  @Test
  void nothingHasNoMedian() {
    assertThatIllegalArgumentException().isThrownBy(() -> Figure.of(DoubleStream.of()));
  }

  @Test
  void ratiosAreTakenOfNeighbours() {
    assertThat(Figure.ratio(List.of(20.0, 60.0, 10.0), List.of(10.0, 20.0, 10.0)))
        .isEqualTo(new Figure(2, 1, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> Figure.ratio(List.of(1.0), List.of()));
  }

  @Test
  void figuresAreWrittenAlikeInEveryLanguage() {
    assertThat(new Figure(1234.56, 1, 2).told(1)).isEqualTo("1,234.6");
    assertThat(new Figure(1.5, 1.25, 2).toldWithSpread(2)).isEqualTo("1.50 (1.25 to 2.00)");
  }
}
