package dev.cancha.app.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What is worth telling between two revisions of a room's document, besides the board. Pure. */
public record RoomNews(JsonNode before, JsonNode after, String player) {
  private static final List<String> RULES = List.of("options", "settings", "size", "visibility", "locked");

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    seats(lines);
    String host = after.path("host").asString("");
    if (!host.isEmpty() && !host.equals(before.path("host").asString(""))) {
      lines.add(host.equals(player) ? "You are the host now." : hostName(host) + " is the host now.");
    }
    for (String member : RULES) {
      if (!after.path(member).equals(before.path(member))) {
        lines.add("The host changed " + member + ": " + PlainPainter.inline(after.path(member)));
      }
    }
    return lines;
  }

  /** Whether the board, the hand or the turn changed. */
  boolean atTheTable() {
    return !before.path("phase").equals(after.path("phase"))
        || !before.path("view").equals(after.path("view"))
        || !before.path("me").equals(after.path("me")) || !before.path("turn").equals(after.path("turn"));
  }

  private void seats(List<String> lines) {
    JsonNode old = before.path("seats");
    JsonNode now = after.path("seats");
    var seats = new TreeSet<Integer>();
    old.propertyNames().forEach(seat -> seats.add(Integer.valueOf(seat)));
    now.propertyNames().forEach(seat -> seats.add(Integer.valueOf(seat)));
    for (Integer seat : seats) {
      seat(seat, old.path(seat.toString()), now.path(seat.toString()), lines);
    }
  }

  private void seat(int seat, JsonNode was, JsonNode is, List<String> lines) {
    boolean same = was.path("id").equals(is.path("id"));
    if (!same && was.isObject()) {
      lines.add(name(was) + " left seat " + seat + ".");
    }
    if (!same && is.isObject()) {
      lines.add(name(is) + " took seat " + seat + ".");
    }
    if (same && !was.path("connected").equals(is.path("connected"))) {
      boolean me = is.path("id").asString("").equals(player);
      lines.add(name(is) + (!is.path("connected").asBoolean(true) ? " lost the connection."
          : me ? " are back." : " is back."));
    }
    if (is.path("ready").asBoolean(false) && !(same && was.path("ready").asBoolean(false))) {
      lines.add(name(is) + (is.path("id").asString("").equals(player) ? " are ready." : " is ready."));
    }
  }

  private String name(JsonNode who) {
    return who.path("id").asString("").equals(player) ? "You" : who.path("name").asString("");
  }

  private String hostName(String host) {
    return after.path("seats")
        .properties()
        .stream()
        .map(Map.Entry::getValue)
        .filter(who -> who.path("id").asString("").equals(host))
        .map(this::name)
        .findFirst()
        .orElse("One who watches");
  }
}
