package dev.cancha.common.games.connectfour;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What everyone sees.
 *
 * @param columns all seven columns, 0 to 6, each as the digits of the seats whose discs lie in it, bottom first:
 *     0 to 6 characters
 * @param line once won, every cell of a completed line as {@code [column, row]}, row 0 at the bottom, by column and
 *     then by row; more than four when a disc completed a longer line or several; null before
 */
public record Grid(SortedMap<Integer, String> columns, @Nullable List<List<Integer>> line) {
  public Grid {
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    line = line == null ? null : List.copyOf(line);
  }
}
