package dev.cancha.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cancha load recovery} from end to end: that the rooms are back, not how fast. */
@Tag("alone")
class LoadRecoveryIT {
  @TempDir
  Path folder;

  @Test
  void fewRoomsAreWrittenAndComeBack() throws Exception {
    Path data = Files.createDirectory(folder.resolve("disk"));
    Path page = Files.writeString(folder.resolve("performance.md"), "# Performance\n");
    try (CanchaProcess load = CanchaProcess.start(folder, "", List.of(), "load", "recovery", "--rooms", "50",
        "--acts", "3", "--starts", "1", "--folder", data.toString(), "--write", page.toString())) {
      assertThat(load.exitCode()).as(load.err()).isZero();
      assertThat(load.out()).containsPattern("start 1 of 1: 50 rooms, [0-9.]+ s of CPU")
          .contains("start 1 of 1: 0 rooms, ", "\n| 50 | 1 | ", "\n| 0 | 1 | ", "is not tried here.")
          .doesNotContain("NaN");
      assertThat(load.err()).isEmpty();
    }
    assertThat(Files.readString(page)).startsWith("# Performance\n\n<!-- load-recovery -->\n## Coming back\n")
        .contains("by `./cancha load recovery --rooms 50 --acts 3 --starts 1`\n")
        .endsWith("<!-- /load-recovery -->\n");
    try (Stream<Path> left = Files.list(data)) {
      assertThat(left).as("what is left of the data").isEmpty();
    }
  }
}
