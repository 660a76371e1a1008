package dev.cancha.common.bots;

import dev.cancha.common.game.Chance;

/**
 * The quick chance of those who think many games ahead: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), its numbers
 * brought below a bound by the high half of a product (Lemire, 2019) without the last correction: with a bound of a
 * million that is off by less than one in 10^12. Not for matches, whose draws must not be guessed. Owner: one thread.
 */
public final class SplitMix implements Chance {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  public SplitMix(long seed) {
    state = seed;
  }

  /** One whose seed is drawn from {@code chance}. */
  public static SplitMix from(Chance chance) {
    return new SplitMix(((long) chance.below(Integer.MAX_VALUE) << 31) ^ chance.below(Integer.MAX_VALUE));
  }

  @Override
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound " + bound + " is below 1");
    }
    return (int) Math.unsignedMultiplyHigh(next(), bound);
  }

  /** 64 bits. */
  public long next() {
    state += GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
