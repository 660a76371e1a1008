package dev.cancha.app.load;

import dev.cancha.common.json.JsonType;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code cancha load turns}. */
// @formatter:off (it would join the lines of these texts)
@Command(name = "turns", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Measures what an act costs in a game of turns.",
        "Rooms of two play Connect Four as fast as they are answered, on a server that the command starts for itself, "
            + "held to one processor. In turn the same traffic goes through a bare server; the ratio of both is the "
            + "figure to compare."},
    footer = {"", "Examples:", "  cancha load turns", "  cancha load turns --rooms 500 --seconds 5 --json turns.json",
        "", "Exit codes: 0 done, 1 something failed, 2 wrong options."})
// @formatter:on
public final class TurnsCommand implements Callable<Integer> {
  private static final Section SECTION = new Section("load-turns");

  // @formatter:off (it would join the lines of these texts)
  @Option(names = "--rooms", paramLabel = "N", split = ",", defaultValue = "50,500",
      description = "How many rooms of two, for one trial each. Unless given: 50,500.")
  private List<Integer> rooms = new ArrayList<>();

  @Option(names = "--seconds", paramLabel = "N", defaultValue = "5",
      description = "How long each measured interval is. Unless given: 5.")
  private int seconds;

  @Option(names = "--intervals", paramLabel = "N", defaultValue = "5",
      description = "How many intervals of each server are measured. Unless given: 5.")
  private int intervals;

  @Option(names = "--warm-up", paramLabel = "ACTS", defaultValue = "500000",
      description = "How many acts each server answers before, so that its code is compiled. Unless given: 500000.")
  private int warmUpActs;

  @Option(names = "--json", paramLabel = "FILE", description = "Where to write every interval's figures.")
  private @Nullable Path json;

  @Option(names = "--write", paramLabel = "FILE",
      description = "A page of Markdown in which the section load-turns is replaced, or added at its end.")
  private @Nullable Path page;

  @Option(names = "--jvm", paramLabel = "OPTION",
      description = "One more option for the JVMs of the servers, such as --jvm -Xmx256m. May be repeated.")
  private List<String> jvm = new ArrayList<>();
  // @formatter:on

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
      plan = new Plan(rooms, seconds, intervals, warmUpActs);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec().commandLine(), String.valueOf(e.getMessage()));
    }
    PrintWriter out = spec().commandLine().getOut();
    Placement placement = Placement.here(jvm);
    List<Trial.Result> results = new ArrayList<>();
    for (int each : plan.rooms()) {
      results.add(Trial.run(plan, each, placement, line -> {
        out.println(line);
        out.flush();
      }));
    }
    Report report = new Report(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(),
        Surroundings.facts(placement), command(), results);
    report.table().forEach(out::println);
    write(report);
    return 0;
  }

  private void write(Report report) throws IOException {
    if (json != null) {
      Files.write(json, JsonType.of(Report.class).write(report).utf8());
    }
    if (page != null) {
      String before = Files.exists(page) ? Files.readString(page) : "";
      Files.writeString(page, SECTION.replacedIn(before, report.markdown()));
    }
  }

  /** What was typed, but for where results went. */
  private String command() {
    ParseResult parsed = spec().commandLine().getParseResult();
    StringBuilder command = new StringBuilder("./cancha load turns");
    for (var option : parsed.matchedOptions()) {
      if (!List.of("--json", "--write").contains(option.longestName())) {
        option.originalStringValues()
            .forEach(value -> command.append(' ')
                .append(option.longestName())
                .append(' ')
                .append(value));
      }
    }
    return command.toString();
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }
}
