package dev.cancha.app.match;

import dev.cancha.common.game.Game;
import dev.cancha.server.bots.Launcher;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cancha match}. */
// @formatter:off (it would join the lines of these texts)
@Command(name = "match", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Plays a league of bots: everyone against everyone, each seed with the seats swapped; and says how "
            + "strong they are, what failed, and what of the rules never happened.",
        "Each match is kept in the league's folder as soon as it is over: the same command goes on where an earlier "
            + "one was stopped."},
    footer = {"", "Examples:", "  cancha match connectFour --bots mcts:400,random,./my_bot.py --games 200 --seed 7",
        "  cancha match dudo --bots mcts,mcts:100,random --seats 3 --games 60 --parallel 2 --json league.json",
        "  cancha match connectFour --bots new=python3 new.py,old=python3 old.py --games 2000 --sprt 0,10",
        "  cancha match --replay 17 --dir DIR            write DIR/replays/17.jsonl", "",
        "Exit codes: 0 done, 1 something failed (with --sprt: the first bot is not shown to be stronger; with "
            + "--strict: a bot failed), 2 wrong options, 130 stopped."})
// @formatter:on
public final class MatchCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int STOPPED = 130;
  private static final double NANOS = 1e9;

  @Mixin
  private final MatchOptions options = new MatchOptions();

  @Option(names = "--replay", paramLabel = "N", description = "Play nothing: write the replay of match N of the "
      + "league in --dir, for 'cancha replay'. 0 is all.")
  private @Nullable Integer replay;

  @Spec
  private @Nullable CommandSpec spec;

  private final Machine machine;

  /**
   * What the command needs of the machine.
   *
   * @param version of this program
   * @param games those that are known by their ids
   * @param keys gives 128 random bits as 32 hex digits
   * @param programs starts and ends those that are bots
   * @param terminal whether somebody watches
   * @param onStop is handed what is to be done when the process is asked to stop
   */
  public record Machine(String version, List<Game<?, ?>> games, InstantSource clock,
      Supplier<String> keys, Programs programs, boolean terminal, Consumer<Runnable> onStop) {}

  /**
   * What starts programs.
   *
   * @param end ends those that still run
   */
  public record Programs(Launcher launcher, Runnable end) {}

  public MatchCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    try {
      return replay == null ? play() : replays(replay);
    } catch (MatchError e) {
      if (e.usage()) {
        throw new ParameterException(spec().commandLine(), String.valueOf(e.getMessage()), e);
      }
      throw e;
    }
  }

  private int play() {
    Game<?, ?> game = options.game(machine.games());
    Venues venues = new Venues(game, machine.keys());
    Plan plan = options.plan(game, venues, machine.programs().launcher());
    options.files().requireWritable();
    Arguments arguments = options.arguments(plan);
    Path folder = options.folder(arguments);
    PrintWriter out = spec().commandLine().getOut();
    try (Ledger ledger = Ledger.open(folder, arguments, options.fresh())) {
      League league = new League(plan, ledger);
      league.resume();
      int before = league.collector().over();
      Ending ending = new Ending(league);
      machine.onStop().accept(ending);
      try {
        if (before > 0) {
          out.println("Going on in " + folder + ", where " + LeagueText.number(before)
              + (before == 1 ? " match is" : " matches are") + " over.");
        }
        return told(plan, league, folder, out);
      } finally {
        venues.close();
        machine.programs().end().run();
        out.flush();
        ending.over();
      }
    }
  }

  private int told(Plan plan, League league, Path folder, PrintWriter out) {
    Collector collector = league.collector();
    int before = collector.over();
    String started = machine.clock().instant().toString();
    Progress progress = new Progress(out, collector.total(), before);
    long[] nanos = new long[1];
    if (!collector.complete()) {
      league.play(now -> {
        nanos[0] = now;
        if (machine.terminal()) {
          progress.draw(collector.over(), now);
        }
      });
      progress.clear();
    }
    LeagueResult result = LeagueResult.of(plan, league);
    Run run = new RunFacts(machine.version(), started, nanos[0] / NANOS, collector.over() - before, folder)
        .of(result);
    LeagueText.lines(result, run).forEach(out::println);
    out.println(run.played() == 0 ? "All of it was played before; --fresh plays it anew."
        : String.format(java.util.Locale.ROOT, "%,d matches in %.1f s, %,.0f a second; the league is in %s.",
            run.played(),
            run.seconds(), run.matchesPerSecond(), folder));
    options.files().write(result, options.over(), run);
    if (!result.complete()) {
      out.println("Stopped. The same command goes on from here.");
      return STOPPED;
    }
    return options.held(result) ? 0 : FAILED;
  }

  private int replays(int number) {
    Path folder = options.givenFolder();
    Arguments arguments = Ledger.arguments(folder);
    Game<?, ?> game = options.game(machine.games(), arguments.game());
    int[] written = new int[1];
    Ledger.read(folder, entry -> {
      if (number == 0 || entry.played().number() == number) {
        Path file = Replays.file(folder, entry.played().number());
        if (!Files.exists(file)) {
          Replays.write(folder, entry.played().number(), ReplayMaker.make(
              arguments.occasion(game, entry), entry));
        }
        written[0]++;
        if (number != 0) {
          spec().commandLine().getOut().println(file);
        }
      }
    });
    if (written[0] == 0) {
      throw MatchError.asked("match " + number + " of " + folder + " was not played.");
    }
    if (number == 0) {
      spec().commandLine()
          .getOut()
          .println(
              LeagueText.number(written[0]) + " replays are in " + Replays.file(folder, 1).getParent() + ".");
    }
    return 0;
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }
}
