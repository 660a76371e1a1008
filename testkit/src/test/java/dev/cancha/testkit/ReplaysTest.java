package dev.cancha.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReplaysTest {
  @Test
  void aDamagedReplayFailsWithTheLine() {
    assertThatThrownBy(() -> Replays.verify(ReplaysTest.class, "damaged.jsonl"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "damaged.jsonl: line 3, the step at position 6, is damaged: its bytes are not those that were"
                + " written.");
  }

  @Test
  void aReplayThatIsNotThereFails() {
    assertThatThrownBy(() -> Replays.verify(ReplaysTest.class, "none.jsonl"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("there is no resource none.jsonl");
  }
}
