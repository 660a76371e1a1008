package dev.cancha.testkit.match;

import dev.cancha.testkit.Replays;
import org.junit.jupiter.api.Test;

class ReplayedMatchTest {
  @Test
  void aMatchOfDudoComesOutAgain() {
    Replays.verify(ReplayedMatchTest.class, "dudo.jsonl");
  }
}
