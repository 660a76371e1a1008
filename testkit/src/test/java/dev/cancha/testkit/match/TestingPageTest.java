package dev.cancha.testkit.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.testkit.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/testing-a-match.md says is so. */
class TestingPageTest {
  private static final Path PAGE = Path.of("../docs/testing-a-match.md");
  private static final Path EXAMPLE = Path.of("src/test/java/dev/cancha/testkit/match/ExampleSimTest.java");

  @Test
  void thePageQuotesTheExampleAsItIs() throws IOException {
    String source = Files.readString(EXAMPLE);
    String quoted = source.substring(source.indexOf("class ExampleSimTest")).strip();
    assertThat(Files.readString(PAGE)).contains("```java\n" + quoted + "\n```");
  }

  @Test
  void thePageQuotesTheReplayedMatchAsItIs() throws IOException {
    String source = Files.readString(EXAMPLE.resolveSibling("ReplayedMatchTest.java"));
    String quoted = source.substring(source.indexOf("class ReplayedMatchTest")).strip();
    assertThat(Files.readString(PAGE)).contains("```java\n" + quoted + "\n```");
  }

  @Test
  void thePageExplainsEveryKindOfFault() throws IOException {
    String page = Files.readString(PAGE);
    for (FaultKind kind : FaultKind.values()) {
      assertThat(page).contains("| `" + kind.word() + "` |");
    }
  }
}
