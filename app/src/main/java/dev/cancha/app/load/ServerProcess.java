package dev.cancha.app.load;

import dev.cancha.common.CompositionRoot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server in a process of its own, of the same build and the same JVM as this one, on one processor. */
@CompositionRoot("starts processes, and waits for their ports and their ends")
final class ServerProcess implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("open on port ([0-9]+)");
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
  private final int port;

  private ServerProcess(Process process, Path data, int port) {
    this.process = process;
    this.data = data;
    this.port = port;
  }

  /** Starts a Cancha server. */
  static ServerProcess cancha(Placement placement) {
    List<String> program = new ArrayList<>(
        List.of("dev.cancha.app.Main", "host", "--port", "0", "--data", "."));
    program.addAll(List.of("--set", "server.bind=127.0.0.1"));
    program.addAll(BUDGETS);
    return start(placement, program);
  }

  /** Starts a {@link BareServer}. */
  static ServerProcess bare(Placement placement) {
    return start(placement, List.of(BareServer.class.getName()));
  }

  private static ServerProcess start(Placement placement, List<String> program) {
    try {
      Path data = Files.createTempDirectory("cancha-load");
      Process process = new ProcessBuilder(placement.command(program)).directory(data.toFile())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
      try {
        return new ServerProcess(process, data, port(process));
      } catch (IOException | RuntimeException e) {
        end(process, data);
        throw e;
      }
    } catch (IOException e) {
      throw new LoadError("A server could not be started: " + e.getMessage() + ".");
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

  @Override
  public void close() {
    end(process, data);
  }

  private static void end(Process process, Path data) {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
