package dev.cancha.app.load;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is measured of rooms that tick.
 *
 * @param rooms how many rooms of eight, for one trial each, 1 to 2,000
 * @param contenders the servers that are measured, the bare one among them
 * @param seconds of one measured interval, 1 to 600
 * @param intervals measured of each server in each trial, 1 to 100
 * @param warmUp how many matches all rooms play before, 0 to 100
 * @param botRooms how many rooms of eight bots, 0 to 5,000; 0 leaves that trial out
 */
record TicksPlan(List<Integer> rooms, SortedSet<Contender> contenders, int seconds, int intervals, int warmUp,
    int botRooms) {
  TicksPlan {
    rooms = List.copyOf(rooms);
    contenders = Collections.unmodifiableSortedSet(new TreeSet<>(contenders));
    Plan.check("--rooms", rooms.size(), 1, 20);
    for (int each : rooms) {
      Plan.check("--rooms", each, 1, 2_000);
    }
    Plan.check("--seconds", seconds, 1, 600);
    Plan.check("--intervals", intervals, 1, 100);
    Plan.check("--warm-up", warmUp, 0, 100);
    Plan.check("--bots", botRooms, 0, 5_000);
  }

  /** An interval is measured in the middle of a match, when all rooms have begun and none has ended. */
  int secondsOfAMatch() {
    return Math.max(5, seconds + 3);
  }
}
