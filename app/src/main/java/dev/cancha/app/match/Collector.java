package dev.cancha.app.match;

import dev.cancha.app.rating.Score;
import dev.cancha.app.rating.Sprt;
import dev.cancha.app.rating.Sprt.Standing;
import dev.cancha.app.rating.Sprt.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes matches as they come and counts them in the order of their numbers, up to the one with which a sequential
 * test is decided: what was played beyond that by chance, since several threads play, does not count. Any thread.
 */
final class Collector {
  private final Plan plan;
  private final int total;
  private final Tally tally = new Tally();
  private final BitSet known = new BitSet();
  /** Those that wait for one before them. */
  private final SortedMap<Integer, Waiting> waiting = new TreeMap<>();
  private int next = 1;
  private int handedOut;
  /** What the first of two bots had of each group, of so many matches. */
  private final List<Double> shares = new ArrayList<>();
  private int judged;
  private @Nullable Standing standing;
  private boolean decided;
  private boolean stopped;

  private record Waiting(Played played, Seen seen) {}

  Collector(Plan plan) {
    this.plan = plan;
    total = (int) plan.schedule().total();
  }

  /** The number of a match that nobody plays yet; 0 where there is none any more. */
  synchronized int take() {
    if (stopped || decided) {
      return 0;
    }
    do {
      handedOut++;
    } while (known.get(handedOut));
    return handedOut <= total ? handedOut : 0;
  }

  /** A match is over. */
  synchronized void add(Played played, Seen seen) {
    int number = played.number();
    if (number < 1 || number > total || known.get(number)) {
      throw MatchError.failed("match " + number + " is there twice, or is none of this league.");
    }
    known.set(number);
    waiting.put(number, new Waiting(played, seen));
    while (!decided && waiting.containsKey(next)) {
      Waiting first = waiting.remove(next);
      if (first != null) {
        tally.add(first.played, first.seen);
      }
      look(next);
      next++;
    }
  }

  /** Whether the test is decided by the matches up to {@code number}. */
  private void look(int number) {
    Sprt sprt = plan.sprt();
    if (sprt != null && plan.schedule().lastOfGroup(number) == number) {
      List<Score> scores = tally.scores();
      shares.addAll(Sprt.shares(scores.subList(judged, scores.size())));
      judged = scores.size();
      Standing now = sprt.after(shares);
      standing = now;
      decided = now.verdict() != Verdict.OPEN;
    }
  }

  /** Nobody is to begin another match. */
  synchronized void stop() {
    stopped = true;
  }

  synchronized boolean stopped() {
    return stopped;
  }

  /** Whether there is nothing left to play. */
  synchronized boolean complete() {
    return decided || next > total;
  }

  /** How many are over; those that do not count among them. */
  synchronized int over() {
    return known.cardinality();
  }

  int total() {
    return total;
  }

  /** Where the test stands; null where there is none, or nothing was played. */
  synchronized @Nullable Standing standing() {
    return standing;
  }

  /** What counts so far. Nothing may be added meanwhile. */
  Tally tally() {
    return tally;
  }
}
