package dev.cancha.app.load;

import dev.cancha.common.json.JsonType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that load commands share: where the servers' data is, how they run, and where the figures go. */
final class Whereabouts {
  // @formatter:off (it would join the lines of these texts)
  @Option(names = "--folder", paramLabel = "DIR",
      description = "Where the servers' data is meanwhile. Unless given: the folder for temporary files.")
  private @Nullable Path folder;

  @Option(names = "--json", paramLabel = "FILE", description = "Where to write every interval's figures.")
  private @Nullable Path json;

  @Option(names = "--write", paramLabel = "FILE",
      description = "A page of Markdown in which the section of this command is replaced, or added at its end.")
  private @Nullable Path page;

  @Option(names = "--jvm", paramLabel = "OPTION",
      description = "One more option for the JVMs of the servers, such as --jvm -Xmx256m. May be repeated.")
  private List<String> jvm = new ArrayList<>();
  // @formatter:on

  Disk disk() {
    return Disk.of(folder);
  }

  Placement placement(Disk disk) {
    return Placement.here(jvm, disk.folder());
  }

  /** Writes {@code report} wherever it was asked for. */
  <R> void write(R report, Class<R> type, Section section, Function<R, String> markdown) throws IOException {
    if (json != null) {
      Files.write(json, JsonType.of(type).write(report).utf8());
    }
    if (page != null) {
      section.write(page, markdown.apply(report));
    }
  }
}
