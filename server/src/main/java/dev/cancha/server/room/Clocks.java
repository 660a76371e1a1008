package dev.cancha.server.room;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The clocks of a match: what each had left at {@code time}. Those of the seats in turn run.
 *
 * @param millis seat to milliseconds left: of every seat with a bank, of the seats in turn with a turn limit
 * @param time the match time, in milliseconds, at which that was so
 */
record Clocks(SortedMap<Integer, Long> millis, long time) {
  Clocks {
    millis = Collections.unmodifiableSortedMap(new TreeMap<>(millis));
  }

  /** The same clocks read at {@code now}; none falls below 0. */
  Clocks at(long now, Collection<Integer> running) {
    SortedMap<Integer, Long> left = new TreeMap<>(millis);
    left.replaceAll((seat, before) -> running.contains(seat) ? Math.max(0, before - (now - time)) : before);
    return new Clocks(left, now);
  }

  Clocks with(int seat, long left) {
    SortedMap<Integer, Long> changed = new TreeMap<>(millis);
    changed.put(seat, left);
    return new Clocks(changed, time);
  }

  /** Only the clocks of {@code seats}. */
  Clocks of(Collection<Integer> seats) {
    SortedMap<Integer, Long> kept = new TreeMap<>(millis);
    kept.keySet().retainAll(seats);
    return new Clocks(kept, time);
  }

  long left(int seat) {
    return millis.getOrDefault(seat, Long.MAX_VALUE);
  }
}
