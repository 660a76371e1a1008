package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cancha.common.json.JsonType;
import dev.cancha.app.load.TickSample.Percentiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TicksReportTest {
  private static final Buckets LATE = new Buckets(
      new TreeMap<>(Map.of(0.5, 60L, 5.0, 100L)));

  private final TickRun.Result result = new TickRun.Result(10,
      List.of(series(Contender.BARE, 20, 20, 20), series(Contender.RELAXED, 30, 50, 40)));
  private final TickRun.Bots bots = new TickRun.Bots(200, 20_000, 80_000, new Percentiles(0.2, 5, 20),
      new Percentiles(0.061, 0.4, 1.25), 0.64);

  @Test
  void theSectionHasDateMachineCommandAndFigures() {
    TicksReport report = report(bots);
    assertThat(report.markdown()).startsWith("## Ticks\n")
        .contains("alternating intervals of 5\n", "- 2 processors\n- 2026-01-02, by `./cancha load ticks`\n",
            "| 10 | bare | 1,600 | 160 (160 to 160) | 20.0 (20.0 to 20.0) | 15.0 | 5.0 |  | 3 % | 1.00 |",
            "| 10 | relaxed | 1,600 | 320 (240 to 400) | 40.0 (30.0 to 50.0) | 30.0 | 10.0 |"
                + " **2.00 (1.50 to 2.50)** | 6 % | 1.00 |",
            "| ≤ 0.5 | ≤ 5 | ≤ 5 | 6 |\n",
            "| 200 rooms | 4,000 | 64 % | ≤ 0.2 | ≤ 5 | ≤ 20 |\n",
            "| idle timer | 20 | | 0.06 | 0.40 | 1.25 |\n");
  }

  @Test
  void withoutBotsNothingIsSaidOfThem() {
    assertThat(report(null).markdown()).doesNotContain("bots", "idle");
    assertThat(report(null).botsTable()).isEmpty();
  }

  @Test
  void allFiguresAreInTheJson() {
    assertThat(JsonType.of(TicksReport.class).write(report(bots)).toString()).contains(
        "\"date\":\"2026-01-02\"",
        "\"rooms\":10", "\"patches\":1600", "\"patchBytes\":300.0", "\"refused\":2", "\"ticks\":80000");
  }

  @Test
  void anIntervalWithoutPatchesIsNoMeasurement() {
    var nothing = new TickCrowd.Tally(new Histogram(3), 0, 0, 0, 0, 0);
    var used = new TickSample.Used(1, new CpuTime(1, 1), new CpuTime(1, 1));
    assertThatExceptionOfType(LoadError.class).isThrownBy(() -> TickSample.of(nothing, used, null))
        .withMessageContaining("--seconds");
  }

  private TicksReport report(TickRun.Bots played) {
    return new TicksReport("2026-01-02", List.of("2 processors"), "./cancha load ticks", 5, List.of(result),
        played);
  }

  private static TickRun.Series series(Contender contender, long... microsPerClientTick) {
    return new TickRun.Series(contender,
        LongStream.of(microsPerClientTick).mapToObj(each -> sample(contender, each)).toList());
  }

  /** One second of ten rooms, with patches 49 or 51 ms after each other. */
  private static TickSample sample(Contender contender, long micros) {
    Histogram jitter = new Histogram(3);
    jitter.recordValueWithCount(1_000_000, 1_600);
    var used = new TickSample.Used(1_000, new CpuTime(micros * 1_200, micros * 400), new CpuTime(1, 1));
    return TickSample.of(new TickCrowd.Tally(jitter, 1_600, 480_000, 200, 400, 2), used,
        contender == Contender.BARE ? null : LATE);
  }
}
