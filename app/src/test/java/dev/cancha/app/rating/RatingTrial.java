package dev.cancha.app.rating;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Measures; {@code build/measure rating} runs it and writes what it prints into docs/performance.md. Its name keeps
 * it out of builds.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class RatingTrial {
  private static final int LEAGUES = 8_000;
  private static final int RUNS = 2_000;
  private static final int SEED = 1;
  private static final double[] BOUNDS = {0, 50};

  @Test
  void intervals() {
    for (Shape shape : Shape.ALL) {
      int[] covered = shape.covered(LEAGUES, SEED);
      Arrays.sort(covered);
      print("coverage", shape.name(), LEAGUES, covered[0], covered[covered.length - 1],
          Math.round(Arrays.stream(covered).average().orElseThrow()));
    }
  }

  @Test
  void errors() {
    Sprt sprt = Sprt.of(BOUNDS[0], BOUNDS[1]);
    for (SprtTrial.Kind kind : SprtTrial.Kind.ALL) {
      SprtTrial none = SprtTrial.of(sprt, kind.league(BOUNDS[0]), RUNS, SEED);
      SprtTrial some = SprtTrial.of(sprt, kind.league(BOUNDS[1]), RUNS, SEED + 1);
      print("sprt", kind.name(), RUNS, none.h1(), some.h0(), none.groups() / RUNS,
          some.groups() / RUNS);
    }
  }

  private static void print(Object... values) {
    System.out.println(Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(";")));
  }
}
