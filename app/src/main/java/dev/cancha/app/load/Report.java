package dev.cancha.app.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What was measured, in words and numbers.
 *
 * @param date on which it was measured, as ISO 8601 has it
 * @param machine and everything else that the figures depend on
 * @param command that measures the same again
 */
record Report(String date, List<String> machine, String command, List<Trial.Result> results) {
  Report {
    machine = List.copyOf(machine);
    results = List.copyOf(results);
  }

  /** What one interval says of both. */
  static String line(Sample cancha, Sample bare) {
    return String.format(Locale.ROOT,
        "%.1f µs of CPU an act, bare %.1f, ratio %.2f; busy %.0f %%, clients %.0f %%",
        cancha.cpuMicrosPerAct(), bare.cpuMicrosPerAct(), cancha.cpuMicrosPerAct() / bare.cpuMicrosPerAct(),
        100 * cancha.busy(), 100 * cancha.clientBusy());
  }

  /** The section of a page of Markdown. */
  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Rooms of two that play Connect Four as fast as they are answered, one act in flight in each room, every");
    lines.add("match of " + Script.ACTS
        + " acts and its rematch. *bare* is the same traffic through Netty and Jackson");
    lines.add(
        "alone, without rooms, in the same run: the medians of alternating intervals, and in brackets how far they");
    lines.add(
        "lay apart. CPU is the server's whole process; latency is from sending an act to its own patch.");
    lines.add("");
    machine.forEach(fact -> lines.add("- " + fact));
    lines.add("- " + date + ", by `" + command + "`");
    lines.add("");
    lines.addAll(table());
    return String.join("\n", lines) + "\n";
  }

  /** The figures alone. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("| rooms | server | acts/s | CPU µs/act | user | system | p50 µs | p90 | p99 | p99.9 | max |");
    lines.add("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (Trial.Result result : results) {
      lines.add(row(result.rooms(), Contender.CANCHA, result.cancha()));
      lines.add(row(result.rooms(), Contender.BARE, result.bare()));
      lines.add("| " + result.rooms() + " | **ratio** | | **" + ratio(result).toldWithSpread(2)
          + "** | | | | | | | |");
    }
    return lines;
  }

  /** What a server's CPU for an act is to that of the bare one. */
  static Figure ratio(Trial.Result result) {
    return Figure.ratio(result.cancha().stream().map(Sample::cpuMicrosPerAct).toList(),
        result.bare().stream().map(Sample::cpuMicrosPerAct).toList());
  }

  private static String row(int rooms, Contender contender, List<Sample> samples) {
    return "| " + rooms + " | " + contender.title() + " | " + figure(samples, Sample::actsPerSecond).told(0)
        + " | "
        + figure(samples, Sample::cpuMicrosPerAct).toldWithSpread(1) + " | "
        + figure(samples, Sample::userMicrosPerAct).told(1) + " | "
        + figure(samples, Sample::systemMicrosPerAct).told(1) + " | "
        + latency(samples, Sample.Latencies::p50) + " | " + latency(samples, Sample.Latencies::p90) + " | "
        + latency(samples, Sample.Latencies::p99) + " | " + latency(samples, Sample.Latencies::p999) + " | "
        + latency(samples, Sample.Latencies::max) + " |";
  }

  private static String latency(List<Sample> samples, ToDoubleFunction<Sample.Latencies> which) {
    return figure(samples, sample -> which.applyAsDouble(sample.latencies())).told(0);
  }

  private static Figure figure(List<Sample> samples, ToDoubleFunction<Sample> which) {
    return Figure.of(samples.stream().mapToDouble(which));
  }
}
