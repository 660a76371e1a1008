package dev.cancha.app.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cancha load turns}. */
// @formatter:off (it would join the lines of these texts)
@Command(name = "turns", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Measures what an act costs in a game of turns.",
        "Rooms of two play Connect Four as fast as they are answered, on a server that the command starts for itself, "
            + "held to one processor, for each way to keep what they do. In turn the same traffic goes through a bare "
            + "server; the ratios are the figures to compare."},
    footer = {"", "Examples:", "  cancha load turns", "  cancha load turns --rooms 500 --seconds 5 --json turns.json",
        "  cancha load turns --rooms 500 --think 100",
        "", "Exit codes: 0 done, 1 something failed, 2 wrong options."})
// @formatter:on
public final class TurnsCommand implements Callable<Integer> {
  private static final Section SECTION = new Section("load-turns");
  /** With the milliseconds that players think: how soon one is answered depends on how often all of them act. */
  private static final String THINKING = "load-turns-thinking-";

  // @formatter:off (it would join the lines of these texts)
  @Option(names = "--rooms", paramLabel = "N", split = ",", defaultValue = "50,500",
      description = "How many rooms of two, for one trial each. Unless given: 50,500.")
  private List<Integer> rooms = new ArrayList<>();

  @Option(names = "--durability", paramLabel = "WORD", split = ",", defaultValue = "off,relaxed,durable",
      description = "What the setting 'durability' is, for one server each. Unless given: off,relaxed,durable.")
  private List<String> durabilities = new ArrayList<>();

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "5",
      description = "How long each measured interval is. Unless given: 5.")
  private int seconds;

  @Option(names = "--intervals", paramLabel = "N", defaultValue = "5",
      description = "How many intervals of each server are measured. Unless given: 5.")
  private int intervals;

  @Option(names = "--warm-up", paramLabel = "ACTS", defaultValue = "1500000",
      description = "How many acts each server answers before, so that its code is compiled. Unless given: 1500000.")
  private int warmUpActs;

  @Option(names = "--think", paramLabel = "MS", defaultValue = "0",
      description = "How long each player thinks about an act on average while it is measured, which leaves the "
          + "server idle at times, so that latencies are those of one act and not of a queue. Unless given: 0.")
  private int thinkMillis;
  // @formatter:on

  @Mixin
  private final Whereabouts whereabouts = new Whereabouts();

  @Spec
  private @Nullable CommandSpec spec;

  private final InstantSource clock;

  /** @param clock tells the date of the figures */
  public TurnsCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    Plan plan;
    try {
      SortedSet<Contender> contenders = new TreeSet<>(List.of(Contender.BARE));
      durabilities.forEach(each -> contenders.add(Contender.of(each.strip())));
      plan = new Plan(rooms, contenders, seconds, intervals, warmUpActs, thinkMillis);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec().commandLine(), String.valueOf(e.getMessage()));
    }
    PrintWriter out = spec().commandLine().getOut();
    Disk disk = whereabouts.disk();
    Placement placement = whereabouts.placement(disk);
    List<Trial.Result> results = new ArrayList<>();
    for (int each : plan.rooms()) {
      results.add(Trial.run(plan, each, placement, line -> {
        out.println(line);
        out.flush();
      }));
    }
    Report report = new Report(thinkMillis, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(),
        Surroundings.facts(placement, disk), Section.command(spec().commandLine().getParseResult()), results,
        new Goals(results, disk, thinkMillis == 0).lines());
    report.table().forEach(out::println);
    report.goals().forEach(out::println);
    Section section = thinkMillis == 0 ? SECTION : new Section(THINKING + thinkMillis);
    whereabouts.write(report, Report.class, section, Report::markdown);
    return 0;
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }
}
