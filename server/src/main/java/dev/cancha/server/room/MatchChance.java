package dev.cancha.server.room;

import dev.cancha.common.game.Chance;
import java.nio.ByteBuffer;

/**
 * The chance of one input: draw number c of the input at position p is the first eight bytes of
 * SHA-256(seed, p, c), the numbers as 8 bytes big-endian, so that a replay outlives any random generator of a JDK.
 * Lives for one step.
 */
final class MatchChance implements Chance {
  private final byte[] seed;
  private final long position;
  private long counter;

  MatchChance(Seed seed, long position) {
    this.seed = seed.bytes();
    this.position = position;
  }

  /** Draws again where 2^63 is no multiple of {@code bound} and the draw fell behind the last whole one. */
  @Override
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound " + bound + " is below 1");
    }
    long limit = Long.MAX_VALUE - Long.MAX_VALUE % bound;
    long draw;
    do {
      draw = next() >>> 1;
    } while (draw >= limit);
    return (int) (draw % bound);
  }

  private long next() {
    byte[] block = ByteBuffer.allocate(seed.length + 16)
        .put(seed)
        .putLong(position)
        .putLong(counter++)
        .array();
    return ByteBuffer.wrap(Seed.sha256().digest(block)).getLong();
  }
}
