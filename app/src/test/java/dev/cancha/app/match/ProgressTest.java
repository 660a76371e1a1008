package dev.cancha.app.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final long SECOND = 1_000_000_000L;

  private final Progress progress = new Progress(new PrintWriter(Writer.nullWriter()), 1_000, 200);

  @Test
  void theTimeLeftFollowsFromWhatThisRunHasPlayed() {
    assertThat(progress.line(600, 4 * SECOND))
        .isEqualTo("[##############..........] 60 %, 600 of 1,000 matches, 100 a second, 4 s left");
    assertThat(progress.line(201, 2 * SECOND)).endsWith(", 0.5 a second, 26 min 38 s left");
    assertThat(progress.line(210, 1_000 * SECOND)).endsWith(", 0.0 a second, 21 h 56 min left");
  }

  @Test
  void nothingIsPromisedBeforeAnythingWasPlayedAndAtTheEnd() {
    assertThat(progress.line(200, 0)).isEqualTo("[####....................] 20 %, 200 of 1,000 matches");
    assertThat(progress.line(1_000, 4 * SECOND))
        .isEqualTo("[########################] 100 %, 1,000 of 1,000 matches, 200 a second");
  }
}
