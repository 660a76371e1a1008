package dev.cancha.app.match;

import dev.cancha.app.league.LeaguePages;
import dev.cancha.common.message.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the results of a league go, beside the terminal. Owner: the command. */
final class ResultFiles {
  // @formatter:off (it would join the lines of these texts)
  @Option(names = "--json", paramLabel = "FILE", description = "Where to write all results.")
  private @Nullable Path json;

  @Option(names = "--junit", paramLabel = "FILE", description = "Where to write what failed, as JUnit's XML.")
  private @Nullable Path junit;

  @Option(names = "--html", paramLabel = "DIR",
      description = "Where to write the league as pages for a browser, with each match's replay.")
  private @Nullable Path html;
  // @formatter:on

  /** Whether there are pages, which lead to the replays. */
  boolean pages() {
    return html != null;
  }

  /** Says before anything is played what could not be written after it. */
  void requireWritable() {
    require("--json", json);
    require("--junit", junit);
    if (html != null && Files.exists(html) && !Files.isDirectory(html)) {
      throw MatchError.asked("--html " + html + " is a file, but must be a folder.");
    }
  }

  private static void require(String option, @Nullable Path file) {
    if (file == null) {
      return;
    }
    Path parent = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw MatchError.asked(option + " " + file + " is a folder, but must be a file.");
    }
    if (parent == null || !Files.isDirectory(parent)) {
      throw MatchError.asked(option + " " + file + " cannot be written: there is no folder " + parent + ".");
    }
    if (!Files.isWritable(Files.exists(file) ? file : parent)) {
      throw MatchError.asked(option + " " + file + " cannot be written: it is not allowed.");
    }
  }

  void write(LeagueResult result, String over, Run run) {
    if (json != null) {
      write(json, LeagueJson.write(result, over, run));
    }
    if (junit != null) {
      write(junit, JUnitXml.write(result, run));
    }
    if (html != null) {
      pages(html, LeagueJson.write(result, over, run), Replays.file(Path.of(run.folder()), 1).getParent());
    }
  }

  private static void pages(Path folder, String league, @Nullable Path replays) {
    try {
      LeaguePages.write(Json.ofChecked(league), folder, replays);
    } catch (IOException e) {
      throw MatchError.failed("the pages in " + folder + " cannot be written: " + e.getMessage() + ".");
    }
  }

  /** Whole or not at all. */
  private static void write(Path file, String text) {
    try {
      Path half = file.resolveSibling(file.getFileName() + ".half");
      Files.write(half, text.getBytes(StandardCharsets.UTF_8));
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw MatchError.failed(file + " cannot be written: " + e.getMessage() + ".");
    }
  }
}
