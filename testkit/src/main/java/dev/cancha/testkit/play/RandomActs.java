package dev.cancha.testkit.play;

import dev.cancha.common.message.Json;
import dev.cancha.testkit.sim.SimRandom;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Acts drawn from the JSON Schema that {@code describe} gives for a game's {@code action}: of the right shape, legal or
 * not as it happens, for any game without knowing its rules. Integers favour the low end of their range, where the
 * games of people are. Owner: the world's thread.
 */
public final class RandomActs {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  /** A number without bounds is one that a person would name. */
  private static final long LARGE = 100;
  private static final int LONGEST_LIST = 4;
  private static final int LONGEST_TEXT = 8;

  private final JsonNode schema;
  private final SimRandom random;

  /** {@code schema}: the {@code action} of {@code game} in the protocol. */
  public RandomActs(Json schema, SimRandom random) {
    this.schema = JsonMapper.shared().readTree(schema.utf8());
    this.random = random;
  }

  /** One more. */
  public ObjectNode next() {
    return (ObjectNode) value(schema);
  }

  private JsonNode value(JsonNode of) {
    if (of.has("$ref")) {
      return value(schema.at(of.get("$ref").asString().substring(1)));
    }
    if (of.has("enum")) {
      return pick(elements(of.get("enum")));
    }
    if (of.has("oneOf")) {
      return value(pick(elements(of.get("oneOf"))));
    }
    return switch (type(of)) {
      case "object" -> object(of);
      case "array" -> list(of);
      case "integer" -> NODES.numberNode(integer(of));
      case "number" -> NODES.numberNode(integer(of) / 2.0);
      case "boolean" -> NODES.booleanNode(random.chance(0.5));
      default -> NODES.stringNode(text());
    };
  }

  /** A sealed type is an object of which exactly one member is given. */
  private ObjectNode object(JsonNode of) {
    ObjectNode object = NODES.objectNode();
    List<String> names = new ArrayList<>(of.path("properties").propertyNames());
    if (of.path("maxProperties").asInt(0) == 1 && !names.isEmpty()) {
      names = List.of(random.pick(names));
    }
    for (String name : names) {
      JsonNode member = of.path("properties").get(name);
      object.set(name, member.has("const") ? member.get("const") : value(member));
    }
    return object;
  }

  private ArrayNode list(JsonNode of) {
    ArrayNode list = NODES.arrayNode();
    for (int i = random.nextInt(LONGEST_LIST + 1); i > 0; i--) {
      list.add(value(of.path("items")));
    }
    return list;
  }

  private long integer(JsonNode of) {
    long least = of.path("minimum").asLong(0);
    long most = Math.max(least, of.path("maximum").asLong(least + LARGE));
    long near = Math.min(most, least + LARGE);
    long drawn = random.between(least, random.chance(0.9) ? near : most);
    return random.chance(0.5) ? drawn : least + (drawn - least) / 8;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(LONGEST_TEXT + 1); i > 0; i--) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  private JsonNode pick(List<JsonNode> nodes) {
    return random.pick(nodes);
  }

  private static List<JsonNode> elements(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    elements.removeIf(JsonNode::isNull);
    return elements;
  }

  private static String type(JsonNode of) {
    JsonNode type = of.path("type");
    return type.isArray() ? type.get(0).asString() : type.asString("string");
  }
}
