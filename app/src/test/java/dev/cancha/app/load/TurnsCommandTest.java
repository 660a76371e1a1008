package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TurnsCommandTest {
  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  @ParameterizedTest
  @CsvSource({"--rooms, 0", "--rooms, '5,10001'", "--seconds, 0", "--seconds, 601", "--intervals, 0",
    "--intervals, 101", "--warm-up, -1", "--think, -1", "--think, 10001"})
  void aNumberOutOfBoundsIsRefusedBeforeAnythingStarts(String option, String value) {
    assertThat(run("turns", option, value)).isEqualTo(2);
    assertThat(err.toString()).startsWith(option + " must be ").contains(", but is ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThat(run("turns", "--rooms", "many")).isEqualTo(2);
    assertThat(err.toString()).contains("--rooms", "many");
  }

  @Test
  void whatIsNoDurabilityIsRefused() {
    assertThat(run("turns", "--durability", "off,bare")).isEqualTo(2);
    assertThat(err.toString()).startsWith("--durability must be off, relaxed or durable, but is bare.");
  }

  @Test
  void theHelpHasAnExampleAndEveryOption() {
    assertThat(run("turns", "--help")).isZero();
    assertThat(out.toString()).contains("Examples:", "  cancha load turns", "Exit codes:", "--rooms",
        "--seconds",
        "--durability", "--intervals", "--warm-up", "--think", "--folder", "--json", "--write", "--jvm");
  }

  @Test
  void loadAloneSaysWhatThereIsToMeasure() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).startsWith("Say what to measure: turns, ticks or recovery.");
  }

  private int run(String... args) {
    return new CommandLine(new LoadCommand())
        .addSubcommand(new CommandLine(new TurnsCommand(InstantSource.system())))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
