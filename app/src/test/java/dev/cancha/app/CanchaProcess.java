package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The real command in a process of its own, with its output in files and its input from one. */
final class CanchaProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  /** Java, and what all of its processes are started with. */
  static final List<String> JAVA = List.of(
      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
      "--enable-native-access=ALL-UNNAMED",
      "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-ea");

  private final Process process;
  private final Path out;
  private final Path err;

  private CanchaProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts {@code cancha arguments} with {@code folder} for its files, its home and its data. */
  static CanchaProcess start(Path folder, String input, List<String> jvm, String... arguments)
      throws IOException {
    return start(folder, input, new Jvm(List.of(), jvm), arguments);
  }

  /**
   * How the JVM is started: by {@code prefix}, such as the command that enters a namespace, and with {@code
   * options}.
   */
  record Jvm(List<String> prefix, List<String> options) {}

  /** The same, but started as {@code jvm} says. */
  static CanchaProcess start(Path folder, String input, Jvm jvm, String... arguments) throws IOException {
    return start(folder, input, new ProcessBuilder(command(folder, jvm, arguments)));
  }

  /** What starts {@code cancha arguments} with {@code folder} for its home. */
  static List<String> command(Path folder, String... arguments) {
    return command(folder, new Jvm(List.of(), List.of()), arguments);
  }

  /** The same, but started as {@code jvm} says. */
  static List<String> command(Path folder, Jvm jvm, String... arguments) {
    List<String> prefix = new ArrayList<>(jvm.prefix());
    prefix.addAll(List.of("env", "-u", "XDG_DATA_HOME", "HOME=" + folder));
    List<String> command = new ArrayList<>(prefix);
    command.addAll(JAVA);
    command.addAll(jvm.options());
    command.addAll(CanchaCache.classPath());
    command.add("dev.cancha.app.Main");
    command.addAll(List.of(arguments));
    return command;
  }

  /** Any other program of the tests' class path. */
  static CanchaProcess startMain(Path folder, Class<?> main, List<String> prefix) throws IOException {
    return start(folder, "", new ProcessBuilder(command(main.getName(), prefix)));
  }

  /** What starts the program {@code main} of the tests' class path. */
  static List<String> command(String main, List<String> prefix) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(JAVA);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    return command;
  }

  /** Starts {@code command} with {@code folder} for its files. */
  static CanchaProcess start(Path folder, String input, ProcessBuilder command) throws IOException {
    Path files = Files.createTempDirectory(folder, "process");
    Path in = Files.writeString(files.resolve("in"), input);
    command.redirectInput(in.toFile())
        .redirectOutput(files.resolve("out").toFile())
        .redirectError(files.resolve("err").toFile());
    return new CanchaProcess(command.start(), files.resolve("out"), files.resolve("err"));
  }

  /** A host on this machine alone, once it has said where it is. */
  static CanchaProcess host(Path folder, String... more) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("host", "--set", "server.bind=127.0.0.1"));
    arguments.addAll(List.of(more));
    CanchaProcess host = start(folder, "", List.of(), arguments.toArray(String[]::new));
    host.says("for a program that speaks WebSocket");
    return host;
  }

  /** Waits until a line of the output has {@code pattern} in it. */
  MatchResult says(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return await().atMost(PATIENCE).until(() -> {
      if (!process.isAlive() && wanted.matcher(out()).results().findFirst().isEmpty()) {
        throw new AssertionError("ended without saying " + pattern + "\n" + out() + err());
      }
      return wanted.matcher(out()).results().findFirst();
    }, Optional::isPresent).orElseThrow();
  }

  int port() {
    return Integer.parseInt(says("open on port ([0-9]+)").group(1));
  }

  String code() {
    return says("Room ([A-Z0-9]{4}) is open").group(1);
  }

  String out() {
    return read(out);
  }

  String err() {
    return read(err);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The processes that it has started and that are still there. */
  List<ProcessHandle> children() {
    return process.children().toList();
  }

  /** SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** SIGKILL: it has no time for anything. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** SIGSTOP: it stands still, as a laptop whose lid is closed. */
  void suspend() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** SIGCONT. */
  void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO()
        .start()
        .waitFor();
    assertThat(exit).as("kill -" + name).isZero();
  }

  /** Waits for the end. */
  int exitCode() throws InterruptedException {
    return exitCode(PATIENCE);
  }

  /** Of one that may take {@code most}. */
  int exitCode(Duration most) throws InterruptedException {
    assertThat(process.waitFor(most.toSeconds(), TimeUnit.SECONDS)).as("ended").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    kill();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
