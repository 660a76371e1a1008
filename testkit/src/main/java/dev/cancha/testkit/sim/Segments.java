package dev.cancha.testkit.sim;

import java.util.Arrays;

/**
 * The pieces in which the bytes of a pipe travel, first those that have arrived, then those on the way. Owner: the pipe
 * that they are in.
 */
final class Segments {
  /** The length of the end of the stream, always the last. */
  static final int END = 0;
  /** The length of what finishes the handshake, always the first. */
  static final int BEGIN = -1;

  private long[] arrivals = new long[8];
  private int[] lengths = new int[8];
  private int first;
  private int size;
  private int arrived;

  void add(long arrival, int length) {
    if (size == lengths.length) {
      grow();
    }
    int at = at(size);
    arrivals[at] = arrival;
    lengths[at] = length;
    size++;
  }

  boolean anyOnTheWay() {
    return arrived < size;
  }

  /** Of the first one on the way. */
  long nextArrival() {
    return arrivals[at(arrived)];
  }

  /** The first one on the way is here; gives its length. */
  int arrive() {
    return lengths[at(arrived++)];
  }

  int firstLength() {
    return lengths[first];
  }

  boolean hasArrived(int index) {
    return index < arrived;
  }

  int length(int index) {
    return lengths[at(index)];
  }

  /** Takes away the first one, which has arrived. */
  void takeFirst() {
    first = at(1);
    size--;
    arrived--;
  }

  /** Takes {@code count} bytes off the front. */
  void take(int count) {
    int left = count;
    while (left > 0) {
      int length = lengths[first];
      if (length > left) {
        lengths[first] = length - left;
        return;
      }
      left -= length;
      takeFirst();
    }
  }

  void dropUnarrived() {
    size = arrived;
  }

  private int at(int index) {
    return (first + index) & (lengths.length - 1);
  }

  private void grow() {
    int old = lengths.length;
    long[] largerArrivals = Arrays.copyOf(arrivals, 2 * old);
    int[] largerLengths = Arrays.copyOf(lengths, 2 * old);
    // What had gone round the end follows it now.
    System.arraycopy(arrivals, 0, largerArrivals, old, first);
    System.arraycopy(lengths, 0, largerLengths, old, first);
    arrivals = largerArrivals;
    lengths = largerLengths;
  }
}
