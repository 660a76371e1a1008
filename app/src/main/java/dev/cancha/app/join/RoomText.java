package dev.cancha.app.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The room document as text, for the player with the id {@code player}. Immutable. */
public record RoomText(JsonNode doc, String player) {
  /** The name of who sits on {@code seat}; {@code seat N} where nobody does. */
  static String name(JsonNode doc, String seat) {
    return doc.path("seats").path(seat).path("name").asString("seat " + seat);
  }

  String phase() {
    return doc.path("phase").asString("");
  }

  /** This player's seat; empty for one who watches. */
  Optional<String> seat() {
    return doc.path("seats")
        .properties()
        .stream()
        .filter(e -> e.getValue().path("id").asString("").equals(player))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  boolean ready() {
    return seat().map(seat -> doc.path("seats").path(seat).path("ready").asBoolean(false)).orElse(false);
  }

  /** Whether this player may act now; in a game that ticks, at any time while playing. */
  boolean mayAct() {
    return phase().equals("playing") && seat().isPresent()
        && (!doc.has("turn") || seat().filter(this::inTurn).isPresent());
  }

  /** Everything that can be seen, as a newcomer needs it; {@code title} is the game's. */
  List<String> whole(String title) {
    List<String> lines = new ArrayList<>();
    lines.add("Room " + doc.path("code").asString("") + ", " + title + ", " + switch (phase()) {
      case "playing" -> "playing";
      case "over" -> "between matches";
      default -> "before the match";
    } + (doc.path("locked").asBoolean(false) ? ", with a password" : ""));
    lines.addAll(people());
    lines.addAll(table());
    return lines;
  }

  /** Who sits where. */
  List<String> people() {
    List<String> lines = new ArrayList<>();
    int size = doc.path("size").asInt(0);
    for (int seat = 0; seat < size; seat++) {
      JsonNode who = doc.path("seats").path(String.valueOf(seat));
      lines.add("  seat " + seat + ": " + (who.isMissingNode() ? "free" : person(who)));
    }
    if (phase().equals("lobby")) {
      lines.add(seat().isEmpty() ? "You watch. Type /sit for a seat."
          : ready() ? "You are ready; the match starts when all are."
              : "Type /ready when you are; the match starts when all are.");
    }
    return lines;
  }

  /** The board, whose turn it is, and how it ended; nothing before the first match. */
  List<String> table() {
    if (!doc.has("view")) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(Painter.of(doc.path("game").asString("")).paint(doc));
    if (doc.has("clock")) {
      lines.add("  clocks: " + doc.path("clock")
          .properties()
          .stream()
          .map(e -> name(doc, e.getKey()) + " " + clock(e.getValue().asLong(0)))
          .collect(Collectors.joining(", ")));
    }
    if (phase().equals("playing")) {
      turn().ifPresent(lines::add);
    } else if (doc.has("result")) {
      lines.add(result());
      lines.add(seat().isPresent() ? "Type /rematch for another match, /leave to go."
          : "Type /sit for a seat, /leave to go.");
    }
    return lines;
  }

  /** A happening in one line: its type, then its members, a seat by its name. */
  public String happening(JsonNode event) {
    String rest = event.properties()
        .stream()
        .filter(e -> !e.getKey().equals("type"))
        .map(e -> e.getKey().equals("seat") ? name(doc, e.getValue().toString())
            : e.getKey() + " " + PlainPainter.inline(e.getValue()))
        .collect(Collectors.joining(", "));
    return "* " + event.path("type").asString("") + (rest.isEmpty() ? "" : ": " + rest);
  }

  private Optional<String> turn() {
    if (!doc.has("turn")) {
      return Optional.empty();
    }
    if (mayAct()) {
      return Optional.of("It is your turn.");
    }
    String names = doc.path("turn")
        .valueStream()
        .map(seat -> name(doc, seat.toString()))
        .collect(Collectors.joining(" and "));
    return names.isEmpty() ? Optional.empty() : Optional.of("It is the turn of " + names + ".");
  }

  private boolean inTurn(String seat) {
    return doc.path("turn").valueStream().anyMatch(node -> node.toString().equals(seat));
  }

  private String person(JsonNode who) {
    var text = new StringBuilder(who.path("name").asString(""));
    String id = who.path("id").asString("");
    append(text, id.equals(player), "you");
    append(text, who.has("bot"), "bot");
    append(text, id.equals(doc.path("host").asString("")), "host");
    append(text, who.path("ready").asBoolean(false), "ready");
    append(text, !who.path("connected").asBoolean(true), "connection lost");
    return text.toString();
  }

  private static void append(StringBuilder text, boolean so, String word) {
    if (so) {
      text.append(", ").append(word);
    }
  }

  /** How the match ended, in a sentence. */
  public String result() {
    JsonNode ranks = doc.path("result").path("ranks");
    String reason = doc.path("result").path("reason").asString("");
    List<String> best = ranks.properties()
        .stream()
        .filter(e -> e.getValue().asInt(0) == 1)
        .map(e -> name(doc, e.getKey()))
        .toList();
    if (best.size() == ranks.size() && best.size() > 1) {
      return "The match is over: a draw (" + reason + ").";
    }
    String won = String.join(" and ", best) + (best.size() == 1 ? " wins" : " win");
    String all = ranks.size() <= 2 ? ""
        : ": " + ranks.properties()
            .stream()
            .sorted((a, b) -> Integer.compare(a.getValue().asInt(0), b.getValue().asInt(0)))
            .map(e -> e.getValue().asInt(0) + ". " + name(doc, e.getKey()))
            .collect(Collectors.joining(", "));
    return "The match is over: " + won + " (" + reason + ")" + all + ".";
  }

  private static String clock(long millis) {
    long seconds = Math.max(0, millis) / 1_000;
    return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
  }
}
