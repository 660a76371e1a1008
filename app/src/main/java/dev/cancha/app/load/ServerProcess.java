package dev.cancha.app.load;

import dev.cancha.common.CompositionRoot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, of the same build and the same JVM as this one, on one processor. */
@CompositionRoot("starts processes, and waits for their ports and their ends")
final class ServerProcess implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("open on port ([0-9]+)");
  /** The class of the process that runs any of them: it stands above this package, with the commands. */
  private static final String LEASHED = "dev.cancha.app.LeashedServer";
  private static final long READY_SECONDS = 60;
  private static final long STOP_SECONDS = 15;
  /**
   * As much as the configuration lets a session say: a crowd that plays as fast as it can is counted like anyone, but
   * must not be sent away.
   */
  private static final List<String> BUDGETS = List.of("--set", "session.actsPerSecond=10000", "--set",
      "session.actBurst=100000", "--set", "session.messagesPerSecond=10000", "--set",
      "session.messageBurst=100000");

  private final Process process;
  private final Path data;
  /** Ends the process where this one is ended first, and tidies up; the leash alone would do where it is killed. */
  private final Thread hook;
  private int port;

  private ServerProcess(Process process, Path data) {
    this.process = process;
    this.data = data;
    hook = Thread.ofPlatform().name("cancha-load-stop").unstarted(this::end);
  }

  /** Starts a Cancha server all of whose rooms are {@code durability}. */
  static ServerProcess cancha(Placement placement, String durability) {
    List<String> program = new ArrayList<>(host(0));
    program.addAll(
        List.of("--set", "durability.turnBased=" + durability, "--set", "durability.ticking=" + durability));
    program.addAll(BUDGETS);
    return launch(placement, program, placement.scratch()).ready();
  }

  /**
   * Starts a Cancha server for a league, which takes its seeds from {@code key}: it hears that where nobody else does.
   */
  static ServerProcess league(Placement placement, String key) {
    List<String> program = new ArrayList<>(List.of(LeagueServer.NAME));
    program.addAll(host(0));
    program
        .addAll(List.of("--set", "durability.turnBased=off", "--set", "net.maxConnectionsPerAddress=20000"));
    program.addAll(BUDGETS);
    ServerProcess server = launch(placement, program, placement.scratch());
    try {
      server.process.getOutputStream().write((key + "\n").getBytes(StandardCharsets.US_ASCII));
      server.process.getOutputStream().flush();
    } catch (IOException e) {
      server.close();
      throw new LoadError("A server could not be started: " + e.getMessage() + ".");
    }
    return server.ready();
  }

  /** Starts a {@link BareServer}. */
  static ServerProcess bare(Placement placement) {
    return launch(placement, List.of(BareServer.NAME), placement.scratch()).ready();
  }

  /** Starts a {@link BareTicks} with matches of so many seconds. */
  static ServerProcess bareTicks(Placement placement, int secondsOfAMatch) {
    return launch(placement, List.of(BareTicks.NAME, String.valueOf(secondsOfAMatch)), placement.scratch())
        .ready();
  }

  /** Starts a Cancha server as an operator does, on the rooms in {@code data}, and does not wait for it. */
  static ServerProcess recovering(Placement placement, Path data, int port) {
    ServerProcess server = launch(placement, host(port), data);
    server.port = port;
    return server;
  }

  private static List<String> host(int port) {
    return List.of("host", "--port", String.valueOf(port), "--data", ".", "--set",
        "server.bind=127.0.0.1");
  }

  private static List<String> leashed(List<String> program) {
    List<String> command = new ArrayList<>(List.of(LEASHED));
    command.addAll(program);
    return command;
  }

  /** {@code data} is the process's own, and goes with it. */
  private static ServerProcess launch(Placement placement, List<String> program, Path data) {
    try {
      Process process = new ProcessBuilder(placement.command(leashed(program))).directory(data.toFile())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
      ServerProcess server = new ServerProcess(process, data);
      Runtime.getRuntime().addShutdownHook(server.hook);
      return server;
    } catch (IOException e) {
      throw new LoadError("A server could not be started: " + e.getMessage() + ".");
    }
  }

  private ServerProcess ready() {
    try {
      port = awaitPort(process);
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Reading a pipe cannot be given up, so a thread of its own does it, which ends with the process. */
  private static int awaitPort(Process process) {
    FutureTask<Integer> said = new FutureTask<>(() -> port(process));
    Thread.ofVirtual().start(said);
    try {
      return said.get(READY_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new LoadError("A server was not ready within " + READY_SECONDS + " s.");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof LoadError error ? error
          : new LoadError("A server's output could not be read: " + e.getCause() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoadError("The trial was interrupted.");
    }
  }

  private static int port(Process process) throws IOException {
    // left open, and all that is ever written fits into the pipe
    BufferedReader out = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher found = PORT.matcher(line);
      if (found.find()) {
        return Integer.parseInt(found.group(1));
      }
    }
    throw new LoadError("A server ended before it was ready.");
  }

  int port() {
    return port;
  }

  CpuTime cpuTime() {
    return CpuTime.of(process.toHandle());
  }

  /** Waits for so long; false as soon as the process has ended. */
  boolean alive(long millis) {
    try {
      return !process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoadError("The trial was interrupted.");
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // this process is ending, and the hook does the same just now
    }
    end();
  }

  private void end() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Placement.remove(data);
  }
}
