package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cancha.common.message.Json;
import dev.cancha.server.bots.Launcher;
import dev.cancha.server.bots.Launcher.Child;
import dev.cancha.server.bots.Launcher.Order;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real programs, mostly badly behaved ones; after each test the threads and processes of all of them are gone. */
class LocalProgramsIT {
  private static final Json LINE = Json.ofChecked("{\"n\":1}");

  @TempDir
  Path folder;

  private final LocalPrograms programs = new LocalPrograms();
  private final Heard heard = new Heard();

  /** What was heard. */
  private static final class Heard implements Launcher.Ears {
    final Queue<String> lines = new ConcurrentLinkedQueue<>();
    final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    final Queue<String> ends = new ConcurrentLinkedQueue<>();

    @Override
    public void line(byte[] utf8) {
      lines.add(new String(utf8, StandardCharsets.UTF_8));
    }

    @Override
    public void complaint(String line) {
      complaints.add(line);
    }

    @Override
    public void ended(String how) {
      ends.add(how);
    }

    String end() {
      return await().atMost(Duration.ofSeconds(20)).until(ends::peek, how -> how != null);
    }
  }

  private Child start(String... command) {
    return programs.launch(new Order("test", List.of(command), 100), heard);
  }

  private Child shell(String script) {
    return start("sh", "-c", script);
  }

  @AfterEach
  void nothingIsLeft() {
    programs.stop(Duration.ofSeconds(10));
    await().atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(ProcessHandle.current().children()).as("processes").isEmpty());
  }

  @Test
  void linesGoThereAndBackInOrder() {
    Child cat = start("cat");
    for (int i = 0; i < 3; i++) {
      Json line = Json.ofChecked("{\"n\":" + i + "}");
      cat.send(() -> line);
    }
    await().untilAsserted(
        () -> assertThat(heard.lines).containsExactly("{\"n\":0}", "{\"n\":1}", "{\"n\":2}"));
    cat.end();
    assertThat(heard.end()).as("it ends by itself when its input is closed")
        .isEqualTo("ended with exit code 0");
  }

  @Test
  void aProgramThatIsNotThereIsTold() {
    Child none = start(folder.resolve("none").toString());
    none.send(() -> LINE);
    assertThat(heard.end()).startsWith("cannot be started: ").contains("none");
  }

  @Test
  void anExitIsToldWithItsCodeAfterAllThatWasWritten() {
    shell("printf 'one\\r\\ntwo'; exit 3");
    assertThat(heard.end()).isEqualTo("ended with exit code 3");
    assertThat(heard.lines).containsExactly("one", "two");
  }

  @Test
  void aLineThatIsTooLongIsTheLastThing() {
    Child program = shell("echo short; exec yes \"$(printf '%0200d' 0)\"");
    assertThat(heard.end()).isEqualTo("wrote a line of more than 100 bytes");
    assertThat(heard.lines).containsExactly("short");
    program.end();
  }

  @Test
  void complaintsAreShortenedAndNeverFillAPipe() {
    Child program = shell("printf '%0200000d\\n' 0 >&2; echo second >&2; echo done; cat >/dev/null");
    await().untilAsserted(() -> assertThat(heard.lines).containsExactly("done"));
    await().untilAsserted(() -> assertThat(heard.complaints).hasSize(2));
    assertThat(heard.complaints.peek()).hasSizeLessThan(600);
    program.end();
  }

  @Test
  void oneThatDoesNotHearItsEndIsKilledAndWhatItStartedToo() {
    Child program = shell("trap '' TERM; sleep 600 & echo $!; while :; do sleep 1; done");
    String pid = await().until(heard.lines::peek, line -> line != null);
    ProcessHandle below = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    program.end();
    await().atMost(Duration.ofSeconds(20)).until(() -> !below.isAlive());
    assertThat(heard.end()).isEqualTo("ended with exit code 137");
  }

  /** A pipe holds 64 KiB; whoever asks does not wait for more. */
  @Test
  void oneThatReadsNothingBlocksNobodyAndCanBeEnded() {
    Child program = start("sleep", "600");
    Json large = Json.ofChecked("\"" + "x".repeat(50_000) + "\"");
    for (int i = 0; i < 10; i++) {
      program.send(() -> large);
    }
    program.end();
    assertThat(heard.end()).isEqualTo("ended with exit code 137");
  }

  @Test
  void oneThatIsEndedBeforeItHasStartedEndsToo() {
    start("sleep", "600").end();
    assertThat(heard.end()).isNotEmpty();
  }

  @Test
  void afterTheStopNothingIsStarted() throws Exception {
    Child running = start("sleep", "600");
    programs.stop(Duration.ofSeconds(10));
    assertThat(heard.end()).isEqualTo("ended with exit code 137");
    Path trace = folder.resolve("trace");
    shell("touch '" + trace + "'").end();
    assertThat(Files.exists(trace)).isFalse();
    assertThat(heard.ends).contains("is not started: the server stops");
    running.end();
  }
}
