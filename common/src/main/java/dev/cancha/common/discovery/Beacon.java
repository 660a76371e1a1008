package dev.cancha.common.discovery;

import dev.cancha.common.message.Phase;
import dev.cancha.common.message.Protocol;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a server tells of itself to everyone in its networks. There is no address in it: a server is where its
 * datagram came from, so that nobody can send others somewhere else. Private rooms cannot be in it: their codes are
 * longer.
 *
 * @param id of the running server, 16 hex digits: the same in all of its datagrams, in whichever network
 * @param name as players see it, 1 to 40 characters, without control and format characters
 * @param version of the product, 1 to 40 characters of ASCII
 * @param protocol version of the wire protocol, 1 to 1,000,000
 * @param port the TCP port for everything, 1 to 65,535
 * @param games on offer, id to the version of its rules, at most 64; the first ones where they do not all fit
 * @param rooms that are public, newest first, at most 10; fewer where they do not all fit
 * @param more public rooms that are not in {@code rooms}, 0 to 1,000,000
 */
public record Beacon(String id, String name, String version, int protocol, int port,
    SortedMap<String, String> games, List<Room> rooms, int more) {
  public static final int MAX_ROOMS = 10;
  public static final int MAX_GAMES = 64;
  private static final int MAX_MORE = 1_000_000;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
  private static final Pattern VERSION = Pattern.compile("[!-~]{1,40}");
  private static final Pattern GAME = Pattern.compile("[a-z][A-Za-z0-9]{0,31}");

  public Beacon {
    require(ID.matcher(id).matches(), "'id' must be 16 hex digits");
    require(PlainName.is(name), "'name' must have 1 to 40 characters, none of them invisible");
    require(VERSION.matcher(version).matches(), "'version' must be 1 to 40 characters of ASCII");
    range("protocol", protocol, 1, MAX_MORE);
    range("port", port, 1, 65_535);
    range("games", games.size(), 0, MAX_GAMES);
    games.forEach((game, rules) -> require(GAME.matcher(game).matches() && VERSION.matcher(rules).matches(),
        "'games' must be ids of games with the version of their rules"));
    range("rooms", rooms.size(), 0, MAX_ROOMS);
    range("more", more, 0, MAX_MORE);
    games = Collections.unmodifiableSortedMap(new TreeMap<>(games));
    rooms = List.copyOf(rooms);
  }

  /**
   * A public room.
   *
   * @param code four characters of the alphabet of codes
   * @param game its id
   * @param phase it is in
   * @param seats in all, 1 to 1,000
   * @param taken of them, 0 to {@code seats}
   * @param locked by a password
   */
  public record Room(String code, String game, Phase phase, int seats, int taken, boolean locked) {
    private static final int MAX_SEATS = 1_000;
    private static final Pattern CODE = Pattern
        .compile("[" + Protocol.CODE_ALPHABET + "]{" + Protocol.PUBLIC_CODE_LENGTH + "}");

    public Room {
      require(CODE.matcher(code).matches(), "'code' is not that of a public room");
      require(GAME.matcher(game).matches(), "'game' is no id of a game");
      range("seats", seats, 1, MAX_SEATS);
      range("taken", taken, 0, seats);
    }
  }

  /** Whether {@code text} may be a version. */
  public static boolean isVersion(String text) {
    return VERSION.matcher(text).matches();
  }

  /** The same with the first {@code count} rooms; the others count as {@code more}. */
  Beacon withRooms(int count) {
    return new Beacon(id, name, version, protocol, port, games, rooms.subList(0, count),
        more + rooms.size() - count);
  }

  /** The same with one game less, the last one. */
  Beacon withoutLastGame() {
    return new Beacon(id, name, version, protocol, port, games.headMap(games.lastKey()), rooms, more);
  }

  private static void range(String member, int value, int min, int max) {
    require(value >= min && value <= max, "'" + member + "' must be " + min + " to " + max);
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
