package dev.cancha.app.league;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The replays that the pages link to, copied into their folder, so that it can be put anywhere.
 *
 * @param numbers of the matches that have one
 */
record Replays(SortedSet<Integer> numbers) {
  private static final String FOLDER = "replays";
  private static final String SUFFIX = ".jsonl";

  /** Copies those of {@code matches} that stand in {@code from} as {@code NUMBER.jsonl}; null: there are none. */
  static Replays copied(@Nullable Path from, Path pages, List<LeagueFile.Match> matches) throws IOException {
    SortedSet<Integer> numbers = new TreeSet<>();
    if (from != null && Files.isDirectory(from)) {
      SortedSet<String> found = new TreeSet<>();
      try (Stream<Path> files = Files.list(from)) {
        files.forEach(file -> found.add(file.getFileName().toString()));
      }
      Path to = pages.resolve(FOLDER);
      Files.createDirectories(to);
      for (LeagueFile.Match match : matches) {
        String name = match.number() + SUFFIX;
        if (found.contains(name)) {
          Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
          numbers.add(match.number());
        }
      }
    }
    return new Replays(numbers);
  }

  /** The number of a match, as a link to its replay where there is one. */
  Markup number(int match) {
    return numbers.contains(match)
        ? new Markup().element("a", match, "href", FOLDER + "/" + match + SUFFIX)
        : new Markup().text(match);
  }
}
