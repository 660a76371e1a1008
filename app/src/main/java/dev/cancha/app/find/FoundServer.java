package dev.cancha.app.find;

import dev.cancha.client.Endpoint;
import dev.cancha.common.wire.Framing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server that was found. Everything in it comes from that server, or from one that pretends to be it.
 *
 * @param id of the server, the same for all that is heard of it
 * @param name as players see it: 1 to 40 characters, none of them invisible
 * @param hosts addresses at which it was heard, at least one, the best one first; IPv6 without brackets
 * @param port the TCP port
 * @param version of the product, or null where it is not known yet
 * @param games ids of the games on offer
 * @param rooms that are public, newest first; all of them once {@code reach} is {@link Reach#YES}
 * @param reach whether its port answers
 */
public record FoundServer(String id, String name, List<String> hosts, int port, @Nullable String version,
    List<String> games, List<FoundRoom> rooms, Reach reach) {

  /** Whether a server that was heard of answers on its port. */
  public enum Reach {
    /** Nobody has tried yet. */
    UNKNOWN,
    /** It answered {@code hello}, at the first of its hosts. */
    YES,
    /** None of its hosts let a connection through: a firewall on the server's machine, most often. */
    NO
  }

  public FoundServer {
    hosts = List.copyOf(hosts);
    games = List.copyOf(games);
    rooms = List.copyOf(rooms);
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("a server is found somewhere");
    }
  }

  /** The best address. */
  public String host() {
    return hosts.getFirst();
  }

  /** Where to connect. */
  public Endpoint endpoint() {
    return new Endpoint(Framing.FRAMES, host(), port, "");
  }

  /** Host and port as people write them. */
  public String address() {
    return (host().contains(":") ? "[" + host() + "]" : host()) + ":" + port;
  }

  /** The public room with {@code code}, case ignored. */
  public Optional<FoundRoom> room(String code) {
    String wanted = code.toUpperCase(Locale.ROOT);
    return rooms.stream().filter(room -> room.code().equals(wanted)).findFirst();
  }
}
