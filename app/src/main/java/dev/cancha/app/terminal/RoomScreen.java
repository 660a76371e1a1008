package dev.cancha.app.terminal;

import dev.cancha.app.board.Hand;
import dev.cancha.app.board.Sight;
import dev.cancha.app.text.Field;
import dev.cancha.app.text.Key;
import dev.cancha.app.text.Key.Kind;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Window;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.Protocol;
import dev.cancha.common.message.ServerMessage.GameDescription;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A room: before the match its seats, then its board, and what people say beside it.
 *
 * @param match the match that the hand is for; empty before the first
 * @param hand what is about to be done in it
 * @param seats whether the seats are looked at although there is a board
 * @param seat the chosen one of them
 * @param over what lies over it, or null
 */
record RoomScreen(String match, Hand hand, boolean seats, int seat, @Nullable Over over) implements Screen {
  /** What takes the keys for a while. */
  sealed interface Over {
    /** The menu, or that of a seat. */
    record Menu(List<RoomMenu.Item> items, int at) implements Over {
      public Menu {
        items = List.copyOf(items);
      }
    }

    /** Something is being said. */
    record Saying(Field field) implements Over {}

    /** Yes or no. */
    record Question(RoomMenu.Item item) implements Over {}

    /** How to play. */
    record Help() implements Over {}
  }

  static RoomScreen of(World world, Table table) {
    return new RoomScreen("", hand(world, table), false, firstFree(table), null).facing(world);
  }

  /** What one most likely wants to do something with; the first seat where all are taken. */
  private static int firstFree(Table table) {
    return IntStream.range(0, table.size())
        .filter(seat -> table.seat(seat).isMissingNode())
        .findFirst()
        .orElse(0);
  }

  private static Hand hand(World world, Table table) {
    GameDescription description = world.described().get(table.game());
    return Hand.of(table.game(),
        description == null ? null : JsonMapper.shared().readTree(description.action().utf8()));
  }

  /** A new match is looked at, with an empty hand; a menu that is open shows what was possible before. */
  @Override
  public RoomScreen facing(World world) {
    Table table = world.table();
    if (table == null) {
      return this;
    }
    String now = table.doc().path("match").asString("")
        + (world.described().containsKey(table.game()) ? "" : "?");
    int chosen = Math.clamp(seat, 0, Math.max(0, table.size() - 1));
    if (now.equals(match)) {
      return chosen == seat ? this : new RoomScreen(match, hand, seats, chosen, over);
    }
    Over kept = over instanceof Over.Saying || over instanceof Over.Help ? over : null;
    return new RoomScreen(now, hand(world, table), false, chosen, kept);
  }

  /** Whether the seats are shown rather than the board. */
  boolean showsSeats(Table table) {
    return seats || !table.doc().has("view");
  }

  @Override
  public Turn on(Key key, World world) {
    Table table = world.table();
    if (table == null) {
      return Turn.to(this);
    }
    return switch (over) {
      case Over.Menu menu -> menu(menu, key);
      case Over.Saying saying -> saying(saying.field(), key);
      case Over.Question question -> key.is('y') ? chosen(question.item()) : Turn.to(over(null));
      case Over.Help _ -> Turn.to(over(null));
      case null -> plain(key, world, table);
    };
  }

  private Turn plain(Key key, World world, Table table) {
    Integer playing = table.phase().equals("playing") && !showsSeats(table) ? table.seatOf(world.me().id())
        : null;
    if (playing != null && hand.types()) {
      return grip(hand.on(key, table.doc(), playing));
    }
    var menu = new RoomMenu(table, world);
    return switch (key.kind()) {
      case ESCAPE -> Turn.to(over(new Over.Menu(menu.items(), 0)));
      case TAB -> Turn.to(new RoomScreen(match, hand, !seats && table.doc().has("view"), seat, null));
      case CHARACTER -> character(key, playing, menu);
      default -> playing != null ? played(key, table, playing)
          : showsSeats(table) ? atSeats(key, menu) : Turn.to(this);
    };
  }

  private Turn character(Key key, @Nullable Integer playing, RoomMenu menu) {
    if (key.is('t')) {
      return Turn.to(over(new Over.Saying(Field.empty(Protocol.MAX_CHAT_CHARACTERS))));
    }
    if (key.is('?')) {
      return Turn.to(over(new Over.Help()));
    }
    return playing != null ? played(key, menu.table(), playing) : item(key, menu, showsSeats(menu.table()));
  }

  private Turn played(Key key, Table table, int mine) {
    Hand.@Nullable Grip grip = hand.on(key, table.doc(), mine);
    boolean acts = grip != null && grip.act() != null;
    return acts && !Sight.mayAct(table.doc(), mine) ? Turn.to(this).saying("It is not your turn.")
        : grip(grip);
  }

  private Turn grip(Hand.@Nullable Grip grip) {
    if (grip == null) {
      return Turn.to(this);
    }
    Turn turn = Turn.to(new RoomScreen(match, grip.hand(), seats, seat, null));
    turn = grip.act() == null ? turn : turn.with(new Effect.Act(grip.act()));
    return grip.complaint() == null ? turn : turn.saying(grip.complaint());
  }

  private Turn item(Key key, RoomMenu menu, boolean withSeats) {
    for (RoomMenu.Item item : menu.items()) {
      if (item.key() != 0 && key.is(item.key())) {
        return asked(item);
      }
    }
    if (withSeats) {
      for (RoomMenu.Item item : menu.items(seat)) {
        if (item.key() != 0 && key.is(item.key())) {
          return asked(item);
        }
      }
    }
    return Turn.to(this);
  }

  private Turn atSeats(Key key, RoomMenu menu) {
    if (key.kind() != Kind.ENTER) {
      return Turn.to(new RoomScreen(match, hand, seats, Pick.moved(seat, key, menu.table().size()), null));
    }
    List<RoomMenu.Item> items = menu.items(seat);
    return items.isEmpty() ? Turn.to(this)
        : items.size() == 1 ? asked(items.getFirst()) : Turn.to(over(new Over.Menu(items, 0)));
  }

  private Turn menu(Over.Menu menu, Key key) {
    return switch (key.kind()) {
      case ESCAPE -> Turn.to(over(null));
      case ENTER -> asked(menu.items().get(menu.at()));
      default -> Turn.to(over(new Over.Menu(menu.items(), Pick.moved(menu.at(), key, menu.items().size()))));
    };
  }

  private Turn asked(RoomMenu.Item item) {
    return item.question().isEmpty() ? chosen(item) : Turn.to(over(new Over.Question(item)));
  }

  private Turn chosen(RoomMenu.Item item) {
    return switch (item.action()) {
      case QUIT -> Turn.end(over(null), 0);
      case SEATS -> Turn.to(new RoomScreen(match, hand, true, seat, null));
      case ASK -> item.request() == null ? Turn.to(over(null)) : Turn.ask(over(null), item.request());
    };
  }

  private Turn saying(Field field, Key key) {
    return switch (key.kind()) {
      case ESCAPE -> Turn.to(over(null));
      case ENTER -> field.text().isBlank() ? Turn.to(over(null))
          : Turn.ask(over(null), new ClientMessage.Say(null, field.text().strip()));
      default -> Turn.to(over(new Over.Saying(field.on(key))));
    };
  }

  private RoomScreen over(@Nullable Over next) {
    return new RoomScreen(match, hand, seats, seat, next);
  }

  @Override
  public String title(World world) {
    Table table = world.table();
    return table == null ? "" : world.titleOf(table.game()) + " · room " + table.code();
  }

  @Override
  public List<Line> body(World world, Window inside) {
    Table table = world.table();
    return table == null ? List.of() : new RoomDrawing(this, table, world).body(inside);
  }

  @Override
  public Line status(World world, Window inside) {
    Table table = world.table();
    return table == null ? Line.EMPTY : new RoomDrawing(this, table, world).status(inside);
  }

  @Override
  public String help(World world) {
    Table table = world.table();
    return table == null ? "" : new RoomDrawing(this, table, world).help();
  }
}
