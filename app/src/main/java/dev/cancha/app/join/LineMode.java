package dev.cancha.app.join;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ClientMessage.Request;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The conversation between a player and a server: events in, lines of text and requests out. Owner: the thread that
 * calls {@link #on}; what the connection answers comes back as an event on that thread too.
 *
 * <p>At a keyboard every line is sent at once, and the server judges. From a pipe the lines were written before
 * anyone knew how the match would go, so a line waits for the answer to the one before it, an act waits for its turn,
 * and the end for the end of the match or for a turn that has no act any more: a file of acts plays a match.
 */
final class LineMode {
  private static final String CODE = "[A-Za-z0-9]{4}|[A-Za-z0-9]{8}";

  private final Link link;
  private final Setup setup;
  private final Map<String, ShortForm> forms = new LinkedHashMap<>();
  private final Map<String, ServerMessage.GameEntry> games = new LinkedHashMap<>();
  /** What was typed and not worked off yet; {@link Event.End} is the last. */
  private final Deque<Event> typed = new ArrayDeque<>();
  /** Nothing typed is worked off until the server has welcomed, and from a pipe while an answer is awaited. */
  private boolean busy = true;
  private boolean leaving;
  private boolean connected = true;
  private String player = "";
  private @Nullable JsonNode doc;
  private int changes;
  private OptionalInt exit = OptionalInt.empty();

  /**
   * What a conversation is made of.
   *
   * @param code of the room to enter at once, or null to choose one
   * @param password of that room, or null
   * @param watch whether to enter it without a seat
   * @param piped whether the lines come from a pipe or file
   * @param print shows one line
   * @param post hands an event to {@link #on}, later and on its thread
   */
  record Setup(@Nullable String code, @Nullable String password, boolean watch, boolean piped,
      Consumer<String> print, Consumer<Event> post) {}

  LineMode(Link link, Setup setup) {
    this.link = link;
    this.setup = setup;
  }

  /** The exit code, once the conversation is over. */
  OptionalInt exit() {
    return exit;
  }

  void on(Event event) {
    switch (event) {
      case Event.Line line -> typed.add(line);
      case Event.End end -> typed.add(end);
      case Event.Stop _ -> leave();
      case Event.Welcomed welcomed -> welcomed(welcomed);
      case Event.Changed changed -> changed(changed);
      case Event.Said said -> say(said.name() + ": " + said.text());
      case Event.Left left -> left(left.reason());
      case Event.Lost _ -> connected(false, "The connection is lost; trying to get it back.");
      case Event.Back back -> {
        player = back.player();
        connected(true, "The connection is back.");
      }
      case Event.Told told -> say(told.sentence());
      case Event.Closed closed -> {
        say(closed.why());
        finish(leaving ? 0 : 1);
      }
      case Event.Answered answered -> answered(answered.request(), answered.answer());
      case Event.Acted _ -> busy = false;
      case Event.Refused refused -> refused(refused);
    }
    workOff();
  }

  /** Said once, however often it is tried again. */
  private void connected(boolean now, String sentence) {
    if (connected != now) {
      connected = now;
      say(sentence);
    }
  }

  private void welcomed(Event.Welcomed welcomed) {
    player = welcomed.player();
    welcomed.games().forEach(game -> games.put(game.id(), game));
    String code = setup.code();
    if (code != null) {
      ask(new ClientMessage.Join(null, code, setup.password(), null, setup.watch() ? true : null));
    } else {
      say("Games here: " + String.join(", ", games.keySet())
          + ". Type a room's code, /create GAME, or /help.");
      ask(new ClientMessage.ListRooms(null, null, null));
    }
  }

  private void changed(Event.Changed changed) {
    JsonNode before = doc;
    doc = changed.doc();
    var room = new RoomText(changed.doc(), player);
    String game = changed.doc().path("game").asString("");
    if (before == null || !before.path("code").equals(changed.doc().path("code"))) {
      ServerMessage.GameEntry entry = games.get(game);
      room.whole(entry == null ? game : entry.title()).forEach(this::say);
      if (!forms.containsKey(game)) {
        answer(new ClientMessage.Describe(null, game));
      }
      return;
    }
    changed.happenings().forEach(happening -> say(room.happening(happening)));
    var news = new RoomNews(before, changed.doc(), player);
    news.lines().forEach(this::say);
    if (news.atTheTable() && showsThis(game, before, changed.doc())) {
      room.table().forEach(this::say);
    }
  }

  /**
   * A game that ticks would fill the screen: one picture a second is enough, and whatever begins or ends. Where the
   * game itself tells how many seconds are left, these are counted, else its revisions.
   */
  private boolean showsThis(String game, JsonNode before, JsonNode after) {
    ServerMessage.GameEntry entry = games.get(game);
    if (entry == null || entry.tickRate() == 0 || !after.path("phase").asString("").equals("playing")) {
      return true;
    }
    JsonNode left = after.path("view").path("secondsLeft");
    return left.isInt() ? !left.equals(before.path("view").path("secondsLeft"))
        : changes++ % entry.tickRate() == 0;
  }

  private void left(LeftReason reason) {
    doc = null;
    say(switch (reason) {
      case LEFT -> "You left the room.";
      case KICKED -> "The host sent you away from the room.";
      case EXPIRED -> "You were away too long, so your place in the room is gone.";
      case CLOSED -> "The room was closed.";
    });
  }

  private void answered(Request request, ServerMessage answer) {
    if (answer instanceof ServerMessage.Rooms rooms) {
      rooms(rooms.rooms());
    } else if (answer instanceof ServerMessage.GameDescription game) {
      described(game);
      return;
    }
    busy = false;
    if (leaving && request instanceof ClientMessage.Leave) {
      finish(0);
    }
  }

  private void described(ServerMessage.GameDescription game) {
    var form = new ShortForm(JsonMapper.shared().readTree(game.action().utf8()));
    forms.put(game.id(), form);
    say(game.title() + ": " + game.help());
    say("Your acts: " + String.join(", or ", form.usage()) + ". /help shows the rest.");
  }

  private void rooms(List<ServerMessage.RoomEntry> rooms) {
    if (rooms.isEmpty()) {
      say("No room is open. /create GAME opens one.");
    }
    rooms.forEach(room -> say(room.code() + "  " + room.game() + ", " + room.taken() + " of " + room.seats()
        + " seats taken, " + switch (room.phase()) {
          case LOBBY -> "not begun";
          case PLAYING -> "playing";
          case OVER -> "between matches";
        } + (room.locked() ? ", with a password" : "")));
  }

  private void refused(Event.Refused refused) {
    if (refused.request() instanceof ClientMessage.Describe) {
      say(refused.why() + " Acts can be typed as JSON only.");
      return;
    }
    say(refused.why());
    busy = false;
    boolean wasEntering = refused.request() instanceof ClientMessage.Join && doc == null;
    if (leaving) {
      finish(0);
    } else if (wasEntering && setup.piped()) {
      finish(1);
    }
  }

  private void workOff() {
    while (exit.isEmpty() && !busy && !typed.isEmpty()) {
      switch (typed.getFirst()) {
        case Event.Line line -> {
          if (waits(line.text())) {
            return;
          }
          typed.removeFirst();
          work(line.text().strip());
        }
        default -> {
          if (endWaits()) {
            return;
          }
          typed.removeFirst();
          leave();
        }
      }
    }
  }

  /** Whether {@code line} is an act from a pipe, and its turn may still come. */
  private boolean waits(String line) {
    if (!setup.piped() || line.startsWith("/") || doc == null) {
      return false;
    }
    var room = new RoomText(doc, player);
    return !forms.containsKey(doc.path("game").asString("")) || switch (room.phase()) {
      case "playing" -> room.seat().isPresent() && !room.mayAct();
      case "over" -> room.ready();
      default -> true;
    };
  }

  /** Whether the end of a pipe would take this player out of a match that the lines before it still play. */
  private boolean endWaits() {
    if (!setup.piped() || doc == null) {
      return false;
    }
    var room = new RoomText(doc, player);
    return room.phase().equals("playing") ? room.seat().isPresent() && !room.mayAct() : room.ready();
  }

  private void work(String line) {
    try {
      if (line.startsWith("/")) {
        command(Command.parse(line));
      } else if (doc != null && !line.isEmpty()) {
        act(doc, line);
      } else if (line.matches(CODE)) {
        ask(new ClientMessage.Join(null, line, null, null, null));
      } else if (!line.isEmpty()) {
        say("You are in no room yet. Type a room's code, /rooms, /create GAME, or /help.");
      }
    } catch (Misunderstood e) {
      say(String.valueOf(e.getMessage()));
    }
  }

  private void act(JsonNode room, String line) throws Misunderstood {
    ShortForm form = forms.get(room.path("game").asString(""));
    if (form == null && !line.startsWith("{")) {
      throw new Misunderstood("The server has not described this game; type the act as JSON.");
    }
    JsonNode action = form == null ? ShortForm.json(line) : form.parse(line);
    busy = setup.piped();
    report(link.act(Json.ofChecked(action.toString())), null);
  }

  private void command(Command command) {
    switch (command) {
      case Command.Ask ask -> ask(ask.request());
      case Command.AnySeat _ -> freeSeat();
      case Command.Help _ -> help();
      case Command.Show _ -> show();
      case Command.Quit _ -> leave();
    }
  }

  private void freeSeat() {
    JsonNode room = doc;
    int size = room == null ? 0 : room.path("size").asInt(0);
    OptionalInt free = IntStream.range(0, size)
        .filter(seat -> room != null && !room.path("seats").has(String.valueOf(seat)))
        .findFirst();
    if (free.isPresent()) {
      ask(new ClientMessage.Sit(null, free.getAsInt()));
    } else {
      say(room == null ? "You are in no room." : "No seat is free.");
    }
  }

  private void help() {
    Command.HELP.forEach(this::say);
    ShortForm form = doc == null ? null : forms.get(doc.path("game").asString(""));
    if (form != null) {
      say("Your acts, in these words or as JSON:");
      form.usage().forEach(usage -> say("  " + usage));
    }
  }

  private void show() {
    if (doc == null) {
      say("You are in no room.");
    } else {
      String game = doc.path("game").asString("");
      ServerMessage.GameEntry entry = games.get(game);
      new RoomText(doc, player).whole(entry == null ? game : entry.title()).forEach(this::say);
    }
  }

  /** Leaves the room, so that nobody there waits for one who is gone, and then ends. */
  private void leave() {
    if (doc == null || leaving || !connected) {
      finish(0);
      return;
    }
    leaving = true;
    ask(new ClientMessage.Leave(null));
  }

  /** Asks, and holds back what was typed after it where that waits for the answer. */
  private void ask(Request request) {
    busy = busy || setup.piped() || leaving;
    answer(request);
  }

  private void answer(Request request) {
    report(link.ask(request), request);
  }

  private void report(CompletionStage<?> answer, @Nullable Request request) {
    answer.whenComplete((message, failure) -> setup.post()
        .accept(failure != null
            ? new Event.Refused(request, Sentence.of(failure))
            : request == null ? new Event.Acted() : new Event.Answered(request, (ServerMessage) message)));
  }

  private void finish(int code) {
    if (exit.isEmpty()) {
      exit = OptionalInt.of(code);
      link.close();
    }
  }

  /** Nothing that a stranger wrote may move the cursor, colour the screen, or turn the line around. */
  private void say(String line) {
    setup.print().accept(line.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", "?"));
  }
}
