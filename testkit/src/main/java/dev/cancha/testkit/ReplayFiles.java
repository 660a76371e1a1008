package dev.cancha.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Where the replays of matches that failed are put. A later failure of the same seed takes the place of an earlier one.
 *
 * @param folder is made when there is something to put into it
 */
record ReplayFiles(Path folder) {
  /** Where Maven and Gradle put what a build makes. */
  private static final List<String> BUILDS = List.of("target", "build");
  private static final String FOLDER = "match-replays";

  /** Among what the build makes that runs the tests, or where the system keeps what is soon forgotten. */
  static ReplayFiles usual() {
    for (String build : BUILDS) {
      Path path = Path.of(build);
      if (Files.isDirectory(path)) {
        return new ReplayFiles(path.resolve(FOLDER));
      }
    }
    return new ReplayFiles(
        Path.of(Objects.requireNonNullElse(System.getProperty("java.io.tmpdir"), "."), FOLDER));
  }

  /** The file, such as {@code SticksTest.aCutLosesNothing-seed-7.jsonl}. */
  Path write(MatchSpec spec, long seed, String replay) {
    Path file = folder.resolve(spec.name().replaceAll("[^A-Za-z0-9]", ".") + "-seed-" + seed + ".jsonl");
    try {
      Files.createDirectories(folder);
      return Files.writeString(file, replay);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
