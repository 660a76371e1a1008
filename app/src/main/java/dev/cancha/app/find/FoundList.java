package dev.cancha.app.find;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What {@code cancha find} has found. A server is shown as soon as it has answered itself; one that was only heard of
 * is shown at the end, since it may still answer. Any thread may use it.
 */
final class FoundList {
  private final Map<String, FoundServer> servers = new LinkedHashMap<>();
  private final Set<String> shown = new LinkedHashSet<>();
  private final Consumer<FoundServer> show;

  FoundList(Consumer<FoundServer> show) {
    this.show = show;
  }

  synchronized void add(FoundServer server) {
    servers.put(server.id(), server);
    if (server.reach() == FoundServer.Reach.YES && shown.add(server.id())) {
      show.accept(server);
    }
  }

  /** Shows what was not yet, and gives all. */
  synchronized List<FoundServer> end() {
    servers.values().stream().filter(server -> shown.add(server.id())).forEach(show);
    return new ArrayList<>(servers.values());
  }
}
