package dev.cancha.app.terminal;

import dev.cancha.app.board.Board;
import dev.cancha.app.board.Sight;
import dev.cancha.app.join.RoomText;
import dev.cancha.app.terminal.RoomScreen.Over;
import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Text;
import dev.cancha.app.text.Window;
import dev.cancha.common.message.ServerMessage.GameDescription;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a room is laid out: what is said stands beside the board where there is room, else below it. Pure. */
record RoomDrawing(RoomScreen screen, Table table, World world) {
  private static final int PANEL = 24;
  private static final int WIDEST_PANEL = 46;
  private static final int MARGIN = 2;
  private static final int GAP = 5;
  private static final int SEATS = 40;
  /** With so many lines left below a board, one of them stays empty. */
  private static final int LOOSE = 4;

  List<Line> body(Window inside) {
    return isWide(inside) ? beside(mainWidth(), inside) : below(inside);
  }

  private int mainWidth() {
    int board = screen.showsSeats(table) ? SEATS : Board.of(table.game()).width(table.doc());
    boolean words = screen.over() instanceof Over.Menu || screen.over() instanceof Over.Help;
    return words ? Math.max(SEATS, board) : board;
  }

  private boolean isWide(Window inside) {
    return inside.width() >= MARGIN + mainWidth() + GAP + PANEL;
  }

  private List<Line> beside(int main, Window inside) {
    int panel = Math.min(WIDEST_PANEL, inside.width() - MARGIN - main - GAP);
    List<Line> left = new ArrayList<>();
    if (inside.height() > 18) {
      left.add(Line.EMPTY);
    }
    left.addAll(main(new Window(main, inside.height() - left.size())));
    List<Line> right = panel(new Window(panel, inside.height()));
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < inside.height(); i++) {
      Line shown = i < left.size() ? left.get(i) : Line.EMPTY;
      lines.add(Line.of(" ".repeat(MARGIN))
          .plus(shown.fit(main))
          .plus("  │  ", Ink.FAINT)
          .plus(i < right.size() ? right.get(i) : Line.EMPTY));
    }
    return lines;
  }

  /** The players, who looks on, and what was said last at the bottom. */
  private List<Line> panel(Window space) {
    List<Line> top = new ArrayList<>();
    if (!screen.showsSeats(table)) {
      top.addAll(new SeatRows(table, world).taken());
    }
    if (!table.watching().isEmpty()) {
      Text.wrap("watching: " + String.join(", ", table.watching()), space.width())
          .forEach(line -> top.add(Line.of(line, Ink.FAINT)));
    }
    if (!top.isEmpty()) {
      top.add(Line.of("─".repeat(space.width()), Ink.FAINT));
    }
    List<Line> lines = new ArrayList<>(top.subList(0, Math.min(top.size(), space.height())));
    List<Line> talk = talk(space.width(), space.height() - lines.size());
    while (lines.size() + talk.size() < space.height()) {
      lines.add(Line.EMPTY);
    }
    lines.addAll(talk);
    return lines;
  }

  private List<Line> below(Window inside) {
    boolean seats = screen.showsSeats(table);
    List<Line> lines = new ArrayList<>();
    for (Line line : main(mainSpace(inside))) {
      lines.add(Line.of(" ".repeat(line.width() + MARGIN <= inside.width() ? MARGIN : 0)).plus(line));
    }
    if (!seats && lines.size() < inside.height()) {
      if (inside.height() - lines.size() > LOOSE) {
        lines.add(Line.EMPTY);
      }
      lines.add(Line.of("  ").plus(new SeatRows(table, world).inOneLine()));
    }
    List<Line> talk = talk(inside.width() - MARGIN, inside.height() - lines.size() - 1);
    while (lines.size() + talk.size() < inside.height()) {
      lines.add(Line.EMPTY);
    }
    talk.forEach(line -> lines.add(Line.of("  ").plus(line)));
    return lines;
  }

  private List<Line> talk(int width, int most) {
    List<Line> lines = new ArrayList<>();
    for (Table.Talk each : table.talk()) {
      if (each.name().isEmpty()) {
        Text.wrap(each.text(), width).forEach(line -> lines.add(Line.of(line, Ink.FAINT)));
      } else {
        lines.addAll(said(each, width));
      }
    }
    return lines.subList(Math.max(0, lines.size() - Math.max(0, most)), lines.size());
  }

  private static List<Line> said(Table.Talk talk, int width) {
    String name = Text.clean(talk.name());
    List<String> wrapped = Text.wrap(name + ": " + talk.text(), width);
    List<Line> lines = new ArrayList<>();
    Ink ink = talk.seat() == null ? Ink.STRONG : Ink.seat(talk.seat()).asBold();
    String first = wrapped.getFirst();
    lines.add(
        first.startsWith(name) ? Line.of(name, ink).plus(first.substring(name.length())) : Line.of(first));
    wrapped.stream().skip(1).forEach(rest -> lines.add(Line.of(rest)));
    return lines;
  }

  private List<Line> main(Window space) {
    return switch (screen.over()) {
      case Over.Menu menu -> menu(menu, space);
      case Over.Help _ -> rules(space);
      case Over.Saying _,Over.Question _ -> table(space);
      case null -> table(space);
    };
  }

  private List<Line> table(Window space) {
    if (screen.showsSeats(table)) {
      return seats(space);
    }
    Integer mine = table.seatOf(world.me().id());
    var sight = new Sight(table.doc(), mine, space);
    List<Line> lines = mine == null || !table.phase().equals("playing") ? Board.of(table.game()).draw(sight)
        : screen.hand().draw(sight);
    return lines.subList(0, Math.min(lines.size(), Math.max(0, space.height())));
  }

  private List<Line> seats(Window space) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of("Seats", Ink.STRONG));
    lines.addAll(Pick.lines(new SeatRows(table, world).whole(), screen.seat(),
        new Window(space.width(), Math.max(1, space.height() - 1))));
    rules(space).forEach(lines::add);
    return lines.subList(0, Math.min(lines.size(), space.height()));
  }

  private List<Line> rules(Window space) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.EMPTY);
    GameDescription description = world.described().get(table.game());
    if (description != null) {
      Text.wrap(description.help(), space.width()).forEach(line -> lines.add(Line.of(line, Ink.FAINT)));
    }
    lines.add(Line.EMPTY);
    table.doc()
        .path("options")
        .properties()
        .forEach(
            option -> lines.add(Line.of(option.getKey() + ": " + option.getValue().asString(""), Ink.FAINT)));
    return lines;
  }

  private static List<Line> menu(Over.Menu menu, Window space) {
    List<Line> rows = menu.items().stream().map(item -> Line.of(item.label())).toList();
    List<Line> lines = new ArrayList<>(List.of(Line.EMPTY));
    lines.addAll(Pick.lines(rows, menu.at(),
        new Window(Math.min(44, space.width()), Math.max(1, space.height() - 1))));
    return lines;
  }

  /** What is typed, what is asked, or how the match stands. */
  Line status(Window inside) {
    return switch (screen.over()) {
      case Over.Saying saying -> Line.of("Say: ", Ink.STRONG)
          .plus(saying.field().line(Math.max(4, inside.width() - 5), false));
      case Over.Question question -> Line.of(question.item().question() + " (y/n)", Ink.STRONG);
      case Over.Menu _,Over.Help _ -> Line.EMPTY;
      case null -> standing(inside);
    };
  }

  /** How it stands; and what was said last, where there is no other place for it. */
  private Line standing(Window inside) {
    Line standing = standing(table.seatOf(world.me().id()));
    boolean full = !isWide(inside) && inside.height() - main(mainSpace(inside)).size() < 3;
    List<Line> last = full ? talk(Math.max(8, inside.width() - standing.width() - 3), 1) : List.of();
    return last.isEmpty() ? standing
        : standing.plus(standing.spans().isEmpty() ? "" : "   ").plus(last.getFirst());
  }

  private Window mainSpace(Window inside) {
    return new Window(inside.width() - MARGIN, inside.height() - (screen.showsSeats(table) ? 0 : 1));
  }

  private Line standing(@Nullable Integer mine) {
    return switch (table.phase()) {
      case "playing" -> playing(mine);
      case "over" -> Line.of(new RoomText(table.doc(), world.me().id()).result(), Ink.STRONG);
      default -> Line.of(mine == null ? "You watch. Choose a free seat and press Enter to sit down."
          : table.seat(mine).path("ready").asBoolean(false) ? "You are ready; the match starts when all are."
              : "Press r when you are ready; the match starts when all are.");
    };
  }

  private Line playing(@Nullable Integer mine) {
    if (!table.doc().has("turn")) {
      int left = table.doc().path("view").path("secondsLeft").asInt(-1);
      return left < 0 ? Line.EMPTY : Line.of(left + " s left");
    }
    if (mine != null && table.inTurn(mine)) {
      return Line.of("It is your turn.", Ink.STRONG);
    }
    List<String> names = new ArrayList<>();
    for (int seat = 0; seat < table.size(); seat++) {
      if (table.inTurn(seat)) {
        names.add(table.seat(seat).path("name").asString(""));
      }
    }
    return Line.of(names.isEmpty() ? "" : "It is the turn of " + String.join(" and ", names) + ".");
  }

  String help() {
    Integer mine = table.seatOf(world.me().id());
    return switch (screen.over()) {
      case Over.Menu _ -> "↑↓ Enter choose · Esc back";
      case Over.Saying _ -> "Enter say · Esc not";
      case Over.Question _ -> "y yes · any other key no";
      case Over.Help _ -> "any key back";
      case null -> screen.showsSeats(table) ? seatHelp(mine)
          : table.phase().equals("playing")
              ? mine == null ? "t talk · Tab seats · ? rules · Esc menu"
                  : screen.hand().types() ? screen.hand().help()
                      : screen.hand().help() + " · t talk · Esc menu"
              : mine == null ? "Tab seats · t talk · l leave · Esc menu"
                  : "r rematch · Tab seats · t talk · l leave · Esc menu";
    };
  }

  private String seatHelp(@Nullable Integer mine) {
    boolean playing = table.phase().equals("playing");
    boolean host = table.hostIs(world.me().id());
    var help = new StringBuilder();
    help.append(mine == null || playing ? "" : "r ready · ")
        .append(host && !playing ? "s start · b bot · k kick · " : host ? "k kick · " : "")
        .append("↑↓ Enter seat · t talk · ")
        .append(table.doc().has("view") ? "Tab board · " : "")
        .append(playing ? "" : "l leave · ");
    return help.append("Esc menu").toString();
  }
}
