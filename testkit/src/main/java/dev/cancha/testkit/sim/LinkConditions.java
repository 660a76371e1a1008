package dev.cancha.testkit.sim;

import java.time.Duration;

/**
 * How the network is in one direction. Immutable.
 *
 * @param delay from the sender's kernel to the receiver's
 * @param jitter on top, drawn anew for every segment from nothing to this; order is kept, so one late segment holds up
 *     those behind it
 * @param synDelay what opening a connection takes on top, such as a busy host's
 * @param segmentBytes the largest piece in which bytes travel; each is drawn from 1 byte to this. 1 is the worst
 * @param coalescing how probable it is that a read goes on into the next segment that has arrived, 0 to 1
 * @param windowBytes how much the sender's kernel takes before the receiver has read: then writes wait
 */
public record LinkConditions(Duration delay, Duration jitter, Duration synDelay, int segmentBytes,
    double coalescing, int windowBytes) {
  /** One switch between the two: what a class room has. */
  public static final LinkConditions LAN = new LinkConditions(Duration.ofNanos(150_000),
      Duration.ofNanos(100_000), Duration.ZERO, 64 * 1024, 1, 256 * 1024);

  public LinkConditions {
    if (delay.isNegative() || jitter.isNegative() || synDelay.isNegative()) {
      throw new IllegalArgumentException("nothing arrives before it was sent");
    }
    if (segmentBytes < 1 || windowBytes < 1 || !(coalescing >= 0 && coalescing <= 1)) {
      throw new IllegalArgumentException(
          "segments and window have at least a byte, and coalescing is 0 to 1");
    }
  }

  public LinkConditions withDelay(Duration least, Duration most) {
    return new LinkConditions(least, most.minus(least), synDelay, segmentBytes, coalescing, windowBytes);
  }

  public LinkConditions withSynDelay(Duration extra) {
    return new LinkConditions(delay, jitter, extra, segmentBytes, coalescing, windowBytes);
  }

  /** Pieces of 1 to {@code most} bytes, never read together. */
  public LinkConditions withSegments(int most) {
    return new LinkConditions(delay, jitter, synDelay, most, 0, windowBytes);
  }

  public LinkConditions withCoalescing(double probability) {
    return new LinkConditions(delay, jitter, synDelay, segmentBytes, probability, windowBytes);
  }

  public LinkConditions withWindow(int bytes) {
    return new LinkConditions(delay, jitter, synDelay, segmentBytes, coalescing, bytes);
  }
}
