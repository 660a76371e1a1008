package dev.cancha.app.load;

import dev.cancha.common.CompositionRoot;
import dev.cancha.common.message.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * All that {@code load ticks} measures, one after the other: with the most rooms first, since it is those that make a
 * JVM compile. Owner: the thread of the command.
 */
@CompositionRoot("starts servers and crowds, and waits for them on the command's thread")
final class TickRun {
  private static final long BOTS_WARM_UP_MILLIS = 10_000;

  private final TicksPlan plan;
  private final Placement placement;
  private final Consumer<String> progress;

  TickRun(TicksPlan plan, Placement placement, Consumer<String> progress) {
    this.plan = plan;
    this.placement = placement;
    this.progress = progress;
  }

  /** Of one server, interval by interval. */
  record Series(Contender contender, List<TickSample> samples) {
    Series {
      samples = List.copyOf(samples);
    }
  }

  /** What was measured with {@code rooms} rooms of eight. */
  record Result(int rooms, List<Series> series) {
    Result {
      series = List.copyOf(series);
    }

    /** What the CPU of {@code ours} for a patch to one client is to that of the bare server. */
    Figure ratio(Series ours) {
      List<TickSample> bare = series.getFirst().samples();
      return Figure.ratio(ours.samples().stream().map(TickSample::cpuMicrosPerClientTick).toList(),
          bare.stream().map(TickSample::cpuMicrosPerClientTick).toList());
    }
  }

  /**
   * What was measured with {@code rooms} rooms of eight bots.
   *
   * @param ticks that the server took
   * @param late how late it took them
   * @param idle how late a timer was meanwhile that had nothing else to do
   * @param busy the share of one processor that the server used
   */
  record Bots(int rooms, long millis, long ticks, TickSample.Percentiles late, TickSample.Percentiles idle,
      double busy) {}

  /** The trials of rooms of eight people, in the order in which they were asked for. */
  List<Result> eights() {
    Map<Contender, TickTrial> trials = new EnumMap<>(Contender.class);
    try (Ground ground = Ground.open()) {
      try {
        return eights(ground, trials);
      } finally {
        trials.values().forEach(TickTrial::close);
      }
    }
  }

  private List<Result> eights(Ground ground, Map<Contender, TickTrial> trials) {
    List<Integer> descending = plan.rooms().stream().distinct().sorted(Comparator.reverseOrder()).toList();
    for (Contender contender : plan.contenders()) {
      trials.put(contender, start(ground, contender, descending.getFirst()));
    }
    progress.accept(descending.getFirst() + " rooms: warming up");
    for (int i = 0; i < plan.warmUp(); i++) {
      trials.values().forEach(TickTrial::playOnce);
    }
    Map<Integer, Result> results = new TreeMap<>();
    descending.forEach(rooms -> results.put(rooms, measured(trials, rooms)));
    return plan.rooms().stream().map(rooms -> Objects.requireNonNull(results.get(rooms))).toList();
  }

  private TickTrial start(Ground ground, Contender contender, int rooms) {
    boolean bare = contender == Contender.BARE;
    TickTrial trial = new TickTrial(ground, bare ? ServerProcess.bareTicks(placement, plan.secondsOfAMatch())
        : ServerProcess.cancha(placement, contender.title()));
    Json options = Json.ofChecked(Laps.options(plan.secondsOfAMatch()));
    try {
      trial.fillWithEights(rooms, number -> new Eight(trial.crowd(), number,
          eight -> bare ? new BareEightEntrance(eight, number) : new EightEntrance(eight, options)));
      return trial;
    } catch (RuntimeException e) {
      trial.close();
      throw e;
    }
  }

  /** All servers in turn, so that whatever else the machine does meets all alike. */
  private Result measured(Map<Contender, TickTrial> trials, int rooms) {
    Map<Contender, List<TickSample>> samples = new EnumMap<>(Contender.class);
    trials.forEach((contender, trial) -> {
      trial.keep(rooms);
      samples.put(contender, new ArrayList<>());
    });
    for (int i = 1; i <= plan.intervals(); i++) {
      List<String> said = new ArrayList<>();
      trials.forEach((contender, trial) -> {
        TickSample sample = trial.interval(plan.seconds(), contender != Contender.BARE);
        Objects.requireNonNull(samples.get(contender)).add(sample);
        said.add(TicksReport.line(contender, sample));
      });
      progress.accept(
          rooms + " rooms, interval " + i + " of " + plan.intervals() + ": " + String.join("; ", said));
    }
    return new Result(rooms,
        samples.entrySet().stream().map(each -> new Series(each.getKey(), each.getValue())).toList());
  }

  /** Rooms of bots in the game as it is played, and an idle timer beside them; null where that is not asked for. */
  @Nullable
  Bots bots() {
    if (plan.botRooms() == 0) {
      return null;
    }
    progress.accept(plan.botRooms() + " rooms of bots");
    try (Ground ground = Ground.open();
        TickTrial trial = new TickTrial(ground, ServerProcess.cancha(placement, "relaxed"))) {
      trial.fillWithBots(plan.botRooms());
      trial.begin();
      trial.pass(BOTS_WARM_UP_MILLIS * plan.warmUp());
      try (IdleTimer idle = IdleTimer.started()) {
        Buckets before = Buckets.of(trial.server().port(), Buckets.TICK_LATENESS);
        CpuTime cpu = trial.server().cpuTime();
        long millis = 1_000L * plan.seconds() * plan.intervals();
        trial.pass(millis);
        CpuTime used = trial.server().cpuTime().since(cpu);
        Buckets late = Buckets.of(trial.server().port(), Buckets.TICK_LATENESS).since(before);
        Histogram waited = idle.ended();
        return new Bots(plan.botRooms(), millis, late.count(), TickSample.Percentiles.of(late),
            TickSample.Percentiles.of(waited), used.micros() / 1e3 / millis);
      }
    }
  }
}
