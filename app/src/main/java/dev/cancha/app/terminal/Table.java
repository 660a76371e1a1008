package dev.cancha.app.terminal;

import dev.cancha.app.join.RoomNews;
import dev.cancha.common.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The room that the player is in.
 *
 * @param doc its document
 * @param matchMillis the match's time when {@code doc} came
 * @param at when that was, by the screen's clock
 * @param talk what was said, and what happened at the table, oldest first
 * @param heard the number of the last message in {@code talk}
 * @param watching who looks on
 */
record Table(JsonNode doc, long matchMillis, long at, List<Talk> talk, long heard, List<String> watching) {
  private static final int KEPT = 200;

  /** @param name who said {@code text}; empty where it is news of the room */
  record Talk(String name, @Nullable Integer seat, String text) {}

  Table {
    talk = List.copyOf(talk.subList(Math.max(0, talk.size() - KEPT), talk.size()));
    watching = List.copyOf(watching);
  }

  static Table of(Heard.Changed changed, long now) {
    return new Table(changed.doc(), changed.matchMillis(), now, List.of(), -1, List.of())
        .hearing(changed.chat());
  }

  Table changed(Heard.Changed changed, String player, long now) {
    List<Talk> more = new ArrayList<>(talk);
    for (String news : new RoomNews(doc, changed.doc(), player).lines()) {
      more.add(new Talk("", null, news));
    }
    return new Table(changed.doc(), changed.matchMillis(), now, more, heard, watching)
        .hearing(changed.chat());
  }

  /** With those of {@code chat} that were not heard yet. */
  Table hearing(List<ServerMessage.Chat> chat) {
    List<Talk> more = new ArrayList<>(talk);
    long last = heard;
    for (ServerMessage.Chat each : chat) {
      if (each.n() > last) {
        last = each.n();
        more.add(new Talk(each.from().name(), each.from().seat(), each.text()));
      }
    }
    return last == heard ? this : new Table(doc, matchMillis, at, more, last, watching);
  }

  Table watching(List<String> names) {
    return new Table(doc, matchMillis, at, talk, heard, names);
  }

  String code() {
    return doc.path("code").asString("");
  }

  String phase() {
    return doc.path("phase").asString("");
  }

  String game() {
    return doc.path("game").asString("");
  }

  int size() {
    return Math.clamp(doc.path("size").asInt(0), 0, 64);
  }

  JsonNode seat(int seat) {
    return doc.path("seats").path(String.valueOf(seat));
  }

  /** The seat of {@code player}; null for one who watches. */
  @Nullable
  Integer seatOf(String player) {
    for (int seat = 0; seat < size(); seat++) {
      if (seat(seat).path("id").asString("").equals(player)) {
        return seat;
      }
    }
    return null;
  }

  boolean hostIs(String player) {
    return doc.path("host").asString("").equals(player);
  }

  boolean inTurn(int seat) {
    return phase().equals("playing")
        && doc.path("turn").valueStream().anyMatch(node -> node.asInt(-1) == seat);
  }

  /** What the clock of {@code seat} shows at {@code now}, in milliseconds; negative where it has none. */
  long clock(int seat, long now) {
    JsonNode clock = doc.path("clock").path(String.valueOf(seat));
    if (clock.isMissingNode()) {
      return -1;
    }
    long spent = inTurn(seat) ? matchMillis + now - at - doc.path("time").asLong(matchMillis) : 0;
    return Math.max(0, clock.asLong(0) - Math.max(0, spent));
  }
}
