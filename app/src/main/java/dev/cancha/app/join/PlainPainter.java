package dev.cancha.app.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Draws any JSON as indented text: simple members on one line, nested ones below their name. */
final class PlainPainter {
  /** Above this, an object of simple members is written one a line. */
  private static final int MAX_LINE = 96;

  private PlainPainter() {}

  /** The public view, then what only this seat sees. */
  static List<String> paint(JsonNode doc) {
    List<String> lines = new ArrayList<>(members(doc.path("view"), " "));
    if (doc.has("me")) {
      lines.add(" you alone see:");
      lines.addAll(members(doc.path("me"), "   "));
    }
    return lines;
  }

  /** One line: {@code name value, name value}. */
  static String inline(JsonNode node) {
    if (node.isObject()) {
      return node.properties()
          .stream()
          .map(e -> e.getKey() + " " + nested(e.getValue()))
          .collect(Collectors.joining(", "));
    }
    return node.isArray() ? node.valueStream().map(PlainPainter::nested).collect(Collectors.joining(" "))
        : node.asString(node.toString());
  }

  private static String nested(JsonNode node) {
    return node.isContainer() ? "(" + inline(node) + ")" : inline(node);
  }

  private static List<String> members(JsonNode object, String indent) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      JsonNode value = member.getValue();
      String line = indent + member.getKey() + ": " + inline(value);
      boolean flat = value.valueStream().noneMatch(JsonNode::isObject);
      if (!value.isObject() || (flat && line.length() <= MAX_LINE)) {
        lines.add(line.stripTrailing());
      } else {
        lines.add(indent + member.getKey() + ":");
        lines.addAll(members(value, indent + "  "));
      }
    }
    return lines;
  }
}
