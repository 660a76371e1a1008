package dev.cancha.server.room;

import dev.cancha.common.game.Chance;
import java.nio.ByteBuffer;

/**
 * The chance of one step: draw number c of the step at position p is the first eight bytes of SHA-256(seed, p, c), the
 * numbers as 8 bytes big-endian, so that a replay outlives any random generator of a JDK; of SHA-256(seed, p, c, e) in
 * an {@link Match#era era} e above 0. A step counts its draws, so none comes twice in it, and those of a refused input
 * are taken back with it. Lives for one step.
 */
final class MatchChance implements Chance {
  private final Seed seed;
  private final Place place;
  private final Count count;

  /** Which step of its match it is. */
  record Place(long era, long position) {}

  /** How many draws a step has taken. */
  static final class Count {
    private long draws;

    Count() {}

    Count(Count of) {
      draws = of.draws;
    }
  }

  /** Of a step that has drawn nothing yet. */
  MatchChance(Seed seed, Place place) {
    this(seed, place, new Count());
  }

  MatchChance(Seed seed, Place place, Count count) {
    this.seed = seed;
    this.place = place;
    this.count = count;
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
    ByteBuffer block = ByteBuffer.allocate(bytes.length + (place.era == 0 ? 16 : 24))
        .put(bytes)
        .putLong(place.position)
        .putLong(count.draws++);
    if (place.era > 0) {
      block.putLong(place.era);
    }
    return ByteBuffer.wrap(Seed.sha256().digest(block.array())).getLong();
  }
}
