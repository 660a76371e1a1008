package dev.cancha.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page's files, read as text: its catalogues, its list, its size. */
class PageTextsTest {
  private static final Path WEB = Path.of("src/main/resources/web");
  private static final Pattern ENTRY = Pattern.compile("^  '([\\w.]+)': '(.*)',$");
  private static final Pattern MEMBER = Pattern.compile("\\{\\w+}");
  private static final Pattern USED = Pattern
      .compile("\\bt\\(\\s*'([\\w.]+)'|\\?\\s*'([a-z]+\\.\\w+)'|:\\s*'([a-z]+\\.\\w+)'");

  private static SortedMap<String, String> catalogue(String language) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    for (String line : Files.readAllLines(WEB.resolve("texts/" + language + ".js"))) {
      Matcher entry = ENTRY.matcher(line);
      if (entry.matches()) {
        assertThat(texts.put(entry.group(1), entry.group(2))).as("%s twice", entry.group(1)).isNull();
      } else {
        assertThat(line).as("a line that is no text").isIn("export default {", "};");
      }
    }
    return texts;
  }

  private static List<Path> modules() throws IOException {
    try (var files = Files.walk(WEB)) {
      return files.filter(file -> file.toString().endsWith(".js") && !file.toString().contains("texts"))
          .toList();
    }
  }

  @Test
  void bothCataloguesAreComplete() throws IOException {
    SortedMap<String, String> english = catalogue("en");
    SortedMap<String, String> spanish = catalogue("es");

    assertThat(english).hasSizeGreaterThan(150);
    assertThat(spanish.keySet()).isEqualTo(english.keySet());
    english.forEach((name, text) -> {
      assertThat(text).as(name).isNotBlank();
      assertThat(members(spanish.getOrDefault(name, ""))).as("members of %s", name).isEqualTo(members(text));
    });
  }

  private static SortedSet<String> members(String text) {
    SortedSet<String> members = new TreeSet<>();
    MEMBER.matcher(text).results().forEach(member -> members.add(member.group()));
    return members;
  }

  @Test
  void everyTextThatIsAskedForIsThere() throws IOException {
    SortedSet<String> used = new TreeSet<>();
    for (Path module : modules()) {
      USED.matcher(Files.readString(module)).results().forEach(call -> {
        for (int i = 1; i <= call.groupCount(); i++) {
          if (call.group(i) != null) {
            used.add(call.group(i));
          }
        }
      });
    }
    assertThat(used).hasSizeGreaterThan(90);
    assertThat(catalogue("en").keySet()).containsAll(used);
  }

  @Test
  void theListOfFilesIsWhole() throws IOException {
    try (var files = Files.walk(WEB)) {
      List<String> there = files.filter(Files::isRegularFile)
          .map(file -> WEB.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.equals("files.txt"))
          .sorted()
          .toList();
      assertThat(Files.readAllLines(WEB.resolve("files.txt"))).isEqualTo(there);
    }
  }

  @Test
  void noTextBecomesMarkupAndNoFileGrowsWithoutEnd() throws IOException {
    for (Path module : modules()) {
      assertThat(Files.readString(module)).as("%s", module)
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "http://",
              "https://");
      assertThat(Files.readAllLines(module).size()).as("lines of %s", module).isLessThanOrEqualTo(400);
    }
  }
}
