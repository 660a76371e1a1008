package dev.cancha.app.join;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What may be typed instead of JSON, derived from the JSON Schema of a game's acts: the values of an object in their
 * order, the name of a variant in front of its values. So {@code 3} is {@code {"column":3}}, {@code bid 3 5} is
 * {@code {"bid":{"count":3,"face":5}}}; and {@code dudo} is {@code {"call":"dudo"}}, since only one variant takes it.
 * The name of a member may stand before its value. A word of a choice may be shortened as long as it is the only one
 * that begins so: {@code u} is {@code {"turn":"up"}}. Immutable.
 */
public final class ShortForm {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode schema;

  public ShortForm(JsonNode schema) {
    this.schema = schema;
  }

  /** The action that {@code line} means, which may be JSON too. Its bounds are the server's to judge. */
  public JsonNode parse(String line) throws Misunderstood {
    if (line.strip().startsWith("{")) {
      return json(line);
    }
    List<String> words = Arrays.stream(line.strip().split("[\\s,]+"))
        .filter(word -> !word.isEmpty())
        .toList();
    if (words.isEmpty()) {
      throw notUnderstood(line);
    }
    Parsed parsed = value(schema, words, 0);
    if (parsed == null || parsed.next() != words.size() || !parsed.node().isObject()) {
      throw notUnderstood(line);
    }
    return parsed.node();
  }

  /** What may be typed, one form a line. */
  public List<String> usage() {
    return variants(schema).isEmpty() ? List.of(usage(schema))
        : variants(schema).entrySet()
            .stream()
            .map(e -> (e.getKey() + " " + usage(e.getValue())).strip())
            .toList();
  }

  /** The object that {@code line} writes as JSON. */
  public static JsonNode json(String line) throws Misunderstood {
    try {
      JsonNode node = JSON.readTree(line);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      // the sentence below says all that helps one who types
    }
    throw new Misunderstood("That is no JSON object; an act is one like {\"column\":3}.");
  }

  private Misunderstood notUnderstood(String line) {
    String shown = line.length() <= 40 ? line : line.substring(0, 37) + "...";
    return new Misunderstood("\"" + shown + "\" is no act here. Type " + String.join(", or ", usage()) + ".");
  }

  /** The value that the words from {@code at} on write, as far as they go; null if they write none. */
  private @Nullable Parsed value(JsonNode described, List<String> words, int at) {
    JsonNode schema = resolved(described);
    if (!variants(schema).isEmpty()) {
      return variant(variants(schema), words, at);
    }
    if (schema.has("properties")) {
      return members(schema, words, at);
    }
    if (at >= words.size()) {
      return null;
    }
    String word = words.get(at);
    if (schema.has("enum") || schema.has("const")) {
      String chosen = chosen(choices(schema), word);
      return chosen == null ? null : new Parsed(NODES.stringNode(chosen), at + 1);
    }
    return switch (schema.path("type").asString("")) {
      case "integer" -> word.matches("[+-]?[0-9]{1,15}")
          ? new Parsed(NODES.numberNode(Long.parseLong(word)), at + 1)
          : null;
      case "number" -> word.matches("[+-]?[0-9]{1,15}([.][0-9]{1,15})?")
          ? new Parsed(NODES.numberNode(Double.parseDouble(word)), at + 1)
          : null;
      case "boolean" -> truth(word, at);
      case "string" -> new Parsed(NODES.stringNode(word), at + 1);
      case "array" -> elements(schema.path("items"), words, at);
      default -> null;
    };
  }

  /** The choice that {@code word} is, or the only one that begins with it. */
  private static @Nullable String chosen(List<String> choices, String word) {
    List<String> begun = choices.stream()
        .filter(choice -> choice.regionMatches(true, 0, word, 0, word.length()))
        .toList();
    return begun.stream()
        .filter(choice -> choice.equalsIgnoreCase(word))
        .findFirst()
        .orElse(begun.size() == 1 ? begun.getFirst() : null);
  }

  private static @Nullable Parsed truth(String word, int at) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y" -> new Parsed(NODES.booleanNode(true), at + 1);
      case "false", "no", "n" -> new Parsed(NODES.booleanNode(false), at + 1);
      default -> null;
    };
  }

  private Parsed elements(JsonNode items, List<String> words, int at) {
    var array = NODES.arrayNode();
    int next = at;
    for (Parsed element = value(items, words, next); element != null; element = value(items, words, next)) {
      array.add(element.node());
      next = element.next();
    }
    return new Parsed(array, next);
  }

  private @Nullable Parsed members(JsonNode schema, List<String> words, int at) {
    var object = NODES.objectNode();
    int next = at;
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      boolean named = next + 1 < words.size() && words.get(next).equalsIgnoreCase(member.getKey());
      Parsed parsed = value(member.getValue(), words, named ? next + 1 : next);
      if (parsed != null) {
        object.set(member.getKey(), parsed.node());
        next = parsed.next();
      } else if (required(schema, member.getKey())) {
        return null;
      }
    }
    return new Parsed(object, next);
  }

  /** By its name, or without it where the words fit a single variant to their end. */
  private @Nullable Parsed variant(Map<String, JsonNode> variants, List<String> words, int at) {
    for (Map.Entry<String, JsonNode> variant : variants.entrySet()) {
      if (at < words.size() && words.get(at).equalsIgnoreCase(variant.getKey())) {
        Parsed content = value(variant.getValue(), words, at + 1);
        if (content != null) {
          return new Parsed(NODES.objectNode().set(variant.getKey(), content.node()), content.next());
        }
      }
    }
    List<Parsed> fitting = new ArrayList<>();
    variants.forEach((name, content) -> {
      Parsed parsed = value(content, words, at);
      if (parsed != null && parsed.next() > at && parsed.next() == words.size()) {
        fitting.add(new Parsed(NODES.objectNode().set(name, parsed.node()), parsed.next()));
      }
    });
    return fitting.size() == 1 ? fitting.getFirst() : null;
  }

  /** The variants of a sealed type by name, in order; empty where it is none. */
  private Map<String, JsonNode> variants(JsonNode described) {
    JsonNode schema = resolved(described);
    if (schema.path("minProperties").asInt(0) == 1 && schema.path("maxProperties").asInt(0) == 1) {
      return schema.path("properties")
          .properties()
          .stream()
          .collect(
              Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }
    return Map.of();
  }

  private String usage(JsonNode described) {
    JsonNode schema = resolved(described);
    if (!variants(schema).isEmpty()) {
      return "(" + variants(schema).entrySet()
          .stream()
          .map(e -> (e.getKey() + " " + usage(e.getValue())).strip())
          .collect(Collectors.joining(" | ")) + ")";
    }
    if (schema.has("enum") || schema.has("const")) {
      return String.join("|", choices(schema));
    }
    if (schema.has("properties")) {
      return schema.path("properties")
          .properties()
          .stream()
          .map(e -> member(e.getKey(), resolved(e.getValue()), required(schema, e.getKey())))
          .collect(Collectors.joining(" "));
    }
    return "<" + schema.path("type").asString("JSON") + ">";
  }

  private String member(String name, JsonNode schema, boolean required) {
    String text = switch (schema.path("type").asString("")) {
      case "integer" -> "<" + name + bounds(schema) + ">";
      case "string", "number", "boolean" -> schema.has("enum") ? usage(schema) : "<" + name + ">";
      case "array" -> "<" + name + " ...>";
      default -> usage(schema);
    };
    return required ? text : "[" + text + "]";
  }

  private static String bounds(JsonNode schema) {
    long min = schema.path("minimum").asLong(Long.MIN_VALUE);
    long max = schema.path("maximum").asLong(Long.MAX_VALUE);
    boolean telling = min > Integer.MIN_VALUE && max < Integer.MAX_VALUE;
    return telling ? " " + min + "-" + max : "";
  }

  private static List<String> choices(JsonNode schema) {
    return schema.has("const") ? List.of(schema.path("const").asString())
        : schema.path("enum").valueStream().map(JsonNode::asString).toList();
  }

  private static boolean required(JsonNode schema, String member) {
    return schema.path("required").valueStream().anyMatch(name -> name.asString().equals(member));
  }

  private JsonNode resolved(JsonNode described) {
    JsonNode at = described;
    for (int hops = 0; at.has("$ref") && hops < 8; hops++) {
      String ref = at.path("$ref").asString();
      at = ref.equals("#") ? schema : schema.at(ref.substring(1));
    }
    return at;
  }

  private record Parsed(JsonNode node, int next) {}
}
