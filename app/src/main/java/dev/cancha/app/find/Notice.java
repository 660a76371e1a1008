package dev.cancha.app.find;

import dev.cancha.common.discovery.Beacon;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.ServerMessage.RoomEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of a server at one address, by whichever way.
 *
 * @param id of the server, or null where that way tells none
 * @param name as players see it
 * @param port the TCP port
 * @param version of the product, or null where it was not told
 * @param games ids of the games on offer, or null where they were not told
 * @param rooms that are public, or null where they were not told
 */
record Notice(@Nullable String id, String name, int port, @Nullable String version,
    @Nullable List<String> games,
    @Nullable Rooms rooms) {

  /** Public rooms, newest first; {@code all}: there are no others. */
  record Rooms(List<FoundRoom> rooms, boolean all) {
    Rooms {
      rooms = List.copyOf(rooms);
    }
  }

  /** What a beacon says. */
  static Notice of(Beacon beacon) {
    return new Notice(beacon.id(), beacon.name(), beacon.port(), beacon.version(),
        List.copyOf(beacon.games().keySet()),
        new Rooms(beacon.rooms().stream().map(Notice::room).toList(), beacon.more() == 0));
  }

  /**
   * The rooms of a server's list. They are shown to people and a server may be anyone's, so a room that no beacon could
   * tell of is left out.
   */
  static Rooms rooms(List<RoomEntry> entries) {
    List<FoundRoom> rooms = new ArrayList<>();
    for (RoomEntry entry : entries) {
      try {
        Phase phase = entry.phase();
        rooms.add(room(new Beacon.Room(entry.code(), entry.game(), phase, entry.seats(), entry.taken(),
            entry.locked())));
      } catch (IllegalArgumentException e) {
        // no room that could be joined by its code
      }
    }
    return new Rooms(rooms, true);
  }

  private static FoundRoom room(Beacon.Room room) {
    return new FoundRoom(room.code(), room.game(), room.phase(), room.seats(), room.taken(), room.locked());
  }
}
