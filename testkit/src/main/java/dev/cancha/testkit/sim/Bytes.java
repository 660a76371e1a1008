package dev.cancha.testkit.sim;

import io.netty.buffer.ByteBuf;

/** A queue of bytes: a ring that grows. Owner: the pipe that it is in. */
final class Bytes {
  private byte[] ring = new byte[256];
  private int first;
  private int size;

  int size() {
    return size;
  }

  void append(ByteBuf from, int count) {
    if (size + count > ring.length) {
      grow(size + count);
    }
    int at = (first + size) & (ring.length - 1);
    int upToEnd = Math.min(count, ring.length - at);
    from.readBytes(ring, at, upToEnd);
    from.readBytes(ring, 0, count - upToEnd);
    size += count;
  }

  void take(ByteBuf to, int count) {
    int upToEnd = Math.min(count, ring.length - first);
    to.writeBytes(ring, first, upToEnd);
    to.writeBytes(ring, 0, count - upToEnd);
    drop(count);
  }

  /** Drops the first {@code count}. */
  void drop(int count) {
    first = (first + count) & (ring.length - 1);
    size -= count;
  }

  /** Drops what is behind the first {@code count}. */
  void truncate(int count) {
    size = count;
  }

  private void grow(int least) {
    byte[] larger = new byte[Integer.highestOneBit(least - 1) << 1];
    int upToEnd = Math.min(size, ring.length - first);
    System.arraycopy(ring, first, larger, 0, upToEnd);
    System.arraycopy(ring, 0, larger, upToEnd, size - upToEnd);
    ring = larger;
    first = 0;
  }
}
