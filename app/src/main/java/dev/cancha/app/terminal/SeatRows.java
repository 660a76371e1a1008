package dev.cancha.app.terminal;

import dev.cancha.app.board.Board;
import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Line;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Who sits where, as lines. Pure. */
record SeatRows(Table table, World world) {
  /** All seats, one a line, with all that is known of each. */
  List<Line> whole() {
    List<Line> rows = new ArrayList<>();
    for (int seat = 0; seat < table.size(); seat++) {
      rows.add(row(seat));
    }
    return rows;
  }

  /** Those that are taken, one a line. */
  List<Line> taken() {
    List<Line> rows = new ArrayList<>();
    for (int seat = 0; seat < table.size(); seat++) {
      if (!table.seat(seat).isMissingNode()) {
        rows.add(row(seat));
      }
    }
    return rows;
  }

  /** Those that are taken, beside each other. */
  Line inOneLine() {
    Line line = Line.EMPTY;
    Board board = Board.of(table.game());
    for (int seat = 0; seat < table.size(); seat++) {
      JsonNode who = table.seat(seat);
      if (!who.isMissingNode()) {
        String score = board.score(table.doc(), seat);
        line = line.plus(line.spans().isEmpty() ? "" : "   ")
            .plus(table.inTurn(seat) ? "▸" : "")
            .plus(board.badge(table.doc(), seat))
            .plus(" " + who.path("name").asString(""), isMe(who) ? Ink.STRONG : Ink.PLAIN)
            .plus(score.isEmpty() ? "" : " " + score)
            .plus(who.path("connected").asBoolean(true) ? "" : " offline", Ink.BAD);
      }
    }
    return line;
  }

  private Line row(int seat) {
    JsonNode who = table.seat(seat);
    Board board = Board.of(table.game());
    Line line = Line.of(table.inTurn(seat) ? "▸ " : "  ", Ink.STRONG)
        .plus(board.badge(table.doc(), seat))
        .plus(" ");
    if (who.isMissingNode()) {
      return line.plus("free", Ink.FAINT);
    }
    line = line.plus(who.path("name").asString(""), isMe(who) ? Ink.STRONG : Ink.PLAIN);
    List<String> marks = new ArrayList<>();
    add(marks, isMe(who), "you");
    add(marks, who.has("bot"), "bot");
    add(marks, table.hostIs(who.path("id").asString("")), "host");
    line = line.plus(marks.isEmpty() ? "" : " (" + String.join(", ", marks) + ")", Ink.FAINT);
    String score = board.score(table.doc(), seat);
    line = line.plus(score.isEmpty() ? "" : " " + score);
    long clock = table.clock(seat, world.now());
    line = line.plus(clock < 0 ? "" : " " + clock(clock), Ink.STRONG);
    boolean ready = who.path("ready").asBoolean(false) && !table.phase().equals("playing");
    return line.plus(ready ? " ready" : "", Ink.GOOD)
        .plus(who.path("connected").asBoolean(true) ? "" : " offline", Ink.BAD);
  }

  private boolean isMe(JsonNode who) {
    return who.path("id").asString("").equals(world.me().id());
  }

  private static void add(List<String> marks, boolean so, String mark) {
    if (so) {
      marks.add(mark);
    }
  }

  private static String clock(long millis) {
    long seconds = (millis + 999) / 1_000;
    return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
  }
}
