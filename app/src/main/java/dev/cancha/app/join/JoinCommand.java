package dev.cancha.app.join;

import dev.cancha.common.message.Protocol;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.util.Locale;
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
    customSynopsis = {"cancha join [OPTIONS] [HOST[:PORT] [CODE]]", "cancha join [OPTIONS] CODE"},
    description = {"Plays on a server. Without CODE it shows the open rooms; without HOST it looks for servers",
        "in this network. On a terminal it fills the screen and says which keys do what; with --plain,",
        "or where it reads from a pipe, it takes an act or a command a line, and /help shows them."},
    footer = {"", "Examples:", "  cancha join KX3F", "  cancha join 192.168.1.20 KX3F --name Ana",
        "  cancha join example.org:8000", "  printf '/ready\\n3\\n3\\n3\\n3\\n' | cancha join localhost KX3F",
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
   * @param screen fills the terminal; null where there is none
   * @param onStop is handed what is to be done when the process is asked to stop
   */
  public record Machine(Connector connector, BufferedReader in, boolean piped, String user,
      @Nullable FullScreen screen, Consumer<Runnable> onStop) {}

  // @formatter:off (it would join the lines of these texts)
  @Parameters(index = "0", arity = "0..1", paramLabel = "HOST[:PORT]|CODE",
      description = "The server, whose port is 7777 unless given; or a room's code, for whichever server here has it.")
  private @Nullable String place;

  @Parameters(index = "1", arity = "0..1", paramLabel = "CODE", description = "The room's code.")
  private @Nullable String code;

  @Option(names = "--name", paramLabel = "NAME",
      description = "Your name there, 1 to 24 characters. Unless given: the name of this machine's user.")
  private @Nullable String name;

  @Option(names = "--password", paramLabel = "PASSWORD", description = "The room's password, where it has one.")
  private @Nullable String password;

  @Option(names = "--plain", description = "Lines of text, also on a terminal.")
  private boolean plain;

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
    boolean placeIsCode = code == null && place != null && isCode(place);
    var wanted = new FullScreen.Wanted(placeIsCode ? null : place, placeIsCode ? place : code, password,
        watch,
        name == null ? nameOf(machine.user()) : name);
    FullScreen screen = machine.screen();
    return plain || screen == null ? lines(wanted) : screen.play(wanted);
  }

  /** A host of such a name is written with its port. */
  private static boolean isCode(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return (upper.length() == Protocol.PUBLIC_CODE_LENGTH || upper.length() == Protocol.PRIVATE_CODE_LENGTH)
        && upper.chars().allMatch(c -> Protocol.CODE_ALPHABET.indexOf(c) >= 0);
  }

  private int lines(FullScreen.Wanted wanted) {
    if (wanted.server() == null) {
      throw wrong("Say which server: HOST or HOST:PORT. Servers are looked for on a terminal only.");
    }
    var talk = new Talk();
    Link link;
    try {
      link = machine.connector().connect(wanted.server(), wanted.name(), talk::post);
    } catch (IllegalArgumentException e) {
      throw wrong(Sentence.of(e));
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    machine.onStop().accept(talk::stop);
    talk.listen(machine.in());
    return talk
        .run(new LineMode(link, new LineMode.Setup(wanted.code(), password, watch, machine.piped(), line -> {
          out.println(line);
          out.flush();
        }, talk::post)));
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
  }

  /** As much of the user's name as the protocol takes. */
  public static String nameOf(String user) {
    String plain = user.codePoints()
        .filter(c -> !Character.isISOControl(c))
        .limit(MAX_NAME)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
    return plain.isEmpty() ? "Player" : plain;
  }
}
