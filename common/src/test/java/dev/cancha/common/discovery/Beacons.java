package dev.cancha.common.discovery;

import dev.cancha.common.message.Phase;
import java.util.List;
import java.util.TreeMap;

/** Beacons for tests. */
final class Beacons {
  static final Beacon.Room ROOM = new Beacon.Room("KX3F", "connectFour", Phase.LOBBY, 2, 1, false);

  private Beacons() {}

  static Beacon of(String id, String... games) {
    TreeMap<String, String> offered = new TreeMap<>();
    for (String game : games) {
      offered.put(game, "1");
    }
    return new Beacon(id, "Liceo 7", "0.1.0", 1, 7777, offered, List.of(ROOM), 0);
  }
}
