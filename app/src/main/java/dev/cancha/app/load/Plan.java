package dev.cancha.app.load;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is measured.
 *
 * @param rooms how many rooms of two, for one trial each, 1 to 10,000
 * @param contenders the servers that are measured, the bare one among them
 * @param seconds of one measured interval, 1 to 600
 * @param intervals measured of each server in each trial, 1 to 100
 * @param warmUpActs that each server is played on before, 0 to 100,000,000: acts and not seconds, since it is those
 *     that make a JVM compile
 * @param thinkMillis that each player thinks about an act on average while it is measured, 0 to 10,000: without, the
 *     processor is never idle, and an act waits for all others
 */
record Plan(List<Integer> rooms, SortedSet<Contender> contenders, int seconds, int intervals,
    int warmUpActs, int thinkMillis) {
  Plan {
    rooms = List.copyOf(rooms);
    contenders = Collections.unmodifiableSortedSet(new TreeSet<>(contenders));
    check("--rooms", rooms.size(), 1, 20);
    for (int each : rooms) {
      check("--rooms", each, 1, 10_000);
    }
    check("--seconds", seconds, 1, 600);
    check("--intervals", intervals, 1, 100);
    check("--warm-up", warmUpActs, 0, 100_000_000);
    check("--think", thinkMillis, 0, 10_000);
  }

  static void check(String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          option + " must be " + min + " to " + max + ", but is " + value + ".");
    }
  }
}
