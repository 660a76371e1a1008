package dev.cancha.common.patch;

import dev.cancha.common.message.Json;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON document as a client keeps it. Immutable: a patch makes another one, which shares what did not change, so a
 * document may be handed to any thread. That holds as long as nobody changes what {@link #node()} gives.
 */
public final class Document {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final JsonNode node;

  private Document(JsonNode node) {
    this.node = node;
  }

  public static Document of(Json json) {
    return new Document(MAPPER.readTree(json.utf8()));
  }

  /** This document after {@code patch}, a JSON Merge Patch (RFC 7396). */
  public Document apply(Json patch) {
    JsonNode plainly = PlainMerge.merge(node, patch.utf8());
    return new Document(plainly != null ? plainly : merge(node, MAPPER.readTree(patch.utf8())));
  }

  /** The document as a tree, which must not be changed. */
  public JsonNode node() {
    return node;
  }

  public Json json() {
    return Json.ofChecked(MAPPER.writeValueAsBytes(node));
  }

  /** RFC 7396, section 2. */
  static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    if (target instanceof ObjectNode old) {
      merged.setAll(old);
    }
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      if (change.getValue().isNull()) {
        merged.remove(change.getKey());
      } else {
        JsonNode old = merged.path(change.getKey());
        merged.set(change.getKey(), merge(old, change.getValue()));
      }
    }
    return merged;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Document document && node.equals(document.node);
  }

  @Override
  public int hashCode() {
    return node.hashCode();
  }

  @Override
  public String toString() {
    return node.toString();
  }
}
