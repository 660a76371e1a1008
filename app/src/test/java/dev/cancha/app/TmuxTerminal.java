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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A real terminal, of tmux, with a command in it: keys in, the screen out. Each has a tmux server of its own, which is
 * the only one that it ends.
 */
final class TmuxTerminal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(150);
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String BEFORE = "what stood here before";

  private final String socket;
  private final Path files;

  private TmuxTerminal(String socket, Path files) {
    this.socket = socket;
    this.files = files;
  }

  /** Skips the test where there is no tmux; on the build machine it fails. */
  static void needsTmux() throws InterruptedException {
    boolean found = false;
    try {
      found = new ProcessBuilder("tmux", "-V").redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      // there is none
    }
    String wanted = "a tmux on the PATH, which is the terminal of these tests";
    if ("true".equals(System.getenv("CI"))) {
      assertThat(found).as(wanted).isTrue();
    }
    assumeThat(found).as(wanted).isTrue();
  }

  /**
   * Starts {@code command} with {@code environment} ({@code NAME=value ...}) in a window of 80 by 24. When it has ended
   * its exit code is shown, and the terminal's settings from before and after it can be compared.
   */
  static TmuxTerminal start(Path folder, String environment, List<String> command) throws IOException {
    Path files = Files.createTempDirectory(folder, "terminal");
    String words = String.join(" ",
        command.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").toList());
    Path script = Files.writeString(files.resolve("run.sh"), """
        trap : INT
        stty -a >"%1$s/before"
        echo "%2$s"
        env %3$s sh -c 'echo $$ >"$0"; exec "$@"' "%1$s/pid" %4$s
        echo "exit code $?"
        stty -a >"%1$s/after"
        echo over
        exec cat
        """.formatted(files, BEFORE, environment, words));
    var terminal = new TmuxTerminal(
        "cancha-test-" + ProcessHandle.current().pid() + "-" + NUMBERS.incrementAndGet(), files);
    terminal.tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "sh '" + script + "'");
    return terminal;
  }

  /** Keys by tmux's names, such as {@code Enter}, {@code Escape}, {@code C-c} or a single character. */
  TmuxTerminal press(String... keys) throws IOException {
    List<String> words = new ArrayList<>(List.of("send-keys"));
    words.addAll(Arrays.asList(keys));
    tmux(words.toArray(String[]::new));
    return this;
  }

  /** Any text. By a file: what is no ASCII does not pass through a command line where the locale is C. */
  TmuxTerminal type(String text) throws IOException {
    Path keys = Files.writeString(files.resolve("keys"),
        "send-keys -l '" + text.replace("'", "'\\''") + "'\n");
    tmux("source-file", keys.toString());
    return this;
  }

  void resize(int width, int height) throws IOException {
    tmux("resize-window", "-x", String.valueOf(width), "-y", String.valueOf(height));
  }

  /** SIGTERM to the command. */
  void terminate() throws IOException {
    ProcessHandle.of(Long.parseLong(Files.readString(files.resolve("pid")).strip())).orElseThrow().destroy();
  }

  /** What is seen. */
  String screen() {
    return quietly("capture-pane", "-p");
  }

  /** The same with its colours, as escape sequences. */
  String colouredScreen() {
    return quietly("capture-pane", "-e", "-p");
  }

  /** Waits until {@code pattern} is seen. */
  TmuxTerminal sees(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    await(pattern).atMost(PATIENCE)
        .pollInterval(LOOK_EVERY)
        .untilAsserted(() -> assertThat(screen()).containsPattern(wanted));
    return this;
  }

  boolean shows(String pattern) {
    return Pattern.compile(pattern).matcher(screen()).find();
  }

  /** Waits for the end of the command: it left with {@code code}, and the terminal is as it was before. */
  void isLeftAsItWas(int code) throws IOException {
    sees("(?m)^exit code [0-9]+$");
    sees("(?m)^over$");
    assertThat(screen()).contains(BEFORE, "exit code " + code);
    assertThat(settings("after")).isEqualTo(settings("before"));
    assertThat(quietly("display-message", "-p",
        "#{alternate_on}#{cursor_flag}#{wrap_flag}#{mouse_any_flag}#{keypad_cursor_flag}").strip())
        .as("alternate screen, cursor, wrapping, mouse, application keys")
        .isEqualTo("01100");
  }

  /** All but the size, which may have been changed meanwhile. */
  private String settings(String when) throws IOException {
    return Files.readString(files.resolve(when)).replaceAll("rows [0-9]+; columns [0-9]+;", "");
  }

  private String quietly(String... words) {
    try {
      return tmux(words);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String tmux(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", socket));
    command.addAll(Arrays.asList(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("TMUX");
    builder.environment().remove("NO_COLOR");
    Process tmux = builder.start();
    String said = new String(tmux.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    // the end of what it says is its end
    assertThat(tmux.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join().exitValue())
        .as("%s: %s", command, said)
        .isZero();
    return said;
  }

  /** Ends its tmux server, and with it whatever still runs in the terminal. */
  @Override
  public void close() throws IOException {
    tmux("kill-server");
  }
}
