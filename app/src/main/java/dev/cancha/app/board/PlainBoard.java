package dev.cancha.app.board;

import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Any JSON as indented text: simple members on one line, nested ones below their name. */
final class PlainBoard implements Board {
  private static final int WIDTH = 48;

  @Override
  public List<Line> draw(Sight sight) {
    List<Line> lines = new ArrayList<>();
    members(sight.view(), "", sight.space().width(), lines);
    if (sight.doc().has("me")) {
      lines.add(Line.EMPTY);
      lines.add(Line.of("You alone see:", Ink.STRONG));
      members(sight.doc().path("me"), "  ", sight.space().width(), lines);
    }
    return lines;
  }

  private static void members(JsonNode object, String indent, int width, List<Line> lines) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      JsonNode value = member.getValue();
      String text = inline(value);
      boolean flat = value.valueStream().noneMatch(JsonNode::isContainer);
      if (value.isObject()
          && (!flat || indent.length() + member.getKey().length() + text.length() > width - 2)) {
        lines.add(Line.of(indent + member.getKey() + ":", Ink.STRONG));
        members(value, indent + "  ", width, lines);
      } else {
        String hanging = indent + "  ";
        List<String> wrapped = Text.wrap(text,
            Math.max(8, width - hanging.length() - member.getKey().length()));
        lines.add(Line.of(indent + member.getKey() + ": ", Ink.STRONG).plus(wrapped.getFirst()));
        wrapped.stream().skip(1).forEach(rest -> lines.add(Line.of(hanging + rest)));
      }
    }
  }

  /** One line: {@code name value, name value}. */
  private static String inline(JsonNode node) {
    if (node.isObject()) {
      return node.properties()
          .stream()
          .map(e -> e.getKey() + " " + nested(e.getValue()))
          .collect(Collectors.joining(", "));
    }
    return node.isArray() ? node.valueStream().map(PlainBoard::nested).collect(Collectors.joining(" "))
        : node.asString(node.toString());
  }

  private static String nested(JsonNode node) {
    return node.isContainer() ? "(" + inline(node) + ")" : inline(node);
  }

  @Override
  public int width(JsonNode doc) {
    return WIDTH;
  }

  @Override
  public Line badge(JsonNode doc, int seat) {
    return Line.of(String.valueOf(seat), Ink.seat(seat).asBold());
  }
}
