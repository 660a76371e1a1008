package dev.cancha.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/client-library.md quotes is what is compiled. */
class ClientLibraryPageTest {
  private static final Path ROOT = Path.of("..");
  private static final Path EXAMPLE = Path.of("src/test/java/dev/cancha/client/PlayerExample.java");

  @Test
  void thePageQuotesTheExampleAsItIs() throws IOException {
    String source = Files.readString(EXAMPLE);
    String quoted = source.substring(source.indexOf("/** A whole player")).strip();
    assertThat(Files.readString(ROOT.resolve("docs/client-library.md")))
        .contains("```java\n" + quoted + "\n```");
  }
}
