package dev.cancha.testkit.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.testkit.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/testing-a-match.md says is so. */
class TestingPageTest {
  private static final Path PAGE = Path.of("../docs/testing-a-match.md");
  private static final Path HERE = Path.of("src/test/java/dev/cancha/testkit/match");

  @ParameterizedTest
  @ValueSource(classes = {ExampleSimTest.class, HiddenDiceSimTest.class, SnakeExampleSimTest.class,
    ReplayedMatchTest.class})
  void thePageQuotesTheTestAsItIs(Class<?> test) throws IOException {
    String source = Files.readString(HERE.resolve(test.getSimpleName() + ".java"));
    String quoted = source.substring(source.indexOf("class " + test.getSimpleName())).strip();
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
