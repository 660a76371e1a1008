package dev.cancha.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whether two runs were the same, and where they part. */
class TraceSimTest {
  @Test
  void equalRunsHaveEqualTraces() {
    Trace one = run("hello", Duration.ofMillis(3));
    Trace other = run("hello", Duration.ofMillis(3));
    assertThat(one.hash()).isEqualTo(other.hash()).matches("[0-9a-f]{64}");
    assertThat(Trace.firstDifference(one, other)).isNull();
    assertThat(one.chunks()).isEqualTo(one.kept().size()).isEqualTo(2);
  }

  @Test
  void aByteMakesADifference() {
    Trace one = run("hello", Duration.ofMillis(3));
    Trace other = run("hellO", Duration.ofMillis(3));
    assertThat(one.hash()).isNotEqualTo(other.hash());
    assertThat(Trace.firstDifference(one, other)).startsWith("chunk 1 differs: Chunk[nanos=")
        .contains("length=5");
  }

  @Test
  void soDoesTime() {
    Trace one = run("hello", Duration.ofMillis(3));
    Trace other = run("hello", Duration.ofMillis(4));
    assertThat(one.hash()).isNotEqualTo(other.hash());
    assertThat(Trace.firstDifference(one, other)).startsWith("chunk 1 differs");
  }

  @Test
  void andAnEarlyEnd() {
    Trace one = run("hello", Duration.ofMillis(3));
    Trace other = run("", Duration.ofMillis(3));
    assertThat(Trace.firstDifference(one, other)).isEqualTo("one run ends after chunk 0, the other goes on");
  }

  private static Trace run(String text, Duration pause) {
    try (Line line = new Line()) {
      line.world.trace().keepChunks();
      line.answer("first");
      line.pass(Duration.ofSeconds(1).plus(pause));
      line.send(text);
      line.pass(Duration.ofSeconds(1));
      return line.world.trace();
    }
  }
}
