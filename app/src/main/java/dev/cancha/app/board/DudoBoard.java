package dev.cancha.app.board;

import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Every seat's dice, hidden or lifted, the bid that stands, and the own dice. */
final class DudoBoard implements Board {
  private static final int DICE = 5;

  private static final int WIDTH = 49;
  private static final int NAME = 16;
  /** From this many lines on, own dice are drawn as dice, and not as numbers. */
  private static final int ROOMY = 14;

  @Override
  public List<Line> draw(Sight sight) {
    JsonNode view = sight.view();
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of("Round " + view.path("round").asInt(0), Ink.STRONG)
        .plus(
            "   " + view.path("dice").valueStream().mapToInt(die -> die.asInt(0)).sum()
                + " dice on the table"));
    lines.add(Line.of(
        view.path("special").asBoolean(false) ? "Ones are only ones in this round."
            : "Ones count as every face.",
        Ink.FAINT));
    lines.add(Line.EMPTY);
    for (Map.Entry<String, JsonNode> seat : view.path("dice").properties()) {
      lines.add(row(sight, seat.getKey(), seat.getValue().asInt(0)));
    }
    lines.add(Line.EMPTY);
    lines.addAll(standing(sight));
    JsonNode own = sight.doc().path("me").path("dice");
    if (!own.isEmpty()) {
      lines.add(Line.EMPTY);
      lines.addAll(own(own, sight.space().height() >= ROOMY + view.path("dice").size()));
    }
    return lines;
  }

  private static Line row(Sight sight, String seat, int dice) {
    boolean turn = sight.doc().path("turn").valueStream().anyMatch(node -> node.toString().equals(seat));
    Ink ink = ink(seat);
    Line line = Line.of(turn ? "▸ " : "  ", Ink.STRONG)
        .plus(Line.of(name(sight.doc(), seat), sight.isMine(seat) ? ink.asBold() : ink).fit(NAME))
        .plus("  ");
    JsonNode lifted = sight.view().path("reveal").path(seat);
    if (!lifted.isMissingNode()) {
      return line
          .plus(lifted.valueStream().map(JsonNode::toString).collect(Collectors.joining(" ")), Ink.STRONG)
          .plus(lifted.size() == dice ? "" : "   now " + count(dice), Ink.FAINT);
    }
    return dice == 0 ? line.plus("out", Ink.FAINT)
        : line.plus("■ ".repeat(dice) + "  ".repeat(Math.max(0, DICE - dice)), ink)
            .plus(" " + count(dice), Ink.FAINT);
  }

  private static String count(int dice) {
    return dice == 1 ? "1 die" : dice + " dice";
  }

  private static List<Line> standing(Sight sight) {
    JsonNode bid = sight.view().path("bid");
    JsonNode verdict = sight.view().path("verdict");
    if (bid.isObject()) {
      return List.of(Line.of("Standing bid: ")
          .plus(bid(bid), Ink.STRONG)
          .plus(" by " + name(sight.doc(), bid.path("seat").toString())));
    }
    if (!verdict.isObject()) {
      return List.of(Line.of("No bid stands.", Ink.FAINT));
    }
    String caller = name(sight.doc(), verdict.path("seat").toString());
    String called = caller + " called " + verdict.path("call").asString("") + " on "
        + bid(verdict.path("bid"))
        + ": there were " + verdict.path("found").asInt(0) + ".";
    String came = verdict.has("lost") ? name(sight.doc(), verdict.path("lost").toString()) + " lost a die."
        : verdict.has("won") ? name(sight.doc(), verdict.path("won").toString()) + " won a die back."
            : "Nobody lost a die.";
    List<Line> lines = new ArrayList<>();
    Text.wrap(called, Math.max(8, sight.space().width())).forEach(line -> lines.add(Line.of(line)));
    Text.wrap(came, Math.max(8, sight.space().width())).forEach(line -> lines.add(Line.of(line, Ink.STRONG)));
    return lines;
  }

  private static List<Line> own(JsonNode dice, boolean roomy) {
    List<Integer> faces = dice.valueStream().map(die -> die.asInt(0)).toList();
    if (!roomy) {
      return List.of(Line.of("Your dice:  ")
          .plus(faces.stream().map(String::valueOf).collect(Collectors.joining("  ")), Ink.STRONG));
    }
    Line top = Line.of("            ");
    Line middle = Line.of("Your dice:  ");
    Line bottom = top;
    for (int face : faces) {
      top = top.plus("┌───┐ ");
      middle = middle.plus("│ ").plus(String.valueOf(face), Ink.STRONG).plus(" │ ");
      bottom = bottom.plus("└───┘ ");
    }
    return List.of(top, middle, bottom);
  }

  static String bid(JsonNode bid) {
    return bid(bid.path("count").asInt(0), bid.path("face").asInt(0));
  }

  /** As people say it: {@code 3 fours}. */
  static String bid(int count, int face) {
    String name = switch (face) {
      case 1 -> "one";
      case 2 -> "two";
      case 3 -> "three";
      case 4 -> "four";
      case 5 -> "five";
      case 6 -> "six";
      default -> "?";
    };
    return count + " " + name + (count == 1 ? "" : face == 6 ? "es" : "s");
  }

  private static String name(JsonNode doc, String seat) {
    return doc.path("seats").path(seat).path("name").asString("seat " + seat);
  }

  private static Ink ink(String seat) {
    return seat.matches("[0-9]{1,2}") ? Ink.seat(Integer.parseInt(seat)) : Ink.PLAIN;
  }

  @Override
  public int width(JsonNode doc) {
    return WIDTH;
  }

  @Override
  public Line badge(JsonNode doc, int seat) {
    return Line.of(String.valueOf(seat), Ink.seat(seat).asBold());
  }

  @Override
  public String score(JsonNode doc, int seat) {
    JsonNode dice = doc.path("view").path("dice").path(String.valueOf(seat));
    return dice.isMissingNode() ? "" : dice.asInt(0) == 0 ? "out" : count(dice.asInt(0));
  }
}
