package dev.cancha.app.terminal;

import dev.cancha.app.text.Field;
import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Text;
import dev.cancha.app.text.Window;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Protocol;
import dev.cancha.common.message.ServerMessage.GameDescription;
import dev.cancha.common.message.ServerMessage.GameEntry;
import dev.cancha.common.message.Visibility;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new room: the game, then what is the same for all games, then the game's options.
 *
 * @param game its place in the list of games
 * @param rows all below the game
 * @param described whether the last of {@code rows} are the game's options already
 * @param at the chosen row, 0 for the game
 */
record CreateScreen(int game, List<Choice> rows, boolean described, int at) implements Screen {
  private static final int LABEL = 20;
  private static final int SEATS = 0;
  private static final int BOTS = 1;
  private static final int ROOM = 2;
  private static final int PASSWORD = 3;
  private static final int MINE = 4;
  private static final int COMMON = 5;

  CreateScreen {
    rows = List.copyOf(rows);
  }

  static Turn open(World world) {
    return world.me().games().isEmpty() ? Turn.to(LobbyScreen.START).saying("This server has no games.")
        : of(0, 0, world);
  }

  /** Asks for the game's options where they are not known. */
  private static Turn of(int game, int at, World world) {
    GameEntry entry = world.me().games().get(game);
    List<Choice> rows = List.of(
        new Choice.Count("seats", entry.minSeats(), entry.maxSeats(), entry.maxSeats()),
        new Choice.Count("bots at once", 0, entry.maxSeats(), 0),
        new Choice.OneOf("room", List.of("public", "private: by its code alone"), 0),
        new Choice.Words("password", Field.empty(Protocol.MAX_PASSWORD_CHARACTERS), true),
        new Choice.OneOf("I", List.of("play", "watch"), 0));
    Screen screen = new CreateScreen(game, rows, false, at).facing(world);
    return world.described().containsKey(entry.id()) ? Turn.to(screen)
        : Turn.ask(screen, new ClientMessage.Describe(null, entry.id()));
  }

  @Override
  public Screen facing(World world) {
    GameDescription description = description(world);
    if (described || description == null) {
      return this;
    }
    List<Choice> all = new ArrayList<>(rows);
    all.addAll(OptionRows.of(description.options()));
    return new CreateScreen(game, all, true, at);
  }

  private @Nullable GameDescription description(World world) {
    return game < world.me().games().size() ? world.described().get(world.me().games().get(game).id()) : null;
  }

  @Override
  public Turn on(Key key, World world) {
    return switch (key.kind()) {
      case ESCAPE -> Turn.to(LobbyScreen.START.facing(world));
      case ENTER -> create(world);
      case UP, BACK_TAB ->
        Turn.to(new CreateScreen(game, rows, described, Math.floorMod(at - 1, rows.size() + 1)));
      case DOWN, TAB ->
        Turn.to(new CreateScreen(game, rows, described, Math.floorMod(at + 1, rows.size() + 1)));
      default -> at == 0 ? otherGame(key, world) : Turn.to(changed(rows.get(at - 1).on(key)));
    };
  }

  private CreateScreen changed(Choice row) {
    List<Choice> changed = new ArrayList<>(rows);
    changed.set(at - 1, row);
    return new CreateScreen(game, changed, described, at);
  }

  private Turn otherGame(Key key, World world) {
    int games = world.me().games().size();
    return switch (key.kind()) {
      case LEFT -> of(Math.floorMod(game - 1, games), 0, world);
      case RIGHT -> of(Math.floorMod(game + 1, games), 0, world);
      default -> Turn.to(this);
    };
  }

  private Turn create(World world) {
    GameDescription description = description(world);
    String password = rows.get(PASSWORD).value();
    boolean hidden = !rows.get(ROOM).value().equals("public");
    int bots = Integer.parseInt(rows.get(BOTS).value());
    return Turn.ask(this, new ClientMessage.Create(null, world.me().games().get(game).id(),
        description == null ? null
            : OptionRows.options(rows.subList(COMMON, rows.size()), description.options()),
        null, Integer.parseInt(rows.get(SEATS).value()), hidden ? Visibility.PRIVATE : null,
        password.isEmpty() ? null : password, bots == 0 ? null : (Integer) bots,
        rows.get(MINE).value().equals("watch") ? true : null));
  }

  @Override
  public String title(World world) {
    return "new room at " + world.server();
  }

  @Override
  public List<Line> body(World world, Window inside) {
    List<String> games = world.me().games().stream().map(GameEntry::title).toList();
    List<Choice> all = new ArrayList<>();
    all.add(new Choice.OneOf("game", games, Math.min(game, games.size() - 1)));
    all.addAll(rows);
    List<Line> form = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Choice row = all.get(i);
      Ink ink = i == at ? Ink.STRONG : Ink.PLAIN;
      form.add(Line.of(i == at ? "▸ " : "  ", Ink.STRONG)
          .plus(Line.of(row.label(), ink).fit(LABEL))
          .plus(row.line(i == at, Math.max(4, inside.width() - LABEL - 4))));
    }
    int room = Math.max(1, inside.height() - 2);
    int first = Math.clamp(at - room / 2, 0, Math.max(0, form.size() - room));
    List<Line> lines = new ArrayList<>(List.of(Line.EMPTY));
    lines.addAll(form.subList(first, Math.min(form.size(), first + room)));
    lines.add(Line.EMPTY);
    GameDescription description = description(world);
    if (description != null && lines.size() < inside.height()) {
      Text.wrap(description.help(), Math.max(8, inside.width() - 4))
          .forEach(line -> lines.add(Line.of("  " + line, Ink.FAINT)));
    }
    return lines;
  }

  @Override
  public String help(World world) {
    return "↑↓ row · ←→ change · Enter open the room · Esc back";
  }
}
