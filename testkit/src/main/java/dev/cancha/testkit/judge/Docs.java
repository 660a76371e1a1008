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

  /** Changes {@code target} as {@code patch} says; they share no object, so that neither changes with the other. */
  static void merge(ObjectNode target, ObjectNode patch) {
    patch.properties().forEach(change -> {
      String name = change.getKey();
      JsonNode value = change.getValue();
      if (value.isNull()) {
        target.remove(name);
      } else if (value instanceof ObjectNode nested) {
        merge(target.get(name) instanceof ObjectNode old ? old : target.putObject(name), nested);
      } else {
        target.set(name, value);
      }
    });
  }
}
