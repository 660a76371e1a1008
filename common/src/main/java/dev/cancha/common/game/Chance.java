package dev.cancha.common.game;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The only source of chance that rules have. In a match its draws follow from the match's seed alone. */
@FunctionalInterface
public interface Chance {
  /** An integer from 0 to {@code bound} - 1, each equally likely; {@code bound} is at least 1. */
  int below(int bound);

  /** One of {@code things}, each equally likely; there is at least one. One draw. */
  default <T> T pick(List<T> things) {
    return things.get(below(things.size()));
  }

  /** {@code things} in an order of which each is equally likely. One draw less than there are things. */
  default <T> List<T> shuffled(List<T> things) {
    List<T> shuffled = new ArrayList<>(things);
    for (int last = shuffled.size() - 1; last > 0; last--) {
      Collections.swap(shuffled, last, below(last + 1));
    }
    return List.copyOf(shuffled);
  }
}
