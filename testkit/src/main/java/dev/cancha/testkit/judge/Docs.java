package dev.cancha.testkit.judge;

import dev.cancha.common.message.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents as trees, by the text of RFC 7396 and nothing of the product's. */
final class Docs {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Docs() {}

  static ObjectNode object(Json json) {
    return (ObjectNode) MAPPER.readTree(json.utf8());
  }

  /** Without what only one seat may see. */
  static ObjectNode publicly(Json json) {
    ObjectNode object = object(json);
    object.remove("me");
    return object;
  }

  /** A new document; {@code target} stays as it was. */
  static ObjectNode merged(ObjectNode target, ObjectNode patch) {
    ObjectNode merged = target.deepCopy();
    merge(merged, patch);
    return merged;
  }

  private static void merge(ObjectNode target, ObjectNode patch) {
    patch.properties().forEach(change -> {
      String name = change.getKey();
      JsonNode value = change.getValue();
      if (value.isNull()) {
        target.remove(name);
      } else if (value instanceof ObjectNode nested) {
        ObjectNode inner = target.get(name) instanceof ObjectNode old ? old : target.objectNode();
        merge(inner, nested);
        target.set(name, inner);
      } else {
        target.set(name, value);
      }
    });
  }
}
