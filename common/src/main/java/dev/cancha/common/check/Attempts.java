package dev.cancha.common.check;

import dev.cancha.common.game.Chance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Acts that are tried whether they are legal or not: those that were legal for somebody at some time, and some that are
 * drawn from what their type allows. Owner: the thread that checks.
 */
final class Attempts<A> {
  /** Enough of what was legal at other times. */
  private static final int MOST_SEEN = 40;
  private static final int DRAWN = 6;

  private final Class<A> type;
  private final SequencedSet<A> seen = new LinkedHashSet<>();

  Attempts(Class<A> type) {
    this.type = type;
  }

  void saw(List<A> acts) {
    for (A act : acts) {
      if (seen.size() == MOST_SEEN) {
        return;
      }
      seen.add(act);
    }
  }

  List<A> at(Chance chance) {
    List<A> all = new ArrayList<>(seen);
    for (int i = 0; i < DRAWN; i++) {
      Object drawn = Values.of(type, chance);
      if (drawn != null) {
        all.add(type.cast(drawn));
      }
    }
    return all;
  }
}
