package dev.cancha.server.testing;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The room as a client knows it by the protocol page alone: a whole document, then a merge patch for every revision.
 * A patch that is not the next one is a fault of the server, since no network loses anything here.
 */
public final class RoomView {
  private @Nullable ObjectNode doc;
  private long rev;
  private @Nullable JsonNode you;

  /** The document; fails where there is none. */
  public ObjectNode doc() {
    return Objects.requireNonNull(doc, "this client is in no room");
  }

  /** What everyone may see of it. */
  public ObjectNode shared() {
    ObjectNode shared = doc().deepCopy();
    shared.remove("me");
    return shared;
  }

  public boolean inRoom() {
    return doc != null;
  }

  public long rev() {
    return rev;
  }

  /** What the last {@code room} said of the client itself. */
  public JsonNode you() {
    return Objects.requireNonNull(you, "this client is in no room");
  }

  public String code() {
    return doc().get("code").stringValue();
  }

  RoomView copy() {
    RoomView copy = new RoomView();
    copy.doc = doc == null ? null : doc.deepCopy();
    copy.rev = rev;
    copy.you = you;
    return copy;
  }

  void hear(JsonNode message) {
    switch (message.get("type").stringValue()) {
      case "room" -> {
        doc = ((ObjectNode) message.get("doc")).deepCopy();
        rev = message.get("rev").longValue();
        you = message.get("you");
      }
      case "patch" -> {
        if (doc == null || message.get("rev").longValue() != rev + 1) {
          throw new AssertionError(
              "at revision " + rev + (doc == null ? " of no room" : "") + " came " + message);
        }
        rev++;
        merge(doc, message.get("patch"));
      }
      case "left" -> doc = null;
      default -> {
        // not of the document
      }
    }
  }

  /** RFC 7396, for a target that is an object. */
  private static void merge(ObjectNode target, JsonNode patch) {
    for (Map.Entry<String, JsonNode> member : patch.properties()) {
      JsonNode value = member.getValue();
      if (value.isNull()) {
        target.remove(member.getKey());
      } else if (value.isObject()) {
        JsonNode old = target.get(member.getKey());
        ObjectNode inner = old instanceof ObjectNode object ? object : target.putObject(member.getKey());
        merge(inner, value);
      } else {
        target.set(member.getKey(), value);
      }
    }
  }
}
