package dev.cancha.server.room;

import dev.cancha.common.game.Chance;
import java.nio.ByteBuffer;

/**
 * The chance of one step: draw number c of the step at position p is the first eight bytes of SHA-256(seed, p, c), the
 * numbers as 8 bytes big-endian, so that a replay outlives any random generator of a JDK. The step's draft counts the
 * draws, so none comes twice in it, and those of a refused input are taken back with it. Lives for one step.
 */
final class MatchChance implements Chance {
  private final Seed seed;
  private final Draft draft;

  MatchChance(Seed seed, Draft draft) {
    this.seed = seed;
    this.draft = draft;
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
    byte[] bytes = seed.bytes();
    byte[] block = ByteBuffer.allocate(bytes.length + 16)
        .put(bytes)
        .putLong(draft.position)
        .putLong(draft.draws++)
        .array();
    return ByteBuffer.wrap(Seed.sha256().digest(block)).getLong();
  }
}
