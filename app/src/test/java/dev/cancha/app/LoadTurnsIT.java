package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cancha load turns} from end to end, with both servers: that it measures, not how fast anything is. */
class LoadTurnsIT {
  @TempDir
  Path folder;

  @Test
  void aShortTrialMeasuresBothServersAndWritesItsFigures() throws Exception {
    Path json = folder.resolve("turns.json");
    Path page = Files.writeString(folder.resolve("performance.md"), "# Performance\n");
    try (CanchaProcess load = CanchaProcess.start(folder, "", List.of(), "load", "turns", "--rooms", "2",
        "--seconds", "1", "--intervals", "1", "--warm-up", "100", "--json", json.toString(), "--write",
        page.toString())) {
      assertThat(load.exitCode()).as(load.err()).isZero();
      assertThat(load.out()).contains("2 rooms, interval 1 of 1: ", "| 2 | cancha |", "| 2 | bare |");
      assertThat(load.err()).isEmpty();
    }
    String figures = Files.readString(json);
    List<Double> acts = numbers(figures, "acts");
    List<Double> patches = numbers(figures, "patches");
    List<Double> bytes = numbers(figures, "patchBytes");
    List<Double> user = numbers(figures, "userMicros");
    assertThat(acts).hasSize(2).allMatch(count -> count >= 10);
    for (int i = 0; i < 2; i++) {
      // each act is shown to both; a rematch takes two more revisions after every 42 acts
      assertThat(patches.get(i)).isBetween(2 * acts.get(i), 2 * acts.get(i) * 44 / 42 + 10);
    }
    assertThat(bytes.get(1)).as("the bare server's answers are as large as ours")
        .isBetween(0.85 * bytes.get(0),
            1.15 * bytes.get(0));
    assertThat(user).allMatch(micros -> micros > 0);
    assertThat(Files.readString(page)).startsWith("# Performance\n\n<!-- load-turns -->\n")
        .contains("by `./cancha load turns --rooms 2 --seconds 1 --intervals 1 --warm-up 100`\n")
        .endsWith("<!-- /load-turns -->\n");
  }

  private static List<Double> numbers(String json, String member) {
    return Pattern.compile("\"" + member + "\":([0-9.]+)")
        .matcher(json)
        .results()
        .map(found -> Double.valueOf(found.group(1)))
        .toList();
  }
}
