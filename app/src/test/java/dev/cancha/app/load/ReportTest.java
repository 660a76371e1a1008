package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cancha.common.json.JsonType;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final Trial.Result result = new Trial.Result(500,
      List.of(series(Contender.BARE, 20, 20, 20), series(Contender.OFF, 30, 50, 40),
          series(Contender.DURABLE, 45, 50, 60)));
  private final Report report = new Report(0, "2026-01-02", List.of("2 processors", "one loop"),
      "./cancha load turns --rooms 500", List.of(result), List.of("a goal"));

  @Test
  void theSectionHasDateMachineCommandAndFigures() {
    assertThat(report.markdown()).contains("- 2 processors\n- one loop\n",
        "- 2026-01-02, by `./cancha load turns --rooms 500`\n").endsWith("|\n\n- a goal\n");
    assertThat(report.table())
        .anyMatch(row -> row
            .startsWith(
                "| 500 | off | 1,000 | 40.0 (30.0 to 50.0) | 30.0 | 10.0 | **2.00 (1.50 to 2.50)** |  |"
                    + " 100 | 180 | 198 | 200 |"))
        .anyMatch(row -> row.startsWith("| 500 | bare | 1,000 | 20.0 (20.0 to 20.0) | 15.0 | 5.0 |  |  |"))
        .anyMatch(row -> row.contains("| durable |") && row.contains("| **1.50 (1.00 to 1.50)** |")
            && row.endsWith("| 0.00 (0.00 to 0.00) | 0.00 (0.00 to 0.00) |"));
  }

  @Test
  void theGoalsAreHeldAgainstTheFigures() {
    Disk disk = new Disk(Path.of("data"), "ext4", new Figure(1.5, 1, 9), 4);
    assertThat(new Goals(List.of(result), disk, true).lines()).containsExactly(
        "off takes at most 1.6 times the CPU of bare at 500 rooms: 2.00, NOT met",
        "durable takes at most 1.5 times the CPU of off at 500 rooms: 1.50, met");
    assertThat(new Goals(List.of(result), disk, false).lines()).containsExactly(
        "durable answers at most two syncs later than off at 500 rooms, its own and the one under way: by its own"
            + " metrics a commit, with its write and its sync, takes 0.00 (0.00 to 0.00) ms in the median while they"
            + " play, and two take 0.00; it answers +0.00 ms later in the median: met (p99 +0.00 ms)",
        "two syncs of a page on the idle disk, without a processor that others want, would be 3.00 ms (8.00 by"
            + " their p99): met");
  }

  @Test
  void allFiguresAreInTheJson() {
    assertThat(JsonType.of(Report.class).write(report).toString()).contains("\"date\":\"2026-01-02\"",
        "\"rooms\":500",
        "\"acts\":100", "\"patchBytes\":150.0", "\"userMicros\":3000");
  }

  @Test
  void anIntervalWithoutActsIsNoMeasurement() {
    var nothing = new Crowd.Tally(new Histogram(3), 0, 0);
    assertThatExceptionOfType(LoadError.class)
        .isThrownBy(() -> Sample.of(nothing, 1, new CpuTime(1, 1), new CpuTime(1, 1)))
        .withMessageContaining("--seconds");
  }

  private static Trial.Series series(Contender contender, long... microsPerAct) {
    return new Trial.Series(contender, LongStream.of(microsPerAct).mapToObj(ReportTest::sample).toList());
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
