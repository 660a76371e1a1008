package dev.cancha.app.league;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a league as pages: {@code index.html} with the table, drawings and what went wrong, the matches, the style
 * sheet, and the replays that there are. The folder can be opened from a disk and put on any web server as it is.
 */
public final class LeaguePages {
  private LeaguePages() {}

  /**
   * Writes into {@code folder}, which is made where it is not there; pages of an earlier league in it are replaced.
   *
   * @param league  what {@code cancha match --json} writes
   * @param replays the folder that has the replays as {@code NUMBER.jsonl}, or null
   * @return the page to open
   * @throws dev.cancha.common.json.Mismatch where {@code league} is something else
   */
  public static Path write(Json league, Path folder, @Nullable Path replays) throws IOException {
    LeagueFile file = JsonType.of(LeagueFile.class).read(league);
    Files.createDirectories(folder);
    MatchPages matches = new MatchPages(file, Replays.copied(replays, folder, file.matches()));
    for (int page = 0; page < matches.count(); page++) {
      write(folder.resolve(MatchPages.file(page)), matches.page(page));
    }
    try (InputStream style = Objects.requireNonNull(LeaguePages.class.getResourceAsStream(Page.STYLE))) {
      Files.write(folder.resolve(Page.STYLE), style.readAllBytes());
    }
    Path index = folder.resolve("index.html");
    write(index, new IndexPage(file, matches).whole());
    return index;
  }

  private static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
