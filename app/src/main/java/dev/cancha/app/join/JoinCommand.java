package dev.cancha.app.join;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cancha join}. */
// @formatter:off (it would join the lines of these texts)
@Command(name = "join", mixinStandardHelpOptions = true, sortOptions = false,
    customSynopsis = "cancha join [--name=NAME] [--password=PASSWORD] [--watch] HOST[:PORT] [CODE]",
    description = {"Plays on a server: shows the game as text, and reads an act or a command a line.",
        "Without CODE it lists the rooms. /help shows what can be typed."},
    footer = {"", "Examples:", "  cancha join 192.168.1.20 KX3F --name Ana", "  cancha join example.org:8000",
        "  printf '/ready\\n3\\n3\\n3\\n3\\n' | cancha join localhost KX3F",
        "", "Exit codes: 0 done, 1 no room or no connection, 2 wrong options, 130 stopped by Ctrl-C."})
// @formatter:on
public final class JoinCommand implements Callable<Integer> {
  private static final int MAX_NAME = 24;

  /**
   * What the command needs of the machine.
   *
   * @param connector reaches servers
   * @param in what is typed
   * @param piped whether that comes from a pipe or file
   * @param user the name of the machine's user
   * @param onStop is handed what is to be done when the process is asked to stop
   */
  public record Machine(Connector connector, BufferedReader in, boolean piped, String user,
      Consumer<Runnable> onStop) {}

  // @formatter:off (it would join the lines of these texts)
  @Parameters(index = "0", paramLabel = "HOST[:PORT]", description = "The server. Its port is 7777 unless given.")
  private String server = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "CODE", description = "The room's code.")
  private @Nullable String code;

  @Option(names = "--name", paramLabel = "NAME",
      description = "Your name there, 1 to 24 characters. Unless given: the name of this machine's user.")
  private @Nullable String name;

  @Option(names = "--password", paramLabel = "PASSWORD", description = "The room's password, where it has one.")
  private @Nullable String password;

  @Option(names = "--watch", description = "Look on without a seat.")
  private boolean watch;
  // @formatter:on

  @Spec
  private @Nullable CommandSpec spec;

  private final Machine machine;

  public JoinCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    var talk = new Talk();
    Link link;
    try {
      link = machine.connector().connect(server, name == null ? userName() : name, talk::post);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(Objects.requireNonNull(spec).commandLine(), Sentence.of(e));
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    machine.onStop().accept(talk::stop);
    talk.listen(machine.in());
    return talk.run(new LineMode(link, new LineMode.Setup(code, password, watch, machine.piped(), line -> {
      out.println(line);
      out.flush();
    }, talk::post)));
  }

  /** As much of the user's name as the protocol takes. */
  private String userName() {
    String plain = machine.user()
        .codePoints()
        .filter(c -> !Character.isISOControl(c))
        .limit(MAX_NAME)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
    return plain.isEmpty() ? "Player" : plain;
  }
}
