package dev.cancha.app.terminal;

import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Window;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage.RoomEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * The open rooms of a server.
 *
 * @param chosen the code of the chosen room, which stays chosen when others come and go
 * @param row where it was last
 */
record LobbyScreen(String chosen, int row) implements Screen {
  static final LobbyScreen START = new LobbyScreen("", 0);
  private static final int CODE = 8;
  private static final int GAME = 20;
  private static final int SEATS = 8;
  private static final int STATE = 17;

  @Override
  public Turn on(Key key, World world) {
    List<RoomEntry> rooms = world.rooms();
    if (key.is('n')) {
      return CreateScreen.open(world);
    }
    if (key.is('c')) {
      return Turn.to(EntryScreen.byCode());
    }
    if (key.is('q') || key.equals(Key.ESCAPE)) {
      return Turn.end(this, 0);
    }
    if (rooms.isEmpty()) {
      return Turn.to(this);
    }
    RoomEntry room = rooms.get(row);
    if (key.equals(Key.ENTER) || key.is('w')) {
      return enter(room, key.is('w'));
    }
    int moved = Pick.moved(row, key, rooms.size());
    return Turn.to(new LobbyScreen(rooms.get(moved).code(), moved));
  }

  private Turn enter(RoomEntry room, boolean watch) {
    return room.locked() ? Turn.to(EntryScreen.password(room.code(), watch))
        : Turn.ask(this, new ClientMessage.Join(null, room.code(), null, null, watch ? true : null));
  }

  @Override
  public LobbyScreen facing(World world) {
    List<RoomEntry> rooms = world.rooms();
    for (int i = 0; i < rooms.size(); i++) {
      if (rooms.get(i).code().equals(chosen)) {
        return new LobbyScreen(chosen, i);
      }
    }
    int near = Math.clamp(row, 0, Math.max(0, rooms.size() - 1));
    return new LobbyScreen(rooms.isEmpty() ? "" : rooms.get(near).code(), near);
  }

  @Override
  public String title(World world) {
    return "rooms at " + world.server();
  }

  @Override
  public List<Line> body(World world, Window inside) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.EMPTY);
    if (world.rooms().isEmpty()) {
      lines.add(Line.of("  No room is open. Press n to open one, or c to type a room's code."));
      return lines;
    }
    lines.add(Line.of("  ").plus(row("CODE", "GAME", "SEATS", "STATE")).plus("WATCHING").in(Ink.STRONG));
    List<Line> rows = world.rooms().stream().map(room -> row(room, world)).toList();
    lines.addAll(Pick.lines(rows, row, new Window(inside.width(), Math.max(1, inside.height() - 2))));
    return lines;
  }

  private static Line row(RoomEntry room, World world) {
    String state = switch (room.phase()) {
      case LOBBY -> "not begun";
      case PLAYING -> "playing";
      case OVER -> "between matches";
    };
    return row(room.code(), world.titleOf(room.game()), room.taken() + "/" + room.seats(), state)
        .plus(room.spectators() == 0 ? "" : room.spectators() + " ")
        .plus(room.locked() ? "password" : "", Ink.STRONG);
  }

  private static Line row(String code, String game, String seats, String state) {
    return Line.of(code)
        .fit(CODE)
        .plus(Line.of(game).fit(GAME - 1))
        .plus(" ")
        .plus(Line.of(seats).fit(SEATS))
        .plus(Line.of(state).fit(STATE));
  }

  @Override
  public String help(World world) {
    return world.rooms().isEmpty() ? "n new room · c code · q quit"
        : "↑↓ Enter join · w watch · n new room · c code · q quit";
  }
}
