package dev.cancha.app;

import dev.cancha.app.check.CheckCommand;
import dev.cancha.app.find.FindCommand;
import dev.cancha.app.find.LanFinder;
import dev.cancha.app.host.HostCommand;
import dev.cancha.app.join.ClientConnector;
import dev.cancha.app.join.FullScreen;
import dev.cancha.app.join.JoinCommand;
import dev.cancha.app.match.MatchCommand;
import dev.cancha.app.replay.ReplayCommand;
import dev.cancha.app.tty.Stage;
import dev.cancha.common.CompositionRoot;
import dev.cancha.common.discovery.NetworkLink;
import dev.cancha.common.game.Game;
import dev.cancha.server.host.Entropy;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;

/** The {@code cancha} process: its console, its signals and its exit code. */
@CompositionRoot("the process starts here: its chance, its signals, and the wait for them")
public final class Main {
  /** Bots that are programs get a second to go by themselves. */
  private static final Duration PROGRAMS_GONE = Duration.ofMillis(1_500);

  private Main() {}

  /** Runs the command that {@code args} name, and ends the process with its exit code. */
  public static void main(String[] args) {
    run(new SecureRandom()::nextBytes, args);
  }

  /** The same, where a server draws from {@code entropy}. */
  static void run(Entropy entropy, String... args) {
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    // what is not a terminal has no character set of its own; UTF-8 is what files and other programs take
    Charset charset = terminal.map(Console::charset).orElse(StandardCharsets.UTF_8);
    CommandLine commands = commands(terminal.isPresent(), charset, entropy)
        .setOut(writer(FileDescriptor.out, charset))
        .setErr(writer(FileDescriptor.err, charset));
    int code = commands.execute(args);
    commands.getOut().flush();
    commands.getErr().flush();
    System.exit(code);
  }

  private static CommandLine commands(boolean terminal, Charset charset, Entropy entropy) {
    Map<String, String> environment = System.getenv();
    var in = new BufferedReader(new InputStreamReader(System.in, charset));
    String user = System.getProperty("user.name", "");
    // null where there is no terminal that can be drawn on
    FullScreen screen = terminal && Stage.usable(environment)
        ? new TerminalScreen(environment, new LanFinder(), writer(FileDescriptor.out, charset))
        : null;
    var host = new HostCommand(new HostCommand.Machine(new LocalServers(entropy), entropy::fill,
        environment, System.getProperty("user.home", "."), new LocalNetworks(), Main::untilStopped,
        screen == null ? null
            : new HostGuest(in, writer(FileDescriptor.out, charset), screen, JoinCommand.nameOf(user)),
        () -> screen != null && charset.newEncoder().canEncode('▀') ? Stage.columns() : 0));
    var join = new JoinCommand(
        new JoinCommand.Machine(new ClientConnector(), in, !terminal, user, screen, Main::onStop));
    List<Game<?, ?>> games = LocalServers.games();
    return Commands.all(InstantSource.system(), host, join,
        new FindCommand(new FindCommand.Machine(new LanFinder(), NetworkLink::ofThisMachine, Main::waitFor)),
        match(games, terminal, entropy),
        new ReplayCommand(folder -> GameFolder.with(games, folder).games(), new HttpDownload(),
            screen == null ? null : new Stage(environment)::run),
        new CheckCommand(games, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime));
  }

  private static MatchCommand match(List<Game<?, ?>> games, boolean terminal, Entropy entropy) {
    var programs = new LocalPrograms();
    return new MatchCommand(
        new MatchCommand.Machine(Commands.version(), games, InstantSource.system(), entropy::hex,
            new MatchCommand.Programs(programs, () -> programs.stop(PROGRAMS_GONE)), terminal, Main::onStop));
  }

  private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset), true);
  }

  /**
   * Waits for SIGTERM, SIGINT or SIGHUP. The JVM would exit with 128 and the signal's number; one who is asked to stop
   * and stops has not failed, so the hook ends the process itself, with 0.
   */
  private static void untilStopped(HostCommand.Stopping stopping, Runnable meanwhile) {
    onStop(() -> Runtime.getRuntime().halt(stopping.stop()));
    meanwhile.run();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void waitFor(CompletionStage<?> done, Duration most) {
    try {
      done.toCompletableFuture().get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // what there is by then is taken
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void onStop(Runnable stop) {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("cancha-stop").unstarted(stop));
  }
}
