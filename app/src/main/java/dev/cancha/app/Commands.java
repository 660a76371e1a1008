package dev.cancha.app;

import dev.cancha.app.host.HostError;
import dev.cancha.app.load.LoadCommand;
import dev.cancha.app.load.LoadError;
import dev.cancha.app.load.RecoveryCommand;
import dev.cancha.app.load.TicksCommand;
import dev.cancha.app.load.TurnsCommand;
import dev.cancha.app.match.MatchError;
import dev.cancha.server.ConfigError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code cancha} itself: its commands, its version, and how mistakes are told: in one sentence, without a trace. */
// @formatter:off (it would join the lines of these texts)
@Command(name = "cancha", mixinStandardHelpOptions = true, versionProvider = Commands.Version.class,
    description = "Hosts rooms for multiplayer games on this machine, and plays in them.",
    subcommandsRepeatable = false, synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Examples:",
        "  cancha host connectFour         open a room, and print its code",
        "  cancha join 192.168.1.20 KX3F   play in it from another machine",
        "  cancha find                     list the servers and rooms of this network",
        "  cancha replay match.jsonl       look at a match that is over, or verify it",
        "  cancha match snake --bots survivor,random   play a league of bots",
        "  cancha check sticks.jar         hold the rules of a game to what they promise",
        "  cancha load turns               measure what an act costs here",
        "  cancha load ticks               measure what a tick costs",
        "  cancha load recovery            measure how soon killed rooms are back",
        "", "'cancha COMMAND --help' says more of each.",
        "Exit codes: 0 done, 1 failed, 2 wrong options or settings."})
// @formatter:on
final class Commands implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  @Spec
  private @Nullable CommandSpec spec;

  /** {@code commands}, which are picocli's, in that order, and {@code load} with what it measures by {@code clock}. */
  static CommandLine all(InstantSource clock, Object... commands) {
    CommandLine all = new CommandLine(new Commands());
    for (Object command : commands) {
      all.addSubcommand(command);
    }
    all.addSubcommand(new CommandLine(new LoadCommand()).addSubcommand(new TurnsCommand(clock))
        .addSubcommand(new TicksCommand(clock))
        .addSubcommand(new RecoveryCommand(clock)));
    all.setParameterExceptionHandler(Commands::misused);
    all.setExecutionExceptionHandler(Commands::failed);
    return all;
  }

  @Override
  public Integer call() {
    throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
        "Say what to do: host, join, find, match, replay, check or load.");
  }

  private static int misused(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("'" + command.getCommandSpec().qualifiedName() + " --help' says what is right.");
    command.getErr().flush();
    return ExitCode.USAGE;
  }

  private static int failed(Exception e, CommandLine command, ParseResult parsed) {
    String told = switch (e) {
      case ConfigError error -> String.valueOf(error.getMessage());
      case HostError error -> String.valueOf(error.getMessage());
      case LoadError error -> String.valueOf(error.getMessage());
      case MatchError error -> String.valueOf(error.getMessage());
      default -> "Something failed that should not: " + e + ".";
    };
    LOG.debug("{} failed", command.getCommandName(), e);
    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + told);
    command.getErr().flush();
    return e instanceof ConfigError ? ExitCode.USAGE : ExitCode.SOFTWARE;
  }

  /** The version that the build wrote into the jar. */
  static String version() {
    var properties = new Properties();
    try (InputStream in = Commands.class.getResourceAsStream("version.properties")) {
      properties.load(Objects.requireNonNull(in, "version.properties is not in the jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"cancha " + version()};
    }
  }
}
