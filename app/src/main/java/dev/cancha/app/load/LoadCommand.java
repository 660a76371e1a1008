package dev.cancha.app.load;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cancha load}: what can be measured. */
// @formatter:off (it would join the lines of these texts)
@Command(name = "load", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "KIND",
    description = "Measures what playing, and coming back, costs a server on this machine.",
    footer = {"", "Examples:", "  cancha load turns --rooms 50,500", "  cancha load turns --help",
        "  cancha load ticks",
        "  cancha load recovery",
        "", "Exit codes: 0 done, 1 something failed, 2 wrong options."})
// @formatter:on
public final class LoadCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
        "Say what to measure: turns, ticks or recovery.");
  }
}
