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

  /** A new document, which shares what did not change with {@code target}; that stays as it was. */
  static ObjectNode merged(ObjectNode target, ObjectNode patch) {
    ObjectNode merged = target.objectNode();
    merged.setAll(target);
    patch.properties().forEach(change -> {
      String name = change.getKey();
      JsonNode value = change.getValue();
      if (value.isNull()) {
        merged.remove(name);
      } else if (value instanceof ObjectNode nested) {
        merged.set(name,
            merged(target.get(name) instanceof ObjectNode old ? old : target.objectNode(), nested));
      } else {
        merged.set(name, value);
      }
    });
    return merged;
  }
}
