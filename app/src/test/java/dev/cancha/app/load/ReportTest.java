package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cancha.common.json.JsonType;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final Report report = new Report("2026-01-02", List.of("2 processors", "one loop"),
      "./cancha load turns --rooms 5",
      List.of(new Trial.Result(5, List.of(sample(30), sample(50), sample(40)),
          List.of(sample(20), sample(20), sample(20)))));

  @Test
  void theSectionHasDateMachineCommandAndFigures() {
    assertThat(report.markdown()).contains("- 2 processors\n- one loop\n",
        "- 2026-01-02, by `./cancha load turns --rooms 5`\n").endsWith("|\n");
    assertThat(report.table()).anyMatch(
        row -> row
            .startsWith("| 5 | cancha | 1,000 | 40.0 (30.0 to 50.0) | 30.0 | 10.0 | 100 | 180 | 198 | 200 |"))
        .anyMatch(row -> row.startsWith("| 5 | bare | 1,000 | 20.0 (20.0 to 20.0) | 15.0 | 5.0 |"))
        .anyMatch(row -> row.startsWith("| 5 | **ratio** | | **2.00 (1.50 to 2.50)** |"));
  }

  @Test
  void allFiguresAreInTheJson() {
    assertThat(JsonType.of(Report.class).write(report).toString()).contains("\"date\":\"2026-01-02\"",
        "\"rooms\":5",
        "\"acts\":100", "\"patchBytes\":150.0", "\"userMicros\":3000");
  }

  @Test
  void anIntervalWithoutActsIsNoMeasurement() {
    var nothing = new Crowd.Tally(new Histogram(3), 0, 0);
    assertThatExceptionOfType(LoadError.class)
        .isThrownBy(() -> Sample.of(nothing, 1, new CpuTime(1, 1), new CpuTime(1, 1)))
        .withMessageContaining("--seconds");
  }

  /** A hundred acts in 100 ms, with latencies of 2 to 200 µs. */
  private static Sample sample(long microsPerAct) {
    Histogram latencies = new Histogram(3);
    for (int i = 1; i <= 100; i++) {
      latencies.recordValue(i * 2_000L);
    }
    var cpu = new CpuTime(microsPerAct * 75, microsPerAct * 25);
    return Sample.of(new Crowd.Tally(latencies, 200, 30_000), 100, cpu, new CpuTime(1, 1));
  }
}
