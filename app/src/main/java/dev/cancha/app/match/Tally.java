package dev.cancha.app.match;

import dev.cancha.app.rating.Interval;
import dev.cancha.app.rating.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the matches of a league come to. They are given in the order of their numbers, so the same matches lead to the
 * same sums, whoever finished first. Owner: whoever holds it.
 */
final class Tally {
  private final List<Played> matches = new ArrayList<>();
  private final List<Score> scores = new ArrayList<>();
  private final Seen seen = Seen.nothing();
  private final SortedMap<String, Long> ends = new TreeMap<>();
  private @Nullable Played shortest;
  private @Nullable Played longest;
  private double firstPoints;
  private int firstGames;

  void add(Played played, Seen more) {
    matches.add(played);
    scores.add(played.score());
    seen.add(more);
    Seen.count(ends, played.end());
    shortest = shortest == null || played.length() < shortest.length() ? played : shortest;
    longest = longest == null || played.length() > longest.length() ? played : longest;
    firstPoints += played.share(Math.max(0, played.first()));
    firstGames++;
  }

  List<Played> matches() {
    return matches;
  }

  List<Score> scores() {
    return scores;
  }

  Seen seen() {
    return seen;
  }

  SortedMap<String, Long> ends() {
    return ends;
  }

  @Nullable
  Played shortest() {
    return shortest;
  }

  @Nullable
  Played longest() {
    return longest;
  }

  /** What the seat that began had of its matches on average, 0 to 1, and the interval of that; half is no advantage. */
  Beginning beginning() {
    return new Beginning(firstGames == 0 ? 0.5 : firstPoints / firstGames,
        Interval.wilson(firstPoints, firstGames));
  }

  /** The share of who began; where several did, of the lowest seat. */
  record Beginning(double share, Interval interval) {}
}
