package dev.cancha.app.terminal;

import dev.cancha.app.text.Frame;
import dev.cancha.app.text.Ink;
import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Show;
import dev.cancha.app.text.Window;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The whole client but for its surroundings: keys and news in, lines and effects out. Owner: the thread that shows it.
 */
public final class Client implements Show {
  private static final int STOPPED = 130;
  private static final String BACK = "The connection is back.";
  /** Good news need not stand in the way until a key is pressed. */
  private static final long BACK_MILLIS = 3_000;

  private final Goal goal;
  private final Consumer<Effect> effects;
  private World world = World.EMPTY;
  private Screen screen;
  private String notice = "";
  private long backAt;
  /** Looks for the server that has the room of the goal; null where that is known, or given up. */
  private @Nullable Quest quest;
  /** What ends with the answer to a {@code leave} that is on its way. */
  private OptionalInt leaving = OptionalInt.empty();
  private OptionalInt exit = OptionalInt.empty();
  private String farewell = "";

  /** @param effects takes what is to be done outside */
  public Client(Goal goal, Consumer<Effect> effects) {
    this.goal = goal;
    this.effects = effects;
    quest = goal.server() == null && goal.code() != null ? Quest.of(goal.code()) : null;
    screen = goal.server() != null ? new DialScreen("Connecting to " + goal.server() + " ...")
        : quest != null ? new DialScreen(quest.said()) : FindScreen.START;
  }

  /** Begins; what comes of it is {@link #hear heard}. */
  public void start() {
    if (goal.server() == null) {
      effects.accept(new Effect.Search());
    } else {
      dial(goal.server());
    }
  }

  private void dial(String address) {
    world = world.dialling(address);
    effects.accept(new Effect.Dial(address));
  }

  @Override
  public boolean over() {
    return exit.isPresent();
  }

  /** The exit code, once it is over. */
  public int exit() {
    return exit.orElse(1);
  }

  /** A sentence to be read when the screen is gone; often empty. */
  public String farewell() {
    return farewell;
  }

  @Override
  public void at(long millis) {
    world = world.at(millis);
    if (notice.equals(BACK) && millis - backAt > BACK_MILLIS) {
      notice = "";
    }
    if (quest != null && quest.isHopeless(millis)) {
      step(quest);
    }
  }

  @Override
  public void on(Key key) {
    if (key.equals(Key.STOP)) {
      leave(STOPPED);
      return;
    }
    notice = "";
    Turn turn = screen.on(key, world);
    screen = turn.screen();
    notice = turn.notice();
    turn.effects().forEach(this::effect);
    if (turn.exit().isPresent()) {
      leave(turn.exit().getAsInt());
    }
  }

  private void effect(Effect effect) {
    if (effect instanceof Effect.Dial dial) {
      arrive();
      dial(dial.address());
    } else {
      effects.accept(effect);
    }
  }

  /** Leaves the room first, so that nobody there waits for one who is gone; the second time at once. */
  private void leave(int code) {
    if (world.table() == null || leaving.isPresent() || !world.connected()) {
      exit = OptionalInt.of(code);
      return;
    }
    leaving = OptionalInt.of(code);
    ask(new ClientMessage.Leave(null));
  }

  private void ask(ClientMessage.Request request) {
    effects.accept(new Effect.Ask(request));
  }

  /** What came from outside. */
  public void hear(Heard heard) {
    switch (heard) {
      case Heard.Found found -> found(found.servers());
      case Heard.Welcomed welcomed -> welcomed(welcomed);
      case Heard.Rooms rooms -> world = world.listing(rooms.rooms());
      case Heard.Changed changed -> changed(changed);
      case Heard.Said said -> {
        Table table = world.table();
        world = table == null ? world : world.at(table.hearing(List.of(said.chat())));
      }
      case Heard.Watching watching -> {
        Table table = world.table();
        world = table == null ? world : world.at(table.watching(watching.names()));
      }
      case Heard.Left left -> left(left.reason());
      case Heard.Lost _ -> world = world.connected(false);
      case Heard.Back back -> back(back.player());
      case Heard.Told told -> notice = told.sentence();
      case Heard.Closed closed -> closed(closed.why());
      case Heard.Answered answered -> answered(answered);
      case Heard.Refused refused -> refused(refused);
      case Heard.Stop _ -> leave(STOPPED);
    }
    screen = screen.facing(world);
  }

  private void found(List<Server> servers) {
    world = world.found(servers);
    if (quest != null) {
      step(quest.found(servers, world.now()));
    }
  }

  /** On with the quest, which may dial, wait, or give up. */
  private void step(Quest next) {
    quest = next;
    if (next.isHopeless(world.now())) {
      quest = null;
      effects.accept(new Effect.HangUp());
      world = world.dialling("");
      screen = FindScreen.START;
      notice = "No server that was found has a room " + goal.code() + ".";
      return;
    }
    screen = new DialScreen(next.said());
    String address = next.dialled();
    if (address != null && !address.equals(world.server())) {
      dial(address);
    }
  }

  /** There is a server that the player stays with. */
  private void arrive() {
    if (goal.server() == null) {
      effects.accept(new Effect.Enough());
    }
    quest = null;
  }

  private void welcomed(Heard.Welcomed welcomed) {
    world = world.welcomed(new World.Me(welcomed.player(), welcomed.name(), welcomed.games()));
    String code = goal.code();
    if (code != null && (quest != null || goal.server() != null)) {
      ask(new ClientMessage.Join(null, code, goal.password(), null, goal.watch() ? true : null));
    } else {
      rooms();
    }
  }

  /** Shows the list of rooms, which is sent again whenever it changes. */
  private void rooms() {
    arrive();
    screen = LobbyScreen.START;
    ask(new ClientMessage.ListRooms(null, null, true));
  }

  private void changed(Heard.Changed changed) {
    Table before = world.table();
    String code = changed.doc().path("code").asString("");
    if (before != null && before.code().equals(code)) {
      world = world.at(before.changed(changed, world.me().id(), world.now()));
      return;
    }
    arrive();
    Table table = Table.of(changed, world.now());
    world = world.at(table);
    // a code that changes is still the same room
    screen = before != null && screen instanceof RoomScreen ? screen : RoomScreen.of(world, table);
    ask(new ClientMessage.ListRooms(null, null, false));
    if (!world.described().containsKey(table.game())) {
      ask(new ClientMessage.Describe(null, table.game()));
    }
  }

  private void left(LeftReason reason) {
    world = world.at((Table) null);
    if (leaving.isPresent()) {
      exit = leaving;
      return;
    }
    rooms();
    notice = switch (reason) {
      case LEFT -> "";
      case KICKED -> "The host sent you away from the room.";
      case EXPIRED -> "You were away too long, so your place in the room is gone.";
      case CLOSED -> "The room was closed.";
    };
  }

  private void back(String player) {
    world = world.connected(true).welcomed(new World.Me(player, world.me().name(), world.me().games()));
    notice = BACK;
    backAt = world.now();
    if (world.table() == null) {
      ask(new ClientMessage.ListRooms(null, null, true));
    }
  }

  /** For good: back to the servers that were found, or out. */
  private void closed(String why) {
    if (leaving.isPresent()) {
      exit = leaving;
    } else if (quest != null) {
      step(quest.next(world.now()));
    } else if (goal.server() == null) {
      world = world.dialling("");
      screen = FindScreen.START;
      notice = why;
      effects.accept(new Effect.Search());
    } else {
      farewell = why;
      exit = OptionalInt.of(1);
    }
  }

  private void answered(Heard.Answered answered) {
    switch (answered.answer()) {
      case ServerMessage.Rooms rooms -> world = world.table() == null ? world.listing(rooms.rooms()) : world;
      case ServerMessage.GameDescription game -> world = world.knowing(game);
      default -> {
        if (answered.request() instanceof ClientMessage.Leave && leaving.isPresent()) {
          exit = leaving;
        }
      }
    }
  }

  private void refused(Heard.Refused refused) {
    if (leaving.isPresent()) {
      exit = leaving;
      return;
    }
    if (refused.request() instanceof ClientMessage.Join join && world.table() == null) {
      notEntered(join, refused);
      return;
    }
    notice = refused.why();
  }

  private void notEntered(ClientMessage.Join join, Heard.Refused refused) {
    if (quest != null && refused.code() == ErrorCode.NO_SUCH_ROOM) {
      step(quest.next(world.now()));
      return;
    }
    boolean watch = Boolean.TRUE.equals(join.spectate());
    if (refused.code() == ErrorCode.WRONG_PASSWORD) {
      arrive();
      screen = EntryScreen.password(join.room(), watch);
      notice = join.password() == null ? "" : refused.why();
      return;
    }
    if (screen instanceof DialScreen) {
      rooms();
    }
    notice = refused.why();
  }

  @Override
  public List<Line> draw(Window window) {
    if (!Frame.fits(window)) {
      return Frame.tooSmall(window);
    }
    Window inside = Frame.inside(window);
    Line right = Line
        .of(world.me().name().isEmpty() ? "" : world.me().name() + (world.connected() ? "" : " (offline)"));
    return new Frame(Line.of("Cancha · " + screen.title(world)), right, notice(inside),
        Line.of(screen.help(world)))
        .around(screen.body(world, inside), window);
  }

  private Line notice(Window inside) {
    if (leaving.isPresent()) {
      return Line.of("Leaving ... Ctrl-C goes at once.");
    }
    if (!world.connected()) {
      return Line.of("! The connection is lost; trying to get it back. Your place is kept.", Ink.BAD);
    }
    if (notice.equals(BACK)) {
      return Line.of(BACK, Ink.GOOD);
    }
    return notice.isEmpty() ? screen.status(world, inside) : Line.of("! " + notice, Ink.BAD);
  }
}
