package dev.cancha.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.check.Conformance;
import dev.cancha.common.game.Chance;
import dev.cancha.app.SticksJar;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.game.Turn;
import dev.cancha.common.games.connectfour.ConnectFour;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CheckCommandTest {
  @TempDir
  Path folder;

  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  /** Its winner is the only one who is ranked. */
  private static final class Half implements Game<Half.Once, Half.Once> {
    record Once(boolean done) {}

    @Override
    public GameInfo<Once> info() {
      return GameInfo.of("half", Once.class, Once.class).help("Once.");
    }

    @Override
    public Once start(Setup setup) {
      return new Once(false);
    }

    @Override
    public Step<Once> act(Once state, int seat, Once act, Chance chance) {
      return act.done() && !state.done() ? Step.to(act) : Step.refused("once");
    }

    @Override
    public SortedSet<Integer> turn(Once state) {
      return state.done() ? Turn.nobody() : Turn.of(0, 1);
    }

    @Override
    public List<Once> legal(Once state, int seat) {
      return state.done() ? List.of() : List.of(new Once(true));
    }

    @Override
    public Object view(Once state) {
      return state;
    }

    @Override
    public Optional<Result> result(Once state) {
      return state.done() ? Optional.of(Result.won(0, List.of(0), "once")) : Optional.empty();
    }
  }

  @Test
  void aGameThatHoldsAllExitsWithZeroAndSaysWhatWasLookedAt() {
    assertThat(run("connectFour", "--matches", "6", "--seed", "3")).isZero();
    assertThat(out.toString()).startsWith("connectFour, rules 1: 6 matches of seed 3, ")
        .contains("ok     legal", "view, bytes", "connectFour passes.");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aGameThatDoesNotExitsWithOneAndShowsTheShortestMatch() {
    assertThat(run("half")).isOne();
    assertThat(out.toString()).contains("FAILED result: the result ranks seats [0], but [0, 1] played.",
        "  1. seat ", "half does not pass: 1 check failed.");
  }

  @Test
  void theTimeOfStepsIsMeasuredByTheClockThatIsHandedIn() {
    long[] now = {0};
    CommandLine command = new CommandLine(
        new CheckCommand(List.of(new ConnectFour()), () -> now[0] += 600_000_000));
    assertThat(command.setOut(new PrintWriter(out, true)).execute("connectFour", "--matches", "1")).isZero();
    assertThat(out.toString()).contains("time of a step, µs", "600,000");
    assertThat(
        Conformance.of(new ConnectFour()).matches(1).clock(() -> now[0] += 1_100_000_000).check().text())
        .contains("FAILED time: ", "took 1100 ms");
  }

  /** The one that stands in docs/writing-a-game.md. */
  @Test
  void aJarIsCheckedByItsPath() throws Exception {
    Path jar = SticksJar.in(folder);

    assertThat(run(jar.toString(), "--matches", "10")).as(err::toString).isZero();
    assertThat(out.toString()).startsWith("sticks, rules 1: 10 matches of seed 1, ")
        .contains("sticks passes.");
  }

  @Test
  void whatIsNotThereIsOneSentence() throws Exception {
    assertThat(run("chess")).isEqualTo(2);
    assertThat(run("chess.jar")).isEqualTo(2);
    assertThat(run(Files.writeString(folder.resolve("text.jar"), "no jar").toString())).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(3)
        .anyMatch(
            line -> line.equals("cancha check: there is no game 'chess', and no such file; the games are "
                + "connectFour, half."))
        .anyMatch(line -> line.equals("cancha check: there is no file chess.jar."))
        .anyMatch(line -> line.contains("text.jar is no jar that can be read: "));
  }

  @ParameterizedTest
  @CsvSource({"--matches, 0", "--most, -1", "--seats, 3"})
  void aNumberOutOfBoundsIsRefused(String option, String value) {
    assertThat(run("connectFour", option, value)).isEqualTo(2);
    assertThat(err.toString()).startsWith(option + " must be ").contains(", but is " + value);
    assertThat(out.toString()).isEmpty();
  }

  private int run(String... args) {
    return new CommandLine(new CheckCommand(List.of(new ConnectFour(), new Half()), () -> 0))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
