package dev.cancha.server.room;

import dev.cancha.common.game.Result;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A match, running or over.
 *
 * @param plan what it was started with
 * @param truth the game's whole state
 * @param turns each seat in turn, to the revision at which its turn began; in a match that ticks, the match's
 * @param gone the seats that resigned, ran out of time or were absent for too long
 * @param clocks absent where there are none
 * @param result absent while it runs
 * @param time of the last settled step, in milliseconds since the match started
 * @param era the revision at which the room last went on from its journal while some of what it had shown may be lost;
 *     0 if never. It has part in all chance after it, so that nobody knows from what is lost what will be drawn
 */
record Match(Plan plan, Object truth, SortedMap<Integer, Long> turns, SortedSet<Integer> gone,
    @Nullable Clocks clocks, @Nullable Result result, long time, long era) {
  /**
   * What does not change in a match.
   *
   * @param id new for each match
   * @param number which match of its room it is, from 0
   * @param start when it started
   */
  record Plan(String id, Seed seed, int number, SortedSet<Integer> seats, Start start) {
    Plan {
      seats = Collections.unmodifiableSortedSet(new TreeSet<>(seats));
    }
  }

  /**
   * When a match started.
   *
   * @param at in room time
   * @param rev the revision that showed it
   * @param position of the input that made it so
   * @param wallMillis wall-clock time, since 1970
   */
  record Start(long at, long rev, long position, long wallMillis) {}

  /** Takes over the collections, which nobody changes any more: a match that ticks is made anew too often to copy. */
  Match {
    turns = Collections.unmodifiableSortedMap(turns);
    gone = Collections.unmodifiableSortedSet(gone);
  }

  long timeAt(long roomMillis) {
    return result == null ? roomMillis - plan.start().at() : time;
  }

  boolean plays(int seat) {
    return plan.seats().contains(seat) && !gone.contains(seat);
  }

  Match with(Object newTruth) {
    return new Match(plan, newTruth, turns, gone, clocks, result, time, era);
  }

  Match withTurns(SortedMap<Integer, Long> newTurns, @Nullable Clocks newClocks) {
    return new Match(plan, truth, newTurns, gone, newClocks, result, time, era);
  }

  Match withGone(int seat) {
    SortedSet<Integer> more = new TreeSet<>(gone);
    more.add(seat);
    return new Match(plan, truth, turns, more, clocks, result, time, era);
  }

  Match withClocks(@Nullable Clocks newClocks) {
    return new Match(plan, truth, turns, gone, newClocks, result, time, era);
  }

  /** Clocks read at {@code roomMillis}. */
  Match settled(long roomMillis) {
    long now = timeAt(roomMillis);
    return new Match(plan, truth, turns, gone, clocks == null ? null : clocks.at(now, turns.keySet()), result,
        now, era);
  }

  /** The same with its clocks as they were read in {@code before}, which is this match a step ago. */
  Match unread(Match before) {
    return new Match(plan, truth, turns, gone, before.clocks, result, before.time, era);
  }

  Match in(long newEra) {
    return new Match(plan, truth, turns, gone, clocks, result, time, newEra);
  }

  Match ended(Result how) {
    return new Match(plan, truth, new TreeMap<>(), gone, null, how, time, era);
  }
}
