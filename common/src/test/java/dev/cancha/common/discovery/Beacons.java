package dev.cancha.common.discovery;

import dev.cancha.common.message.Phase;
import java.util.List;
import java.util.TreeMap;

/** Beacons for tests. */
final class Beacons {
  static final Beacon.Room ROOM = new Beacon.Room("KX3F", "connectFour", Phase.LOBBY, 2, 1, false);

  private Beacons() {}

  static Beacon of(String id) {
    return new Beacon(id, "Liceo 7", "0.1.0", 1, 7777, games("connectFour"), List.of(ROOM), 0);
  }

  static TreeMap<String, String> games(String... ids) {
    TreeMap<String, String> games = new TreeMap<>();
    for (String id : ids) {
      games.put(id, "1");
    }
    return games;
  }
}
