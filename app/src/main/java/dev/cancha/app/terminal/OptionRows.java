package dev.cancha.app.terminal;

import dev.cancha.app.text.Field;
import dev.cancha.common.message.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A game's options as rows of a form, which follow from their JSON Schema, and back. Pure. */
final class OptionRows {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MAX_TEXT = 200;

  private OptionRows() {}

  /** A row for each option of {@code schema}; what is neither number, choice nor truth is typed as JSON. */
  static List<Choice> of(Json schema) {
    List<Choice> rows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> option : JSON.readTree(schema.utf8()).path("properties").properties()) {
      rows.add(row(option.getKey(), option.getValue()));
    }
    return rows;
  }

  private static Choice row(String name, JsonNode schema) {
    JsonNode usual = schema.path("default");
    if (schema.has("enum")) {
      List<String> words = schema.path("enum").valueStream().map(JsonNode::asString).toList();
      return new Choice.OneOf(name, words, Math.max(0, words.indexOf(usual.asString(""))));
    }
    return switch (schema.path("type").asString("")) {
      case "integer" -> {
        long min = schema.path("minimum").asLong(Integer.MIN_VALUE);
        long max = schema.path("maximum").asLong(Integer.MAX_VALUE);
        yield new Choice.Count(name, min, max, Math.clamp(usual.asLong(min), min, max));
      }
      case "boolean" -> new Choice.OneOf(name, List.of("no", "yes"), usual.asBoolean(false) ? 1 : 0);
      default -> {
        String text = usual.isMissingNode() ? "" : usual.isString() ? usual.asString() : usual.toString();
        yield new Choice.Words(name, new Field(text, text.length(), MAX_TEXT), false);
      }
    };
  }

  /** What the rows say, as an object; null where there are none. */
  static @Nullable Json options(List<Choice> rows, Json schema) {
    JsonNode properties = JSON.readTree(schema.utf8()).path("properties");
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    for (Choice row : rows) {
      if (!row.value().isEmpty()) {
        options.set(row.label(), value(row, properties.path(row.label())));
      }
    }
    return options.isEmpty() ? null : Json.ofChecked(options.toString());
  }

  private static JsonNode value(Choice row, JsonNode schema) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (row) {
      case Choice.Count count -> nodes.numberNode(Long.parseLong(count.value()));
      case Choice.OneOf word -> schema.path("type").asString("").equals("boolean")
          ? nodes.booleanNode(word.value().equals("yes"))
          : nodes.stringNode(word.value());
      case Choice.Words words -> {
        if (schema.path("type").asString("").equals("string")) {
          yield nodes.stringNode(words.value());
        }
        try {
          yield JSON.readTree(words.value());
        } catch (JacksonException e) {
          yield nodes.stringNode(words.value()); // the server says what is wrong with it
        }
      }
    };
  }
}
