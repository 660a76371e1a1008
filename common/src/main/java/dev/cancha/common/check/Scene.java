package dev.cancha.common.check;

import dev.cancha.common.bots.SplitMix;
import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Result;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A match at one moment.
 *
 * @param gone the seats that are gone for good
 * @param draws what the looks at this moment draw from: the same wherever the same step led here
 */
record Scene<S, A>(Rules<S, A> rules, Opening opening, S state, SortedSet<Integer> gone, long draws) {
  SortedSet<Integer> seats() {
    return opening.seats();
  }

  /** The seats that are not gone. */
  SortedSet<Integer> present() {
    SortedSet<Integer> present = new TreeSet<>(opening.seats());
    present.removeAll(gone);
    return present;
  }

  SortedSet<Integer> turn() {
    return rules.game().turn(state);
  }

  Optional<Result> result() {
    return rules.game().result(state);
  }

  boolean over() {
    return result().isPresent();
  }

  /** Chance of its own for each {@code salt}. */
  Chance chance(long salt) {
    return new SplitMix(new SplitMix(draws ^ (salt + 1) * 0xD1342543DE82EF95L).next());
  }
}
