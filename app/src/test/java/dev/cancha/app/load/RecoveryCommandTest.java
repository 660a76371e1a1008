package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RecoveryCommandTest {
  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  @ParameterizedTest
  @CsvSource({"--rooms, 0", "--rooms, 100001", "--acts, -1", "--acts, 42", "--starts, 0", "--starts, 101"})
  void aNumberOutOfBoundsIsRefusedBeforeAnythingIsWritten(String option, String value) {
    assertThat(run("recovery", option, value)).isEqualTo(2);
    assertThat(err.toString()).startsWith(option + " must be ").contains(", but is ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theHelpHasAnExampleAndEveryOption() {
    assertThat(run("recovery", "--help")).isZero();
    assertThat(out.toString()).contains("Examples:", "  cancha load recovery", "Exit codes:", "--rooms",
        "--acts",
        "--starts", "--folder", "--write", "--jvm");
  }

  @Test
  void theGoalIsHeldAgainstTheMedianOfWhatItIsSetFor() {
    assertThat(report(10_000, 12, 9, 8).verdict()).endsWith("within 10 s of CPU, is met.");
    assertThat(report(10_000, 12, 11, 8).verdict()).endsWith("within 10 s of CPU, is NOT met.");
    assertThat(report(9_999, 1, 1, 1).verdict()).endsWith("is not tried here.");
  }

  @Test
  void theTableHasBothKindsOfStarts() {
    assertThat(report(10_000, 12, 9, 8).table()).containsSubsequence(
        "| 10,000 | 3 | 9.00 (8.00 to 12.00) | 8.00 | 1.00 | 2.50 (2.50 to 2.50) | 0.75 (0.75 to 0.75) |",
        "| 0 | 1 | 2.00 (2.00 to 2.00) | 1.00 | 1.00 | 2.50 (2.50 to 2.50) | 0.75 (0.75 to 0.75) |");
  }

  private static RecoveryReport report(int rooms, int... seconds) {
    List<Comeback> filled = Arrays.stream(seconds).mapToObj(RecoveryCommandTest::start).toList();
    return new RecoveryReport("2026-01-02", List.of("2 processors"), "./cancha load recovery",
        new RecoveryReport.Plan(rooms, 20), filled, List.of(start(2)));
  }

  /** One that used so many seconds of CPU, one of them in the kernel. */
  private static Comeback start(int seconds) {
    return new Comeback(new CpuTime((seconds - 1) * 1_000_000L, 1_000_000), 2_500, 750, 1);
  }

  private int run(String... args) {
    return new CommandLine(new LoadCommand())
        .addSubcommand(new CommandLine(new RecoveryCommand(InstantSource.system())))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
