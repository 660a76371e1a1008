package dev.cancha.client;

import dev.cancha.common.message.ServerMessage;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A room as this client sees it at one revision. Immutable, and good on any thread as long as nobody changes the tree
 * {@code doc}, which shares its unchanged parts with that of the next revision.
 *
 * @param code how others join
 * @param rev the revision, for {@link GameClient#act(JsonNode, long)}
 * @param doc the room document of the protocol
 * @param seat the client's own, or null for a spectator
 * @param chat the last messages, oldest first, at most 50
 * @param spectators player id to name
 * @param clock the match's time
 */
public record RoomView(String code, long rev, JsonNode doc, @Nullable Integer seat,
    List<ServerMessage.Chat> chat,
    SortedMap<String, ServerMessage.Spectator> spectators, MatchClock clock) {
  public RoomView {
    chat = List.copyOf(chat);
    spectators = spectators.isEmpty()
        ? Collections.emptySortedMap()
        : Collections.unmodifiableSortedMap(new TreeMap<>(spectators));
  }

  /** {@code lobby}, {@code playing} or {@code over}. */
  public String phase() {
    return doc.path("phase").asString("");
  }

  /** The id of the game. */
  public String game() {
    return doc.path("game").asString("");
  }

  /** What everyone sees of the match; a missing node before the first one. */
  public JsonNode view() {
    return doc.path("view");
  }

  /** What only this client's seat sees; a missing node where nothing is hidden. */
  public JsonNode me() {
    return doc.path("me");
  }

  /** How the match ended: {@code ranks} and {@code reason}; a missing node before. */
  public JsonNode result() {
    return doc.path("result");
  }

  /** Whether {@code someSeat} may act now. A game that ticks shows no turns: there, whether it plays. */
  public boolean inTurn(int someSeat) {
    if (!doc.has("turn")) {
      return phase().equals("playing") && doc.path("seats").has(Integer.toString(someSeat));
    }
    for (JsonNode inTurn : doc.path("turn")) {
      if (inTurn.asInt(-1) == someSeat) {
        return true;
      }
    }
    return false;
  }

  /** Whether this client may act now. */
  public boolean myTurn() {
    return seat != null && inTurn(seat);
  }
}
