package dev.cancha.common.games;

import dev.cancha.common.game.Chance;

/** Chance from a seed by SplitMix64: the same draws for the same seed, on every machine. Owner: the test's thread. */
public final class TestChance implements Chance {
  private long state;

  public TestChance(long seed) {
    state = seed;
  }

  @Override
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("nothing is below " + bound + " and not negative");
    }
    return (int) Long.remainderUnsigned(next() >>> 1, bound);
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
