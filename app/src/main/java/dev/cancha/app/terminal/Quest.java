package dev.cancha.app.terminal;

import dev.cancha.app.find.FoundServer.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The search for the server that has a room, of which only the code is known: one server after the other is asked,
 * those that list the room first, since a private room is in no list. Immutable.
 *
 * @param code of the room
 * @param known servers, those asked before too
 * @param asked addresses of servers that do not have it, or do not answer
 * @param dialled the server that is being asked, or null
 * @param idleSince when there was nobody left to ask, by the screen's clock; negative before the first look at it
 */
record Quest(String code, List<Server> known, List<String> asked, @Nullable String dialled, long idleSince) {
  /** Servers answer within a second or two; a network that has been silent for so long has no more of them. */
  private static final long PATIENCE_MILLIS = 8_000;

  Quest {
    known = List.copyOf(known);
    asked = List.copyOf(asked);
  }

  static Quest of(String code) {
    return new Quest(code, List.of(), List.of(), null, -1);
  }

  Quest found(List<Server> servers, long now) {
    return new Quest(code, servers, asked, dialled, idleSince).on(now);
  }

  /** The one that was asked has no such room. */
  Quest next(long now) {
    List<String> more = new ArrayList<>(asked);
    if (dialled != null) {
      more.add(dialled);
    }
    return new Quest(code, known, more, null, now).on(now);
  }

  private Quest on(long now) {
    if (dialled != null) {
      return this;
    }
    String next = Stream.concat(known.stream().filter(this::lists), known.stream())
        .filter(server -> server.reach() == Reach.YES)
        .map(Server::address)
        .filter(address -> !asked.contains(address))
        .findFirst()
        .orElse(null);
    return new Quest(code, known, asked, next, idleSince < 0 ? now : idleSince);
  }

  private boolean lists(Server server) {
    return server.codes().stream().anyMatch(code::equalsIgnoreCase);
  }

  boolean isHopeless(long now) {
    return dialled == null && now - idleSince > PATIENCE_MILLIS && idleSince >= 0;
  }

  String said() {
    return dialled == null ? "Looking for room " + code + " in this network ..."
        : "Looking for room " + code + " at " + dialled + " ...";
  }
}
