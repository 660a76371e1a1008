package dev.cancha.app.host;

import dev.cancha.common.message.Protocol;
import dev.cancha.server.ServerConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cancha host}. */
// @formatter:off (it would join the lines of these texts)
@Command(name = "host", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Hosts rooms on this machine, until it is stopped (Ctrl-C, or SIGTERM).",
        "With GAME it opens a room that stays open, and prints its code."},
    footer = {"", "Examples:", "  cancha host connectFour", "  cancha host --port 8000 --set server.name=Liceo",
        "", "Exit codes: 0 stopped as asked, 1 could not start, 2 wrong options."})
// @formatter:on
public final class HostCommand implements Callable<Integer> {
  /** How many ports after the default one are tried when it is taken. */
  private static final int MORE_PORTS = 10;
  private static final int ID_BYTES = 8;

  /**
   * What the command needs of the machine.
   *
   * @param launcher starts the server
   * @param random fills an array with bytes that nobody can guess
   * @param environment of the process
   * @param home the user's folder
   * @param networks that this machine is in
   * @param untilStopped runs what it is given first when the process is asked to stop, and returns then; meanwhile it
   *     runs what it is given second
   * @param guest at the terminal, or null where there is none
   * @param columns of the terminal, or 0 where the output is none on which a picture can be drawn
   */
  public record Machine(ServerLauncher launcher, Consumer<byte[]> random, Map<String, String> environment,
      String home, Networks networks, BiConsumer<Stopping, Runnable> untilStopped, @Nullable Guest guest,
      IntSupplier columns) {}

  /** What is to be done when the process is asked to stop. */
  @FunctionalInterface
  public interface Stopping {
    /** Stops the server, which takes no longer than 10 s, and gives the exit code. */
    int stop();
  }

  // @formatter:off (it would join the lines of these texts)
  @Parameters(arity = "0..1", paramLabel = "GAME", description = "A game to open a room for, such as connectFour.")
  private @Nullable String game;

  @Option(names = "--port", paramLabel = "N",
      description = "The TCP port, 0 for any free one. Unless given: 7777, or the next free one of the ten after it.")
  private @Nullable Integer port;

  @Option(names = "--no-announce",
      description = "Nobody finds it by himself: others need its address. The same as --set discovery.enabled=false.")
  private boolean silent;

  @Option(names = "--data", paramLabel = "DIR",
      description = "Where to keep what must outlive the server. Unless given: $${XDG_DATA_HOME:-~/.local/share}"
          + "/cancha/PORT.")
  private @Nullable Path data;

  @Option(names = "--config", paramLabel = "FILE",
      description = "Settings, in the form of config/cancha.conf, which has them all with their defaults.")
  private @Nullable Path config;

  @Option(names = "--set", paramLabel = "KEY=VALUE",
      description = "A single setting, such as --set net.maxConnections=500. May be repeated; wins over --config.")
  private List<String> sets = new ArrayList<>();
  // @formatter:on

  @Spec
  private @Nullable CommandSpec spec;

  private final Machine machine;

  public HostCommand(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    if (port != null) {
      sets.add("server.port=" + port);
    }
    if (silent) {
      sets.add("discovery.enabled=false");
    }
    ServerConfig settings = ServerConfig.read(config, sets);
    Hosting hosting = started(settings);
    String code;
    Visible visible;
    try {
      code = game == null ? null : hosting.server().openRoom(game);
      visible = Visible.begin(settings, hosting.server(), machine.networks(), id());
      tell(visible, hosting.server().port(), code);
    } catch (RuntimeException e) {
      hosting.stop(settings.server().drainTimeout());
      throw e;
    }
    machine.untilStopped().accept(() -> {
      out().println("Stopping: everyone is told.");
      visible.end();
      return hosting.stop(settings.server().drainTimeout());
    }, () -> invite(settings.server().bind(), hosting.server().port(), code,
        () -> tell(visible, hosting.server().port(), code)));
    return 0;
  }

  /** @param again says once more what was said */
  private void invite(String bind, int serverPort, @Nullable String code, Runnable again) {
    if (machine.guest() != null) {
      machine.guest().invite(own(bind) + ":" + serverPort, code, again);
    }
  }

  /** An address at which this machine reaches a server that listens at {@code bind}. */
  private static String own(String bind) {
    boolean any = bind.equals("0.0.0.0") || bind.equals("::") || bind.isEmpty();
    return any ? "127.0.0.1" : bind.contains(":") ? "[" + bind + "]" : bind;
  }

  /** One that no other server has. */
  private String id() {
    byte[] id = new byte[ID_BYTES];
    machine.random().accept(id);
    return HexFormat.of().formatHex(id);
  }

  private void tell(Visible visible, int serverPort, @Nullable String code) {
    Announcement.OpenRoom room = code == null || game == null ? null : new Announcement.OpenRoom(game, code);
    Announcement announcement = visible.announcement(serverPort, room);
    announcement.lines().forEach(out()::println);
    out().flush();
    visible.warnings(serverPort).forEach(out()::println);
    announcement.code(machine.columns().getAsInt()).forEach(out()::println); // last, so that it is seen whole
    out().flush();
  }

  /** On the port that was asked for; on the default one, or one of those after it, where none was. */
  private Hosting started(ServerConfig settings) {
    int first = settings.server().port();
    boolean movesOn = port == null && first == Protocol.DEFAULT_PORT;
    for (int more = 0; more <= (movesOn ? MORE_PORTS : 0); more++) {
      try {
        Hosting hosting = start(settings.withPort(first + more));
        if (more > 0) {
          out().println("Port " + first + " is taken, so this is port " + hosting.server().port() + ".");
        }
        return hosting;
      } catch (ServerLauncher.PortTaken e) {
        // the next one
      } catch (DataDirectory.InUse e) {
        if (!movesOn || data != null) {
          throw new HostError(String.valueOf(e.getMessage()));
        }
      }
    }
    throw new HostError(movesOn
        ? "The ports " + first + " to " + (first + MORE_PORTS)
            + " are all taken: give a free one with --port."
        : "Port " + first + " is taken by another program: stop it, or give another one with --port.");
  }

  private Hosting start(ServerConfig settings) {
    Path folder = data != null ? data
        : DataDirectory.standard(machine.environment(), machine.home(), settings.server().port());
    DataDirectory directory = DataDirectory.open(folder, machine.random());
    try {
      return new Hosting(machine.launcher().start(settings, directory), directory);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
