package dev.cancha.testkit.sim;

import java.time.Duration;
import java.util.List;

/**
 * Chance from a seed: SplitMix64 (Steele, Lea and Flood, 2014), the same on every JVM. Each part of a world draws from
 * a stream of its own, {@link #fork}ed by name, so that one more draw in one part shifts nothing in the others. Owner:
 * whoever made it.
 */
public final class SimRandom {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private final long seed;
  private long state;

  public SimRandom(long seed) {
    this.seed = seed;
    this.state = seed;
  }

  /** A stream of its own. It depends on the seed and the name alone, not on what was drawn here before. */
  public SimRandom fork(String name) {
    long hash = 0xCBF29CE484222325L; // FNV-1a
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
    }
    return new SimRandom(mixed(seed ^ mixed(hash)));
  }

  public long nextLong() {
    state += GAMMA;
    return mixed(state);
  }

  /** 0 to less than {@code bound}. */
  public int nextInt(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** {@code least} to {@code most}, both included. */
  public long between(long least, long most) {
    return least + Math.unsignedMultiplyHigh(nextLong(), most - least + 1);
  }

  /** {@code least} to {@code most}, to the nanosecond. */
  public Duration between(Duration least, Duration most) {
    return Duration.ofNanos(between(least.toNanos(), most.toNanos()));
  }

  /** True with the {@code probability} 0 to 1. */
  public boolean chance(double probability) {
    return (nextLong() >>> 11) * 0x1p-53 < probability;
  }

  /** One of {@code choices}. */
  public <T> T pick(List<T> choices) {
    return choices.get(nextInt(choices.size()));
  }

  public void fill(byte[] bytes) {
    for (int i = 0; i < bytes.length; i += Long.BYTES) {
      long bits = nextLong();
      for (int j = i; j < Math.min(bytes.length, i + Long.BYTES); j++) {
        bytes[j] = (byte) bits;
        bits >>>= Byte.SIZE;
      }
    }
  }

  private static long mixed(long z) {
    long once = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
    return twice ^ (twice >>> 31);
  }
}
