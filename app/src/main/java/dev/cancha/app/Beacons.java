package dev.cancha.app;

import dev.cancha.common.discovery.Beacon;
import dev.cancha.common.discovery.PlainName;
import dev.cancha.common.game.Game;
import dev.cancha.common.message.Protocol;
import dev.cancha.common.message.ServerMessage.RoomEntry;
import dev.cancha.server.CanchaServer;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a server tells of itself to those who look for servers: nothing that is not in its public lists anyway. */
final class Beacons {
  private Beacons() {}

  static Beacon of(String id, String name, List<Game<?, ?>> games, CanchaServer server) {
    SortedMap<String, String> offered = new TreeMap<>();
    games.stream().limit(Beacon.MAX_GAMES).forEach(game -> offered.put(game.info().id(), rules(game)));
    List<RoomEntry> all = server.publicRooms();
    List<Beacon.Room> rooms = all.stream()
        .limit(Beacon.MAX_ROOMS)
        .map(row -> new Beacon.Room(row.code(), row.game(), row.phase(), row.seats(), row.taken(),
            row.locked()))
        .toList();
    return new Beacon(id, PlainName.of(name), Commands.version(), Protocol.VERSION, server.port(), offered,
        rooms,
        all.size() - rooms.size());
  }

  /** A game may call its versions anything. */
  private static String rules(Game<?, ?> game) {
    return Beacon.isVersion(game.rules()) ? game.rules() : "other";
  }
}
