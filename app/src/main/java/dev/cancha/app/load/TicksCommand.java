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

/** {@code cancha load ticks}. */
// @formatter:off (it would join the lines of these texts)
@Command(name = "ticks", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Measures what a tick costs in a game that ticks, and how late ticks are.",
        "Rooms of eight play snake at 20 ticks a second, on a server that the command starts for itself, held to one "
            + "processor. In turn the same traffic goes through a bare server; the ratios are the figures to compare. "
            + "Then rooms of the server's own bots play, and their ticks are held against a timer with nothing to do."},
    footer = {"", "Examples:", "  cancha load ticks", "  cancha load ticks --rooms 100 --bots 0 --json ticks.json",
        "", "Exit codes: 0 done, 1 something failed, 2 wrong options."})
// @formatter:on
public final class TicksCommand implements Callable<Integer> {
  private static final Section SECTION = new Section("load-ticks");

  // @formatter:off (it would join the lines of these texts)
  @Option(names = "--rooms", paramLabel = "N", split = ",", defaultValue = "10,50,100",
      description = "How many rooms of eight, for one trial each. Unless given: 10,50,100.")
  private List<Integer> rooms = new ArrayList<>();

  @Option(names = "--durability", paramLabel = "WORD", split = ",", defaultValue = "relaxed",
      description = "What the setting 'durability' is, for one server each. Unless given: relaxed.")
  private List<String> durabilities = new ArrayList<>();

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "5",
      description = "How long each measured interval is. Unless given: 5.")
  private int seconds;

  @Option(names = "--intervals", paramLabel = "N", defaultValue = "4",
      description = "How many intervals of each server are measured. Unless given: 4.")
  private int intervals;

  @Option(names = "--warm-up", paramLabel = "MATCHES", defaultValue = "3",
      description = "How many matches are played on each server before, so that its code is compiled. Unless given: 3.")
  private int warmUp;

  @Option(names = "--bots", paramLabel = "N", defaultValue = "200",
      description = "How many rooms of eight bots; 0 for none. Unless given: 200.")
  private int botRooms;
  // @formatter:on

  @Mixin
  private final Whereabouts whereabouts = new Whereabouts();

  @Spec
  private @Nullable CommandSpec spec;

  private final InstantSource clock;

  /** @param clock tells the date of the figures */
  public TicksCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    TicksPlan plan;
    try {
      SortedSet<Contender> contenders = new TreeSet<>(List.of(Contender.BARE));
      durabilities.forEach(each -> contenders.add(Contender.of(each.strip())));
      plan = new TicksPlan(rooms, contenders, seconds, intervals, warmUp, botRooms);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec().commandLine(), String.valueOf(e.getMessage()));
    }
    PrintWriter out = spec().commandLine().getOut();
    Disk disk = whereabouts.disk();
    Placement placement = whereabouts.placement(disk);
    String before = Surroundings.load();
    TickRun run = new TickRun(plan, placement, line -> {
      out.println(line);
      out.flush();
    });
    List<TickRun.Result> results = run.eights();
    TickRun.Bots bots = run.bots();
    List<String> facts = new ArrayList<>(Surroundings.facts(placement, disk));
    facts.add("load of the machine " + before + " before, " + Surroundings.load() + " after");
    TicksReport report = new TicksReport(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(),
        facts, Section.command(spec().commandLine().getParseResult()), seconds, results, bots);
    report.table().forEach(out::println);
    report.botsTable().forEach(out::println);
    whereabouts.write(report, TicksReport.class, SECTION, TicksReport::markdown);
    return 0;
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }
}
