package dev.cancha.app.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What was measured, in words and numbers.
 *
 * @param thinkMillis that players thought about each act
 * @param date on which it was measured, as ISO 8601 has it
 * @param machine and everything else that the figures depend on
 * @param command that measures the same again
 * @param goals what is to be said of the figures, a line each
 */
record Report(int thinkMillis, String date, List<String> machine, String command, List<Trial.Result> results,
    List<String> goals) {
  Report {
    machine = List.copyOf(machine);
    results = List.copyOf(results);
    goals = List.copyOf(goals);
  }

  /** What one interval says of a server. */
  static String line(Contender contender, Sample sample) {
    return String.format(Locale.ROOT, "%s %.1f µs of CPU an act, busy %.0f %%, clients %.0f %%",
        contender.title(),
        sample.cpuMicrosPerAct(), 100 * sample.busy(), 100 * sample.clientBusy());
  }

  /** The section of a page of Markdown. */
  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(thinkMillis == 0 ? "## Turns" : "## Turns, with " + thinkMillis + " ms to think");
    lines.add(thinkMillis == 0
        ? "Rooms of two that play Connect Four as fast as they are answered, one act in flight in each room, every"
        : "Rooms of two that play Connect Four, each player thinking for " + thinkMillis
            + " ms on average (exponentially distributed) about an act, every");
    lines.add("match of " + Script.ACTS
        + " acts and its rematch. *bare* is the same traffic through Netty and Jackson");
    lines.add(
        "alone, without rooms; the others are Cancha with that `durability`. All ran in turn: the medians of");
    lines.add(
        "alternating intervals, and in brackets how far they lay apart. CPU is the server's whole process; latency");
    lines.add("is from sending an act to its own patch, and *later* how much more that is than with `off`.");
    if (thinkMillis > 0) {
      lines.add("Acts a second are those of whole intervals, at whose ends the last players still think.");
    }
    lines.add("");
    machine.forEach(fact -> lines.add("- " + fact));
    lines.add("- " + date + ", by `" + command + "`");
    lines.add("");
    lines.addAll(table());
    if (!goals.isEmpty()) {
      lines.add("");
      goals.forEach(goal -> lines.add("- " + goal));
    }
    return String.join("\n", lines) + "\n";
  }

  /** The figures alone. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| rooms | server | acts/s | CPU µs/act | user | system | ÷ bare | ÷ off | p50 µs | p90 | p99 | p99.9 |"
            + " max | later ms: p50 | p99 |");
    lines.add(
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
            + " ---: |");
    for (Trial.Result result : results) {
      result.series().forEach(each -> lines.add(row(result, each)));
    }
    return lines;
  }

  private static String row(Trial.Result result, Trial.Series series) {
    Contender contender = series.contender();
    List<Sample> samples = series.samples();
    List<String> cells = new ArrayList<>(List.of(String.valueOf(result.rooms()), contender.title(),
        figure(samples, Sample::actsPerSecond).told(0),
        figure(samples, Sample::cpuMicrosPerAct).toldWithSpread(1),
        figure(samples, Sample::userMicrosPerAct).told(1),
        figure(samples, Sample::systemMicrosPerAct).told(1),
        ratio(result, contender, Contender.BARE), ratio(result, contender, Contender.OFF)));
    List<ToDoubleFunction<Sample.Latencies>> latencies = List.of(Sample.Latencies::p50, Sample.Latencies::p90,
        Sample.Latencies::p99, Sample.Latencies::p999, Sample.Latencies::max);
    latencies.forEach(
        each -> cells.add(figure(samples, sample -> each.applyAsDouble(sample.latencies())).told(0)));
    boolean later = contender.compareTo(Contender.OFF) > 0 && result.has(Contender.OFF);
    cells.add(later ? result.laterMillis(contender, Sample.Latencies::p50).toldWithSpread(2) : "");
    cells.add(later ? result.laterMillis(contender, Sample.Latencies::p99).toldWithSpread(2) : "");
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String ratio(Trial.Result result, Contender ours, Contender theirs) {
    return ours.compareTo(theirs) > 0 && result.has(theirs)
        ? "**" + result.ratio(ours, theirs).toldWithSpread(2) + "**"
        : "";
  }

  private static Figure figure(List<Sample> samples, ToDoubleFunction<Sample> which) {
    return Figure.of(samples.stream().mapToDouble(which));
  }
}
