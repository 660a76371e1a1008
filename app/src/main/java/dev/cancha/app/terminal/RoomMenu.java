package dev.cancha.app.terminal;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ClientMessage.Request;
import dev.cancha.common.message.ServerMessage.GameDescription;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done in a room besides playing, as it stands: the same for the menu and for the keys. Pure. */
record RoomMenu(Table table, World world) {
  /**
   * One thing to do.
   *
   * @param key that does it where no game takes the keys; 0 for none
   * @param request what it asks for, or null where {@code action} says what it is
   * @param question to be answered with yes first, or empty
   */
  record Item(String label, char key, @Nullable Request request, Action action, String question) {
    static Item ask(String label, char key, Request request) {
      return new Item(label, key, request, Action.ASK, "");
    }

    Item asking(String sentence) {
      return new Item(label, key, request, action, sentence);
    }
  }

  /** What an item does. */
  enum Action {
    ASK, SEATS, QUIT
  }

  /** In the order in which they are wanted. */
  List<Item> items() {
    Integer mine = table.seatOf(world.me().id());
    boolean playing = table.phase().equals("playing");
    List<Item> items = new ArrayList<>();
    if (playing) {
      if (mine != null) {
        items.add(
            Item.ask("Resign the match", '\0', new ClientMessage.Resign(null)).asking("Resign the match?"));
      }
    } else {
      betweenMatches(mine, items);
    }
    items.add(new Item("Seats and bots", '\t', null, Action.SEATS, ""));
    String leaving = playing && mine != null ? "Leave the room? That resigns the match." : "";
    items.add(Item.ask("Leave the room", 'l', new ClientMessage.Leave(null)).asking(leaving));
    items.add(new Item("Quit Cancha", 'q', null, Action.QUIT,
        playing && mine != null ? "Quit? That resigns the match." : ""));
    return items;
  }

  private void betweenMatches(@Nullable Integer mine, List<Item> items) {
    boolean over = table.phase().equals("over");
    if (mine != null && table.seat(mine).path("ready").asBoolean(false)) {
      items.add(Item.ask("Not ready after all", 'r', new ClientMessage.Ready(null, false)));
    } else if (mine != null) {
      items.add(over ? Item.ask("Ready for a rematch", 'r', new ClientMessage.Rematch(null))
          : Item.ask("Ready", 'r', new ClientMessage.Ready(null, null)));
    }
    if (table.hostIs(world.me().id())) {
      items.add(Item.ask("Start without waiting for the rest", 's', new ClientMessage.Start(null)));
    }
    if (mine != null) {
      items.add(Item.ask("Stand up and watch", 'w', new ClientMessage.Sit(null, null)));
    }
  }

  /** What can be done with {@code seat}. */
  List<Item> items(int seat) {
    Integer mine = table.seatOf(world.me().id());
    boolean host = table.hostIs(world.me().id());
    boolean playing = table.phase().equals("playing");
    boolean free = table.seat(seat).isMissingNode();
    List<Item> items = new ArrayList<>();
    if (free && !playing) {
      items.add(Item.ask("Sit down on seat " + seat, '\0', new ClientMessage.Sit(null, seat)));
    }
    if (host && free && !playing) {
      if (bots().isEmpty()) { // the server has not said yet which there are
        items.add(Item.ask("A bot on seat " + seat, 'b', new ClientMessage.Bot(null, seat, null, null)));
      }
      for (String bot : bots()) {
        items.add(Item.ask("Bot " + bot + " on seat " + seat, items.size() == 1 ? 'b' : '\0',
            new ClientMessage.Bot(null, seat, bot, null)));
      }
    }
    if (host && table.seat(seat).has("bot")) {
      items
          .add(Item.ask("Take the bot off seat " + seat, 'b', new ClientMessage.Bot(null, seat, null, true)));
    } else if (host && !free && (mine == null || mine != seat)) {
      String name = table.seat(seat).path("name").asString("");
      items.add(Item.ask("Send " + name + " away", 'k', new ClientMessage.Kick(null, seat, null))
          .asking("Send " + name + " away? They cannot come back."));
    }
    return items;
  }

  private List<String> bots() {
    GameDescription description = world.described().get(table.game());
    return description == null ? List.of() : description.bots();
  }
}
