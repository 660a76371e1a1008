package dev.cancha.app.terminal;

import dev.cancha.common.message.ServerMessage.GameDescription;
import dev.cancha.common.message.ServerMessage.GameEntry;
import dev.cancha.common.message.ServerMessage.RoomEntry;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the client was told, which all screens look at. Immutable.
 *
 * @param servers that were found
 * @param server that it is connected to, as it was dialled; empty before
 * @param me who this player is there; {@code Me.NOBODY} before the welcome
 * @param described what the server said of games, by their id
 * @param rooms the list, as far as it is known
 * @param table the room that the player is in, or null
 * @param connected false while the connection is lost
 * @param now in milliseconds, from any beginning
 */
record World(List<Server> servers, String server, Me me, SortedMap<String, GameDescription> described,
    List<RoomEntry> rooms, @Nullable Table table, boolean connected, long now) {
  static final World EMPTY = new World(List.of(), "", Me.NOBODY, Collections.emptySortedMap(), List.of(),
      null, true, 0);

  /** @param games what can be played */
  record Me(String id, String name, List<GameEntry> games) {
    static final Me NOBODY = new Me("", "", List.of());

    Me {
      games = List.copyOf(games);
    }
  }

  World {
    servers = List.copyOf(servers);
    rooms = List.copyOf(rooms);
    described = Collections.unmodifiableSortedMap(new TreeMap<>(described));
  }

  World found(List<Server> list) {
    return new World(list, server, me, described, rooms, table, connected, now);
  }

  /** Nothing is known of the server that is dialled now. */
  World dialling(String address) {
    return new World(servers, address, Me.NOBODY, Collections.emptySortedMap(), List.of(), null, true, now);
  }

  World welcomed(Me who) {
    return new World(servers, server, who, described, rooms, table, true, now);
  }

  World knowing(GameDescription game) {
    SortedMap<String, GameDescription> more = new TreeMap<>(described);
    more.put(game.id(), game);
    return new World(servers, server, me, more, rooms, table, connected, now);
  }

  World listing(List<RoomEntry> list) {
    return new World(servers, server, me, described, list, table, connected, now);
  }

  World at(@Nullable Table newTable) {
    return new World(servers, server, me, described, rooms, newTable, connected, now);
  }

  World connected(boolean is) {
    return new World(servers, server, me, described, rooms, table, is, now);
  }

  World at(long millis) {
    return new World(servers, server, me, described, rooms, table, connected, millis);
  }

  /** The name of {@code game} for people. */
  String titleOf(String game) {
    return me.games()
        .stream()
        .filter(each -> each.id().equals(game))
        .map(GameEntry::title)
        .findFirst()
        .orElse(game);
  }
}
