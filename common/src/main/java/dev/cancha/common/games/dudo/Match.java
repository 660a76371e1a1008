package dev.cancha.common.games.dudo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The whole truth of a match, hidden dice included.
 *
 * @param round the round that is played, or the last one once the match is over
 * @param showdown the last call, from it to the next bid; null otherwise
 * @param hadOne the seats that have come down to one die at some time: each has one special round only
 * @param out the seats without dice, in the order of going out
 */
public record Match(Round round, @Nullable Showdown showdown, SortedSet<Integer> hadOne, List<Integer> out) {
  public Match {
    hadOne = Collections.unmodifiableSortedSet(new TreeSet<>(hadOne));
    out = List.copyOf(out);
  }

  boolean over() {
    return round.cups().in().size() == 1;
  }

  /** Whether the cups of this very round were lifted, so that nothing is hidden: after the match's last call. */
  boolean lifted() {
    return showdown != null && showdown.verdict().round() == round.number();
  }

  /** After a call or an absence: {@code seat} now has {@code left} dice. */
  Match settled(@Nullable Showdown lastCall, int seat, int left) {
    SortedSet<Integer> had = new TreeSet<>(hadOne);
    List<Integer> gone = new ArrayList<>(out);
    if (left == 1) {
      had.add(seat);
    } else if (left == 0) {
      gone.add(seat);
    }
    return new Match(round, lastCall, had, gone);
  }

  Match in(Round other) {
    return new Match(other, showdown, hadOne, out);
  }
}
