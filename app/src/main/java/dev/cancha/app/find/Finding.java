package dev.cancha.app.find;

import dev.cancha.app.find.FoundServer.Reach;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is known of one server that was found. Owner: the search's event loop. */
final class Finding {
  private static final int MAX_HOSTS = 8;

  private final String id;
  private @Nullable String serverId;
  private final List<String> hosts = new ArrayList<>();
  private final int port;
  private String name;
  private @Nullable String version;
  private List<String> games = List.of();
  private List<FoundRoom> rooms = List.of();
  private Reach reach = Reach.UNKNOWN;
  private boolean roomsMissing = true;

  /** Whether someone is just asking the server itself. */
  boolean calling;
  /** When that was done the last time. */
  long calledNanos;

  Finding(String id, Notice first) {
    this.id = id;
    port = first.port();
    name = first.name();
  }

  boolean is(String host, Notice notice) {
    return (notice.id() != null && notice.id().equals(serverId))
        || (port == notice.port() && hosts.contains(host));
  }

  /** Takes in what was heard at {@code host}. */
  void add(String host, Notice notice) {
    if (!hosts.contains(host) && hosts.size() < MAX_HOSTS) {
      hosts.add(host);
      if (reach != Reach.YES) {
        hosts.sort((a, b) -> rank(a) - rank(b));
      }
    }
    serverId = notice.id() == null ? serverId : notice.id();
    name = notice.name();
    version = notice.version() == null ? version : notice.version();
    games = notice.games() == null ? games : List.copyOf(notice.games());
    Notice.Rooms told = notice.rooms();
    if (told != null && told.all()) {
      rooms = told.rooms();
      roomsMissing = false;
    } else if (told != null && !rooms.containsAll(told.rooms())) {
      roomsMissing = true;
      rooms = reach == Reach.YES ? rooms : told.rooms();
    }
  }

  /** The server answered at {@code host}, and said {@code notice}. */
  void reached(String host, Notice notice) {
    reached(host);
    add(host, notice);
  }

  /** The server answered at {@code host}; what it would not say there is not to be had. */
  void reached(String host) {
    reach = Reach.YES;
    hosts.remove(host);
    hosts.addFirst(host);
    roomsMissing = false;
  }

  void unreached() {
    reach = Reach.NO;
  }

  /** Whether asking the server itself may tell more than is known. */
  boolean worthACall() {
    return reach != Reach.YES || roomsMissing;
  }

  Reach reach() {
    return reach;
  }

  List<String> hosts() {
    return List.copyOf(hosts);
  }

  int port() {
    return port;
  }

  FoundServer server() {
    return new FoundServer(id, name, hosts, port, version, games, rooms, reach);
  }

  /** IPv4 first, and this machine itself last: nobody else could use its address. */
  private static int rank(String host) {
    if (host.startsWith("127.") || host.equals("::1") || host.equals("0:0:0:0:0:0:0:1")) {
      return 3;
    }
    return host.indexOf(':') < 0 ? 0 : host.startsWith("fe80:") ? 2 : 1;
  }
}
