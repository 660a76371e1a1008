package dev.cancha.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimRandomTest {
  /** The first numbers of the published SplitMix64 for the seed 1234567. */
  @Test
  void theNumbersAreThoseOfSplitMix64() {
    SimRandom random = new SimRandom(1234567);
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("6457827717110365317");
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("3203168211198807973");
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("9817491932198370423");
  }

  @Test
  void aForkDependsOnSeedAndNameAloneAndNotOnWhatWasDrawn() {
    SimRandom fresh = new SimRandom(5);
    SimRandom used = new SimRandom(5);
    used.nextLong();
    assertThat(used.fork("disk").nextLong()).isEqualTo(fresh.fork("disk").nextLong());
    assertThat(fresh.fork("disk").nextLong()).isNotEqualTo(fresh.fork("net").nextLong());
    assertThat(fresh.fork("disk").nextLong()).isNotEqualTo(new SimRandom(6).fork("disk").nextLong());
  }

  @Test
  void drawsKeepTheirBoundsAndReachThem() {
    SimRandom random = new SimRandom(1);
    boolean[] drawn = new boolean[4];
    for (int i = 0; i < 200; i++) {
      drawn[random.nextInt(3)] = true;
      long number = random.between(-2, 1);
      assertThat(number).isBetween(-2L, 1L);
      drawn[3] |= number == 1;
      assertThat(random.between(Duration.ofMillis(1), Duration.ofMillis(2))).isBetween(Duration.ofMillis(1),
          Duration.ofMillis(2));
      assertThat(random.pick(List.of("a", "b"))).isIn("a", "b");
    }
    assertThat(drawn).containsOnly(true);
    assertThat(random.between(Long.MIN_VALUE, Long.MAX_VALUE)).isNotZero();
    assertThat(random.chance(0)).isFalse();
    assertThat(random.chance(1)).isTrue();
  }

  @Test
  void bytesOfAnyCountAreFilled() {
    byte[] bytes = new byte[1001];
    new SimRandom(3).fill(bytes);
    assertThat(bytes[1000]).isNotZero();
    assertThat(bytes).contains((byte) 0, (byte) -1, (byte) 77);
  }
}
