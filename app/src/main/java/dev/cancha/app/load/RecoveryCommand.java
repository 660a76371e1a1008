package dev.cancha.app.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cancha load recovery}. */
// @formatter:off (it would join the lines of these texts)
@Command(name = "recovery", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Measures how long a server takes to be back with the rooms of one that was killed.",
        "Writes rooms of Connect Four into a fresh data directory, starts 'cancha host' on copies of it, and looks at "
            + "its CPU time when /readyz says 200."},
    footer = {"", "Examples:", "  cancha load recovery", "  cancha load recovery --rooms 1000 --starts 3",
        "", "Exit codes: 0 done, 1 something failed, 2 wrong options."})
// @formatter:on
public final class RecoveryCommand implements Callable<Integer> {
  private static final Section SECTION = new Section("load-recovery");
  private static final int BYTES_PER_MEBIBYTE = 1024 * 1024;

  // @formatter:off (it would join the lines of these texts)
  @Option(names = "--rooms", paramLabel = "N", defaultValue = "10000",
      description = "How many rooms of two come back. Unless given: 10000.")
  private int rooms;

  @Option(names = "--acts", paramLabel = "N", defaultValue = "20",
      description = "How many acts each of them has had in its match. Unless given: 20.")
  private int acts;

  @Option(names = "--starts", paramLabel = "N", defaultValue = "5",
      description = "How often the server is started. Unless given: 5.")
  private int starts;

  @Option(names = "--folder", paramLabel = "DIR",
      description = "Where the data is, for as long as it takes. Unless given: the folder for temporary files.")
  private @Nullable Path folder;

  @Option(names = "--write", paramLabel = "FILE",
      description = "A page of Markdown in which the section load-recovery is replaced, or added at its end.")
  private @Nullable Path page;

  @Option(names = "--jvm", paramLabel = "OPTION",
      description = "One more option for the JVM of the server, such as --jvm -Xmx256m. May be repeated.")
  private List<String> jvm = new ArrayList<>();
  // @formatter:on

  @Spec
  private @Nullable CommandSpec spec;

  private final InstantSource clock;

  /** @param clock tells the date of the figures */
  public RecoveryCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    RecoveryReport.Plan plan;
    try {
      plan = new RecoveryReport.Plan(rooms, acts);
      if (starts < 1 || starts > 100) {
        throw new IllegalArgumentException("--starts must be 1 to 100, but is " + starts + ".");
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec().commandLine(), String.valueOf(e.getMessage()));
    }
    RecoveryReport report = measured(plan);
    report.table().forEach(out()::println);
    out().println(report.verdict());
    if (page != null) {
      SECTION.write(page, report.markdown());
    }
    return 0;
  }

  private RecoveryReport measured(RecoveryReport.Plan plan) throws IOException {
    Disk disk = Disk.of(folder);
    Placement placement = new Placement(null, jvm, disk.folder());
    List<Comeback> filled = new ArrayList<>();
    List<Comeback> empty = new ArrayList<>();
    Path data = placement.scratch();
    Path nothing = placement.scratch();
    long bytes;
    try {
      say("writing " + plan.rooms() + " rooms of " + plan.acts() + " acts");
      Stock.fill(data, plan.rooms(), plan.acts());
      bytes = Files.size(data.resolve("journal.db"));
      for (int i = 1; i <= starts; i++) {
        filled.add(start(i, placement, data, plan.rooms()));
        empty.add(start(i, placement, nothing, 0));
      }
    } finally {
      Placement.remove(data);
      Placement.remove(nothing);
    }
    List<String> facts = List.of(Surroundings.machine(),
        disk.told() + "; the journal has " + Math.round(bytes / (double) BYTES_PER_MEBIBYTE) + " MiB");
    return new RecoveryReport(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(), facts,
        Section.command(spec().commandLine().getParseResult()), plan, filled, empty);
  }

  private Comeback start(int number, Placement placement, Path data, int expected) {
    Comeback start = Comeback.measured(placement, data);
    say(String.format(Locale.ROOT, "start %d of %d: %d rooms, %.2f s of CPU, ready after %.2f s", number,
        starts, start.rooms(), start.cpu().micros() / 1e6, start.millis() / 1e3));
    if (start.rooms() != expected) {
      throw new LoadError(start.rooms() + " rooms came back of " + expected + ".");
    }
    return start;
  }

  private void say(String line) {
    out().println(line);
    out().flush();
  }

  private PrintWriter out() {
    return spec().commandLine().getOut();
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }
}
