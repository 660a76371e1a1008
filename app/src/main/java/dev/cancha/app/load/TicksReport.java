package dev.cancha.app.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of rooms that tick, in words and numbers.
 *
 * @param date on which it was measured, as ISO 8601 has it
 * @param machine and everything else that the figures depend on
 * @param command that measures the same again
 * @param seconds of an interval
 */
record TicksReport(String date, List<String> machine, String command, int seconds,
    List<TickRun.Result> results,
    TickRun.@Nullable Bots bots) {
  TicksReport {
    machine = List.copyOf(machine);
    results = List.copyOf(results);
  }

  /** What one interval says of a server. */
  static String line(Contender contender, TickSample sample) {
    return String.format(Locale.ROOT, "%s %.1f µs of CPU a client-tick, busy %.0f %%, clients %.0f %%",
        contender.title(),
        sample.cpuMicrosPerClientTick(), 100 * sample.busy(), 100 * sample.clientBusy());
  }

  /** The section of a page of Markdown. */
  String markdown() {
    List<String> lines = new ArrayList<>(List.of("## Ticks",
        "Rooms of eight who play snake at 20 ticks a second, each tick a step of all snakes, each client a turn every",
        "three to five ticks. A *client-tick* is one patch delivered to one client, a *room-tick* one of a room to all",
        "eight. *bare* is the same traffic through Netty and Jackson alone: a timer for each room, one message of the",
        "same size a tick, encoded once, one record decoded an act. The others are Cancha with that `durability` (a",
        "game that ticks is `relaxed` unless told otherwise). All ran in turn: the medians of alternating intervals of "
            + seconds,
        "seconds, each in the middle of a match, and in brackets how far they lay apart. CPU is the server's whole",
        "process. *Jitter* is how far the time between two patches to a client was from 50 ms, in either direction;",
        "*late* is how much after its time the server took a tick, by its own metrics, which tell it in steps: at most",
        "so much.", ""));
    machine.forEach(fact -> lines.add("- " + fact));
    lines.add("- " + date + ", by `" + command + "`");
    lines.add("");
    lines.addAll(table());
    if (bots != null) {
      lines.add("");
      lines.add(
          "Rooms of eight bots of the server's own, `survivor`, in the game as it is played (four ticks a step),");
      lines.add(
          "with one who watches in each; beside them a timer of the same period, on an event loop that has nothing");
      lines.add("else to do, in the command's process.");
      lines.add("");
      lines.addAll(botsTable());
    }
    return String.join("\n", lines) + "\n";
  }

  /** The figures alone. */
  List<String> table() {
    List<String> lines = new ArrayList<>(List.of(
        "| rooms | server | client-ticks/s | CPU µs/room-tick | CPU µs/client-tick | user | system | ÷ bare | busy |"
            + " jitter ms: p50 | p99 | p99.9 | late ms: p50 | p99 | p99.9 | acts refused |",
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
            + " ---: |"));
    results.forEach(result -> result.series().forEach(each -> lines.add(row(result, each))));
    return lines;
  }

  /** Those of the rooms of bots; nothing where there were none. */
  List<String> botsTable() {
    if (bots == null) {
      return List.of();
    }
    String busy = String.format(Locale.ROOT, "%.0f %%", 100 * bots.busy());
    return List.of("| | ticks/s | server busy | late ms: p50 | p99 | p99.9 |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        "| " + bots.rooms() + " rooms | " + number(1e3 * bots.ticks() / bots.millis(), 0) + " | " + busy
            + " | "
            + String.join(" | ", atMost(bots.late())) + " |",
        "| idle timer | 20 | | " + String.join(" | ",
            List.of(number(bots.idle().p50(), 2), number(bots.idle().p99(), 2),
                number(bots.idle().p999(), 2)))
            + " |");
  }

  private static String row(TickRun.Result result, TickRun.Series series) {
    List<TickSample> samples = series.samples();
    boolean bare = series.contender() == Contender.BARE;
    List<String> cells = new ArrayList<>(
        List.of(String.valueOf(result.rooms()), series.contender().title(),
            figure(samples, TickSample::patchesPerSecond).told(0),
            figure(samples, TickSample::cpuMicrosPerRoomTick).toldWithSpread(0),
            figure(samples, TickSample::cpuMicrosPerClientTick).toldWithSpread(1),
            figure(samples, TickSample::userMicrosPerClientTick).told(1),
            figure(samples, TickSample::systemMicrosPerClientTick).told(1),
            bare ? "" : "**" + result.ratio(series).toldWithSpread(2) + "**",
            figure(samples, sample -> 100 * sample.busy()).told(0) + " %"));
    List<ToDoubleFunction<TickSample.Percentiles>> percentiles = List.of(TickSample.Percentiles::p50,
        TickSample.Percentiles::p99, TickSample.Percentiles::p999);
    percentiles.forEach(
        each -> cells.add(figure(samples, sample -> each.applyAsDouble(sample.jitter())).told(2)));
    percentiles.forEach(each -> cells.add(bare ? ""
        : "≤ " + step(
            figure(samples, sample -> each.applyAsDouble(Objects.requireNonNull(sample.late()))).median())));
    cells.add(String.valueOf(samples.stream().mapToLong(TickSample::refused).sum()));
    return "| " + String.join(" | ", cells) + " |";
  }

  private static List<String> atMost(TickSample.Percentiles late) {
    return List.of("≤ " + step(late.p50()), "≤ " + step(late.p99()), "≤ " + step(late.p999()));
  }

  /** The upper end of one of the server's steps. */
  private static String step(double millis) {
    return number(millis, millis < 1 ? 1 : 0);
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  private static Figure figure(List<TickSample> samples, ToDoubleFunction<TickSample> which) {
    return Figure.of(samples.stream().mapToDouble(which));
  }
}
