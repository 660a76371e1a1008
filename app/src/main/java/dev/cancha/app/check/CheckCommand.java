package dev.cancha.app.check;

import dev.cancha.common.check.Conformance;
import dev.cancha.common.check.Report;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.server.games.GameJar;
import dev.cancha.server.games.UnusableJar;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cancha check}. */
// @formatter:off (it would join the lines of these texts)
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Plays many matches of a game by chance, and holds its rules to what they promise: legal acts are",
        "accepted and others refused, states do not change and come back from their JSON, the same acts lead to",
        "the same, secrets stay secret, whoever leaves is out, and every match comes to an end."},
    footer = {"", "Examples:", "  cancha check sticks.jar", "  cancha check dudo --seed 7 --matches 500", "",
        "Exit codes: 0 the game holds all, 1 it does not, 2 there is no such game, or wrong options."})
// @formatter:on
public final class CheckCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int NONE = 2;
  private static final int MOST_MATCHES = 1_000_000;
  private static final String JAR = ".jar";

  // @formatter:off (it would join the lines of these texts)
  @Parameters(paramLabel = "GAME|JAR", description = "The id of a game that Cancha has, or a jar with games.")
  private String target = "";

  @Option(names = "--seed", paramLabel = "N",
      description = "Other matches; the same seed plays the same. Default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Option(names = "--matches", paramLabel = "N", description = "How many are played. Default: ${DEFAULT-VALUE}")
  private int matches = Conformance.MATCHES;

  @Option(names = "--seats", paramLabel = "N",
      description = "With so many seats only. Unless given: all numbers in turn.")
  private int seats;

  @Option(names = "--most", paramLabel = "N",
      description = "How long a match may be, in acts or ticks. Unless given: 10,000 acts, or one hour of ticks.")
  private int most;
  // @formatter:on

  @Spec
  private @Nullable CommandSpec spec;

  private final List<Game<?, ?>> games;
  private final LongSupplier nanos;

  /**
   * The command.
   *
   * @param games those that are known by their ids
   * @param nanos times the steps of the rules
   */
  public CheckCommand(List<Game<?, ?>> games, LongSupplier nanos) {
    this.games = List.copyOf(games);
    this.nanos = nanos;
  }

  @Override
  public Integer call() {
    within("--matches", matches, 1, MOST_MATCHES);
    within("--most", most, 0, Integer.MAX_VALUE);
    for (Game<?, ?> game : games) {
      if (game.info().id().equals(target)) {
        return check(List.of(game));
      }
    }
    Path path = Path.of(target);
    if (!target.endsWith(JAR) && !Files.exists(path)) {
      return none("there is no game '" + target + "', and no such file; the games are " + ids() + ".");
    }
    try (GameJar jar = GameJar.open(path)) {
      return check(jar.games());
    } catch (UnusableJar e) {
      return none(String.valueOf(e.getMessage()));
    }
  }

  private int check(List<Game<?, ?>> all) {
    boolean passed = true;
    for (Game<?, ?> game : all) {
      if (seats != 0) {
        GameInfo.Seats bounds = game.info().seats();
        within("--seats", seats, bounds.min(), bounds.max());
      }
      Report report = new Conformance(game, seed, matches, seats, most, nanos).check();
      out().println(report.text());
      passed &= report.passed();
    }
    return passed ? 0 : FAILED;
  }

  private void within(String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
          option + " must be " + min + " to " + max + ", but is " + value + ".");
    }
  }

  private String ids() {
    return games.stream().map(game -> game.info().id()).sorted().collect(Collectors.joining(", "));
  }

  private int none(String sentence) {
    Objects.requireNonNull(spec)
        .commandLine()
        .getErr()
        .println("cancha check: " + sentence.replaceAll("\\p{Cntrl}", "?"));
    return NONE;
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
