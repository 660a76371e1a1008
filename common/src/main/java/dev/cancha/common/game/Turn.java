package dev.cancha.common.game;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What {@link Game#turn} answers: sets of seats that cannot be changed, in the order of the seats. */
public final class Turn {
  private static final SortedSet<Integer> NOBODY = Collections.emptySortedSet();

  private Turn() {}

  /** The match is over. */
  public static SortedSet<Integer> nobody() {
    return NOBODY;
  }

  /** One seat, or several that may act at the same time, each without knowing of the others. */
  public static SortedSet<Integer> of(Integer... seats) {
    return of(Arrays.asList(seats));
  }

  /** As many as there are in {@code seats}. */
  public static SortedSet<Integer> of(Collection<Integer> seats) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(seats));
  }
}
