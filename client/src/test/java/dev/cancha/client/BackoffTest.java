package dev.cancha.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final long LEAST = 0;
  private static final long MOST = -1;

  private static List<Long> waits(long bits) {
    Backoff backoff = new Backoff(() -> bits);
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      waits.add(backoff.next().toMillis());
    }
    return waits;
  }

  @Test
  void theLeastChanceGivesHalfOfEachWait() {
    assertThat(waits(LEAST)).containsExactly(250L, 500L, 1_000L, 2_000L, 4_000L, 5_000L, 5_000L);
  }

  @Test
  void theMostChanceGivesAllOfEachWait() {
    assertThat(waits(MOST)).containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L);
  }

  @Test
  void aResetBeginsAnewAndAThousandFailuresDoNotOverflow() {
    Backoff backoff = new Backoff(() -> LEAST);
    for (int i = 0; i < 1_000; i++) {
      backoff.next();
    }
    assertThat(backoff.next()).hasMillis(5_000);
    backoff.reset();
    assertThat(backoff.next()).hasMillis(250);
  }

  @Test
  void whatTheServerAsksForIsTheLeast() {
    assertThat(new Backoff(() -> LEAST).after(4_000)).hasMillis(4_000);
    assertThat(new Backoff(() -> MOST).after(4_000)).hasMillis(6_000);
  }

  @Test
  void clientsThatWereLostTogetherDoNotComeBackTogether() {
    SplittableRandom chance = new SplittableRandom(7);
    Backoff backoff = new Backoff(chance::nextLong);
    List<Long> firsts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      firsts.add(backoff.next().toMillis());
      backoff.reset();
    }
    assertThat(firsts).allSatisfy(wait -> assertThat(wait).isBetween(250L, 500L));
    assertThat(firsts.stream().distinct().count()).isGreaterThan(50);
  }
}
