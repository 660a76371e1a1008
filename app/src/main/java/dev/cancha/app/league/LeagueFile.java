package dev.cancha.app.league;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A league as {@code cancha match --json} writes it, as far as the pages show it. What else stands in the file is
 * passed over.
 *
 * @param seed from which the matches were drawn
 * @param complete false where it was stopped before its end
 * @param matches in the order of their numbers
 * @param table best first
 * @param sprt where one was asked for
 */
record LeagueFile(String game, String title, String rules, long seed, int seats, boolean complete,
    List<Bot> bots, List<Match> matches, List<Row> table, List<Pair> pairs, @Nullable Sequential sprt,
    Coverage coverage,
    Run run) {
  /** {@code spec} is how it was named on the command line; what is not reproducible may play otherwise next time. */
  record Bot(String name, String spec, boolean reproducible) {}

  /**
   * One match.
   *
   * @param group matches of one seed share it
   * @param seats the bot in each seat, as an index
   * @param ranks of the seats, 1 is best
   * @param end   why it ended
   * @param ticks in games that tick
   */
  record Match(int number, int group, List<Integer> seats, List<Integer> ranks, String end, int acts,
      @Nullable Integer ticks, List<Fault> faults) {
    int length() {
      return ticks == null ? acts : ticks;
    }
  }

  /** What a bot did that it should not: {@code crash}, {@code timeout} or {@code illegal}. */
  record Fault(int seat, String kind) {}

  /** A line of the table; bounds are absent where nothing bounds the rating. */
  record Row(int rank, int bot, String name, int games, double points, int won, int drawn, int lost,
      double elo,
      @Nullable Double low, @Nullable Double high, int crashes, int timeouts, int illegal) {}

  /** What {@code one} had against {@code other}. */
  record Pair(int one, int other, int games, double points) {}

  /** A sequential test, and what it came to: {@code H0}, {@code H1} or {@code OPEN}. */
  record Sequential(double elo0, double elo1, double alpha, double beta, String verdict) {}

  /** What of the rules was gone through; {@code never} is what was not. */
  record Coverage(SortedMap<String, Long> acts, SortedMap<String, Long> events,
      SortedMap<String, Long> phases,
      SortedMap<String, Long> refusals, SortedMap<String, Long> ends, List<String> never,
      FirstSeat firstSeat) {}

  /** What who began had of the points, 0 to 1, with its interval. */
  record FirstSeat(double share, double low, double high) {}

  /** What differs from run to run. */
  record Run(String version, String machine, String started, double seconds, List<String> bots) {}

  /** The name of a bot by its index. */
  String name(int bot) {
    return bots.get(bot).name();
  }

  boolean ticks() {
    return matches.stream().anyMatch(match -> match.ticks() != null);
  }
}
