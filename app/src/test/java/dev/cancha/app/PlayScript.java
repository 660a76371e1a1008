package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/examples/play.py} as a process. */
final class PlayScript implements AutoCloseable {
  private static final Path SCRIPT = Path.of("..", "docs", "examples", "play.py")
      .toAbsolutePath()
      .normalize();
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Pattern ROOM = Pattern.compile("^room ([A-Z0-9]{4})$", Pattern.MULTILINE);
  private static final Pattern RESULT = Pattern.compile("^result (.*)$", Pattern.MULTILINE);

  private final Process process;
  private final Path out;
  private final Path err;

  private PlayScript(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Skips the test, with the reason, on a machine without Python; in the project's own builds there is one. */
  static void needsPython() throws InterruptedException {
    boolean found = false;
    try {
      Process version = new ProcessBuilder("python3", "--version").redirectErrorStream(true).start();
      found = version.waitFor(10, TimeUnit.SECONDS) && version.exitValue() == 0;
    } catch (IOException e) {
      // there is none
    }
    String wanted = "a python3 on the PATH, which runs the examples of the docs";
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as(wanted).isTrue();
    }
    assumeThat(found).as(wanted).isTrue();
  }

  /** Plays as {@code name} at {@code port}: a game to open a room for, or the code of one to join. */
  static PlayScript start(Path folder, int port, String gameOrCode, String name) throws IOException {
    return start(folder, new Place(List.of(), "127.0.0.1:" + port), gameOrCode, name);
  }

  /** With {@code prefix} in front of the command, and the server's {@code address}. */
  record Place(List<String> prefix, String address) {}

  /** The same at another place. */
  static PlayScript start(Path folder, Place place, String gameOrCode, String name) throws IOException {
    Path files = Files.createTempDirectory(folder, "play");
    List<String> command = new ArrayList<>(place.prefix());
    command.addAll(List.of("python3", SCRIPT.toString(), place.address(), gameOrCode, "--name", name));
    Process process = new ProcessBuilder(command)
        .redirectOutput(files.resolve("out").toFile())
        .redirectError(files.resolve("err").toFile())
        .start();
    process.getOutputStream().close();
    return new PlayScript(process, files.resolve("out"), files.resolve("err"));
  }

  /** Waits until it has opened its room, and gives the code. */
  String room() {
    return await().atMost(PATIENCE).until(() -> {
      List<String> codes = new ArrayList<>();
      Matcher said = ROOM.matcher(read(out));
      while (said.find()) {
        codes.add(said.group(1));
      }
      if (codes.isEmpty() && !process.isAlive()) {
        throw new AssertionError("ended without a room\n" + read(out) + read(err));
      }
      return codes;
    }, codes -> !codes.isEmpty()).getFirst();
  }

  /** Waits for its end, which must be a good one, and gives the result that it printed. */
  JsonNode result() throws IOException, InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("ended\n%s%s", read(out), read(err))
        .isTrue();
    assertThat(read(err).lines()).allMatch(line -> line.startsWith("no connection, trying again: "));
    assertThat(process.exitValue()).isZero();
    Matcher result = RESULT.matcher(read(out));
    assertThat(result.find()).as(read(out)).isTrue();
    return JsonMapper.shared().readTree(result.group(1));
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
