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

/** {@code cancha load ticks} from end to end, with all servers: that it measures, not how fast anything is. */
@Tag("alone")
class LoadTicksIT {
  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir
  Path folder;

  @Test
  @Timeout(240) // three servers start on one processor
  void aShortTrialMeasuresAllServersAndWritesItsFigures() throws Exception {
    Path json = folder.resolve("ticks.json");
    Path page = Files.writeString(folder.resolve("performance.md"), "# Performance\n");
    try (CanchaProcess load = CanchaProcess.start(folder, "", List.of(), "load", "ticks", "--rooms", "2",
        "--seconds", "1", "--intervals", "1", "--warm-up", "0", "--bots", "2", "--jvm",
        "-XX:TieredStopAtLevel=1",
        "--json", json.toString(), "--write", page.toString())) {
      assertThat(load.exitCode(LONG)).as(load.err()).isZero();
      assertThat(load.out()).contains("2 rooms, interval 1 of 1: ", "| 2 | bare |", "| 2 | relaxed |",
          "| 2 rooms | ",
          "idle timer");
      assertThat(load.err()).isEmpty();
    }
    String figures = Files.readString(json);
    List<Double> patches = numbers(figures, "patches");
    List<Double> roomTicks = numbers(figures, "roomTicks");
    List<Double> bytes = numbers(figures, "patchBytes");
    List<Double> acts = numbers(figures, "acts");
    assertThat(patches).hasSize(2).allMatch(count -> count >= 80);
    for (int i = 0; i < 2; i++) {
      assertThat(patches.get(i)).as("each tick goes to all eight")
          .isBetween(8 * roomTicks.get(i) - 16, 8 * roomTicks.get(i) + 16);
    }
    assertThat(acts).allMatch(count -> count >= 10);
    assertThat(bytes.getFirst()).as("the bare server's patches are as large as ours")
        .isBetween(0.8 * bytes.getLast(), 1.2 * bytes.getLast());
    assertThat(numbers(figures, "ticks")).as("of two rooms of bots in a second")
        .singleElement()
        .satisfies(ticks -> assertThat(ticks).isBetween(10.0, 60.0));
    assertThat(Files.readString(page)).startsWith("# Performance\n\n<!-- load-ticks -->\n")
        .contains("by `./cancha load ticks --rooms 2 --seconds 1")
        .endsWith("<!-- /load-ticks -->\n");
  }

  private static List<Double> numbers(String json, String member) {
    return Pattern.compile("\"" + member + "\":([0-9.]+)")
        .matcher(json)
        .results()
        .map(found -> Double.valueOf(found.group(1)))
        .toList();
  }
}
