package dev.cancha.app.board;

import dev.cancha.app.text.Window;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to be drawn.
 *
 * @param doc the room's document, with a view
 * @param seat whose eyes it is seen with; null for one who watches
 * @param space how much there is at most
 */
public record Sight(JsonNode doc, @Nullable Integer seat, Window space) {
  JsonNode view() {
    return doc.path("view");
  }

  boolean isMine(String someSeat) {
    return seat != null && seat.toString().equals(someSeat);
  }

  /** Whether the viewer's seat may act now; in a game that ticks, while it plays. */
  public boolean mayAct() {
    return seat != null && mayAct(doc, seat);
  }

  /** Whether {@code seat} may act now; in a game that ticks, while it plays. */
  public static boolean mayAct(JsonNode doc, int seat) {
    if (!doc.path("phase").asString("").equals("playing")) {
      return false;
    }
    return !doc.has("turn") || doc.path("turn").valueStream().anyMatch(node -> node.asInt(-1) == seat);
  }
}
