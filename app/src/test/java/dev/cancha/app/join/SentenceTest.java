package dev.cancha.app.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class SentenceTest {
  @Test
  void aMessageGetsItsCapitalAndItsFullStop() {
    assertThat(Sentence.of(new IllegalStateException("the room is full"))).isEqualTo("The room is full.");
    assertThat(Sentence.of(new IllegalStateException("It is over."))).isEqualTo("It is over.");
    assertThat(Sentence.of(new IllegalStateException("really?"))).isEqualTo("Really?");
  }

  @Test
  void theCauseIsToldAndNotItsWrapping() {
    assertThat(Sentence.of(new CompletionException(new IllegalStateException("no room"))))
        .isEqualTo("No room.");
  }

  @Test
  void aFailureWithoutAMessageIsToldByItsKind() {
    assertThat(Sentence.of(new IllegalStateException()))
        .isEqualTo("That did not work (IllegalStateException).");
    assertThat(Sentence.of(new IllegalStateException(" ")))
        .isEqualTo("That did not work (IllegalStateException).");
  }
}
