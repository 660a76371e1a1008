package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code cancha load turns} from end to end, with all servers: that it measures, not how fast anything is. */
@Tag("alone")
class LoadTurnsIT {
  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir
  Path folder;

  @Test
  @Timeout(240) // three servers start on one processor
  void aShortTrialMeasuresAllServersAndWritesItsFigures() throws Exception {
    Path json = folder.resolve("turns.json");
    Path page = Files.writeString(folder.resolve("performance.md"), "# Performance\n");
    try (CanchaProcess load = CanchaProcess.start(folder, "", List.of(), "load", "turns", "--rooms", "2",
        "--durability", "off,durable", "--seconds", "1", "--intervals", "1", "--warm-up", "20", "--think",
        "20", "--jvm",
        "-XX:TieredStopAtLevel=1", "--json", json.toString(), "--write",
        page.toString())) {
      assertThat(load.exitCode(LONG)).as(load.err()).isZero();
      assertThat(load.out()).contains("2 rooms, interval 1 of 1: ", "| 2 | bare |", "| 2 | off |",
          "| 2 | durable |", "durable answers at most two syncs later than off at 2 rooms");
      assertThat(load.err()).isEmpty();
    }
    String figures = Files.readString(json);
    List<Double> acts = numbers(figures, "acts");
    List<Double> patches = numbers(figures, "patches");
    List<Double> bytes = numbers(figures, "patchBytes");
    List<Double> user = numbers(figures, "userMicros");
    assertThat(acts).hasSize(3).allMatch(count -> count >= 10);
    for (int i = 0; i < 3; i++) {
      // each act is shown to both; a rematch takes two more revisions after every 42 acts
      assertThat(patches.get(i)).isBetween(2 * acts.get(i), 2 * acts.get(i) * 44 / 42 + 10);
    }
    assertThat(bytes.getFirst()).as("the bare server's answers are as large as ours")
        .isBetween(0.85 * bytes.getLast(), 1.15 * bytes.getLast());
    assertThat(user).allMatch(micros -> micros > 0);
    assertThat(Files.readString(page)).startsWith("# Performance\n\n<!-- load-turns-thinking-20 -->\n")
        .contains(
            "by `./cancha load turns --rooms 2 --durability off,durable"
                + " --seconds 1 --intervals 1 --warm-up 20 --think 20 --jvm -XX:TieredStopAtLevel=1`\n")
        .endsWith("<!-- /load-turns-thinking-20 -->\n");
  }

  @Test
  void aTrialThatIsStoppedTakesItsServersWithIt() throws Exception {
    try (CanchaProcess load = CanchaProcess.start(folder, "", List.of(), "load", "turns", "--rooms", "2",
        "--durability", "durable", "--seconds", "600", "--warm-up", "0")) {
      load.says("warming up");
      List<ProcessHandle> servers = load.children();
      assertThat(servers).hasSize(2).allMatch(ProcessHandle::isAlive);
      load.terminate();
      load.exitCode();
      assertThat(servers).noneMatch(ProcessHandle::isAlive);
    }
  }

  @Test
  void aTrialThatIsKilledTakesItsServersWithIt() throws Exception {
    try (CanchaProcess load = CanchaProcess.start(folder, "", List.of(), "load", "turns", "--rooms", "2",
        "--durability", "durable", "--seconds", "600", "--warm-up", "0", "--folder", folder.toString())) {
      load.says("warming up");
      List<ProcessHandle> servers = load.children();
      assertThat(servers).hasSize(2).allMatch(ProcessHandle::isAlive);
      load.kill();
      assertThat(servers.stream().map(ProcessHandle::onExit))
          .allSatisfy(end -> assertThat(end).succeedsWithin(Duration.ofSeconds(60)));
    }
  }

  private static List<Double> numbers(String json, String member) {
    return Pattern.compile("\"" + member + "\":([0-9.]+)")
        .matcher(json)
        .results()
        .map(found -> Double.valueOf(found.group(1)))
        .toList();
  }
}
