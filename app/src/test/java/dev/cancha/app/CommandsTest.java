package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.app.check.CheckCommand;
import dev.cancha.app.host.FakeNetworks;
import dev.cancha.app.host.HostCommand;
import dev.cancha.app.host.HostError;
import dev.cancha.app.host.ServerLauncher;
import dev.cancha.app.join.JoinCommand;
import dev.cancha.app.replay.ReplayCommand;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {
  @TempDir
  Path home;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private ServerLauncher launcher = (_, _) -> {
    throw new HostError("No server today.");
  };

  @Test
  void theHelpShowsEveryCommandWithAnExample() {
    assertThat(run("--help")).isZero();
    CommandLine all = commands();
    assertThat(all.getSubcommands()).isNotEmpty();
    all.getSubcommands().forEach((name, command) -> {
      assertThat(out.toString()).contains("\n  " + name + " ").contains("cancha " + name + " ");
      assertThat(command.getUsageMessage()).contains("Examples:", "  cancha " + name, "Exit codes:");
    });
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void everyCommandExplainsItself() {
    assertThat(run("host", "--help")).isZero();
    assertThat(out.toString()).contains("--port=N", "--data=DIR", "--config=FILE", "--set=KEY=VALUE",
        "${XDG_DATA_HOME:-~/.local/share}/cancha/PORT");
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString().strip()).matches("cancha [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?");
  }

  @Test
  void wrongOptionsAreToldShortlyAndExitWithTwo() {
    assertThat(run("host", "--prt", "1")).isEqualTo(2);
    assertThat(err.toString()).startsWith("cancha host: Unknown option").contains("'cancha host --help'");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnknownCommandIsToldWithTheOneThatWasMeant() {
    assertThat(run("hots")).isEqualTo(2);
    assertThat(err.toString()).contains("hots").contains("host");
  }

  @Test
  void noCommandAtAllExitsWithTwo() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("cancha: Say what to do: host, join, find, match, replay, check or load.");
  }

  @Test
  void aNumberThatIsNoneExitsWithTwo() {
    assertThat(run("host", "--port", "http")).isEqualTo(2);
    assertThat(err.toString()).contains("--port", "http");
  }

  @Test
  void aWrongSettingIsOneSentenceAndExitsWithTwo() {
    assertThat(run("host", "--set", "server.port=http")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly("cancha host: --set server.port=http: server.port is 'http', "
            + "but must be a whole number, such as 100.");
  }

  @Test
  void aServerThatCannotStartIsOneSentenceAndExitsWithOne() {
    assertThat(run("host")).isOne();
    assertThat(err.toString().lines()).containsExactly("cancha host: No server today.");
  }

  @Test
  void afaultOfTheProgramIsOneSentenceToo() {
    launcher = (_, _) -> {
      throw new IllegalStateException("broken");
    };
    assertThat(run("host")).isOne();
    assertThat(err.toString().lines()).containsExactly(
        "cancha host: Something failed that should not: java.lang.IllegalStateException: broken.");
  }

  private int run(String... args) {
    return commands().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args);
  }

  private CommandLine commands() {
    var host = new HostCommand(new HostCommand.Machine(launcher, _ -> {}, Map.of(), home.toString(),
        new FakeNetworks(), (stopping, _) -> stopping.stop(), null, () -> 0));
    var join = new JoinCommand(new JoinCommand.Machine((_, _, _) -> {
      throw new IllegalArgumentException("no network here");
    }, new BufferedReader(new StringReader("")), true, "ana", null, _ -> {}));
    return Commands.all(InstantSource.system(), host, join,
        new ReplayCommand(folder -> List.of(), (_, _) -> new byte[0], null),
        new CheckCommand(List.of(), () -> 0));
  }
}
