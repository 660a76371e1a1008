package dev.cancha.app.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The replays in a league's folder, a file each: {@code replays/17.jsonl} is that of match 17. */
final class Replays {
  private static final String FOLDER = "replays";
  private static final String SUFFIX = ".jsonl";

  private Replays() {}

  static Path file(Path league, int number) {
    return league.resolve(FOLDER).resolve(number + SUFFIX);
  }

  /** Writes one, whole or not at all. */
  static Path write(Path league, int number, byte[] replay) {
    Path file = file(league, number);
    try {
      Files.createDirectories(league.resolve(FOLDER));
      Path half = file.resolveSibling(file.getFileName() + ".half");
      Files.write(half, replay);
      return Files.move(half, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw MatchError.failed("the replay " + file + " cannot be written: " + e.getMessage() + ".");
    }
  }

  /** Removes all replays of a league that is begun anew. */
  static void clear(Path league) throws IOException {
    Path folder = league.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(file -> file.getFileName().toString().matches("[0-9]+\\.jsonl(\\.half)?"))
          .toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
