package dev.cancha.testkit.sim;

/** Something that happens at a time of the world; of two at the same time, the one that was planned first. */
record Event(long nanos, long order, Runnable action) implements Comparable<Event> {
  @Override
  public int compareTo(Event other) {
    return nanos != other.nanos ? Long.compare(nanos, other.nanos) : Long.compare(order, other.order);
  }
}
