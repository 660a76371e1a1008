package dev.cancha.app.find;

import dev.cancha.app.find.FoundServer.Reach;
import dev.cancha.common.json.JsonType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code cancha find --json} prints: for scripts, so members are added and never changed.
 *
 * @param servers in the order in which they were found
 */
record FoundJson(List<Server> servers) {
  private static final JsonType<FoundJson> TYPE = JsonType.of(FoundJson.class);

  /** A server; {@code reachable}: it answered at the first of {@code hosts}. */
  record Server(String name, String host, int port, @Nullable String version, boolean reachable,
      List<String> hosts,
      List<String> games, List<FoundRoom> rooms) {}

  static String line(List<FoundServer> servers) {
    return TYPE.write(new FoundJson(servers.stream()
        .map(server -> new Server(server.name(), server.host(), server.port(), server.version(),
            server.reach() == Reach.YES, server.hosts(), server.games(), server.rooms()))
        .toList())).toString();
  }
}
