package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TicksCommandTest {
  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  @ParameterizedTest
  @CsvSource({"--rooms, 0", "--rooms, '5,2001'", "--seconds, 0", "--seconds, 601", "--intervals, 0",
    "--intervals, 101", "--warm-up, -1", "--bots, -1", "--bots, 5001"})
  void aNumberOutOfBoundsIsRefusedBeforeAnythingStarts(String option, String value) {
    assertThat(run("ticks", option, value)).isEqualTo(2);
    assertThat(err.toString()).startsWith(option + " must be ").contains(", but is ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void whatIsNoDurabilityIsRefused() {
    assertThat(run("ticks", "--durability", "relaxed,bare")).isEqualTo(2);
    assertThat(err.toString()).startsWith("--durability must be off, relaxed or durable, but is bare.");
  }

  @Test
  void theHelpHasAnExampleAndEveryOption() {
    assertThat(run("ticks", "--help")).isZero();
    assertThat(out.toString()).contains("Examples:", "  cancha load ticks", "Exit codes:", "--rooms",
        "--seconds",
        "--durability", "--intervals", "--warm-up", "--bots", "--folder", "--json", "--write", "--jvm");
  }

  private int run(String... args) {
    return new CommandLine(new LoadCommand())
        .addSubcommand(new CommandLine(new TicksCommand(InstantSource.system())))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
