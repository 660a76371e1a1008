package dev.cancha.app.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** One part of a page that others write too: what stands between two comments that name it. */
record Section(String name) {
  /** Replaces it in the file {@code page}, which is made if it is not there. */
  void write(Path page, String body) throws IOException {
    Files.writeString(page, replacedIn(Files.exists(page) ? Files.readString(page) : "", body));
  }

  /** What was typed, but for where results went. */
  static String command(ParseResult parsed) {
    StringBuilder command = new StringBuilder("./cancha load " + parsed.commandSpec().name());
    for (OptionSpec option : parsed.matchedOptions()) {
      if (!List.of("--json", "--write", "--folder").contains(option.longestName())) {
        option.originalStringValues()
            .forEach(value -> command.append(' ').append(option.longestName()).append(' ').append(value));
      }
    }
    return command.toString();
  }

  /**
   * {@code page} with {@code body} in this section, which comes last where the page has none yet. All else stays to the
   * byte.
   *
   * @param body whole lines
   * @throws LoadError where the page has only one of the two comments
   */
  String replacedIn(String page, String body) {
    String open = "<!-- " + name + " -->";
    String close = "<!-- /" + name + " -->";
    String section = open + "\n" + body + close;
    int from = page.indexOf(open);
    int to = page.indexOf(close);
    if (from < 0 && to < 0) {
      String gap = page.isEmpty() || page.endsWith("\n\n") ? "" : page.endsWith("\n") ? "\n" : "\n\n";
      return page + gap + section + "\n";
    }
    if (from < 0 || to < from) {
      throw new LoadError(
          "The page has " + (from < 0 ? close : open) + " without its counterpart: mend it by hand.");
    }
    return page.substring(0, from) + section + page.substring(to + close.length());
  }
}
