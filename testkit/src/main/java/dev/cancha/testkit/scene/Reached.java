package dev.cancha.testkit.scene;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rare states that a run has come to, and how often: a swarm that never gets there proves nothing about them.
 * Owner: the world's thread.
 */
public final class Reached {
  private final SortedMap<String, Long> counts = new TreeMap<>();

  public void note(String state) {
    counts.merge(state, 1L, Long::sum);
  }

  public SortedMap<String, Long> counts() {
    return Collections.unmodifiableSortedMap(counts);
  }
}
