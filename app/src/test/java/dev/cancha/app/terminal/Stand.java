package dev.cancha.app.terminal;

import dev.cancha.app.find.FoundServer.Reach;
import dev.cancha.app.text.Key;
import dev.cancha.app.text.Line;
import dev.cancha.app.text.Window;
import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.Json;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.common.message.ServerMessage.GameEntry;
import dev.cancha.common.message.ServerMessage.RoomEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client without a terminal and without a server: the test presses the keys and tells the news. */
final class Stand {
  static final Window USUAL = new Window(80, 24);
  static final Json NOTHING = Json.emptyObject();
  private static final String SNAKE_OPTIONS = "{\"properties\":{\"width\":{\"type\":\"integer\",\"minimum\":12,"
      + "\"maximum\":64,\"default\":36},\"walls\":{\"type\":\"boolean\",\"default\":true},"
      + "\"pace\":{\"enum\":[\"slow\",\"fast\"],\"default\":\"slow\"}}}";

  final List<Effect> effects = new ArrayList<>();
  final Client client;

  Stand(Goal goal) {
    client = new Client(goal, effects::add);
    client.at(1_000);
    client.start();
  }

  /** At a server that was named, with an empty list of rooms. */
  static Stand inLobby() {
    Stand stand = new Stand(new Goal("localhost", null, null, false)).welcomed();
    stand.effects.clear();
    return stand;
  }

  /** In a room of {@code game}, whose document has {@code members} besides. */
  static Stand in(String game, String phase, String members) {
    Stand stand = inLobby();
    stand.changed(game, phase, members);
    stand.described(game);
    stand.effects.clear();
    return stand;
  }

  Stand welcomed() {
    client.hear(new Heard.Welcomed("p1", "Ana", List.of(new GameEntry("connectFour", "Connect Four", 2, 2, 0),
        new GameEntry("snake", "Snake", 2, 8, 20))));
    return this;
  }

  void rooms(RoomEntry... rooms) {
    client.hear(new Heard.Rooms(List.of(rooms)));
  }

  static RoomEntry room(String code, boolean locked) {
    return new RoomEntry(code, "connectFour", Phase.LOBBY, 2, 1, 0, locked);
  }

  static Server server(String address, Reach reach, String... codes) {
    return new Server("Server at " + address, address, List.of(codes), reach);
  }

  void changed(String game, String phase, String members) {
    client.hear(new Heard.Changed(doc(game, phase, members), 0, List.of()));
  }

  /** Ana (p1, seat 0, host) and Beto (p2, seat 1). */
  static JsonNode doc(String game, String phase, String members) {
    return JsonMapper.shared()
        .readTree("""
        {"code":"KX3F","game":"%s","size":%d,"phase":"%s","options":{},"settings":{},"visibility":"public",
         "locked":false,"host":"p1","seats":{"0":{"id":"p1","name":"Ana","connected":true},
         "1":{"id":"p2","name":"Beto","connected":true}}%s}""".formatted(game,
            game.equals("connectFour") ? 2 : 3, phase,
            members));
  }

  /** A match of Connect Four in which {@code turn} is to play. */
  static String playing(int turn) {
    return ",\"match\":\"m\",\"turn\":[" + turn + "],\"view\":{\"columns\":{\"3\":\"01\"}}";
  }

  void described(String game) {
    answered(new ClientMessage.Describe(null, game),
        new ServerMessage.GameDescription(1, game, game, "How to play it.", List.of("random", "mcts"),
            Json.ofChecked(game.equals("snake") ? SNAKE_OPTIONS : "{}"), NOTHING, NOTHING, null, NOTHING));
  }

  void answered(ClientMessage.Request request, ServerMessage answer) {
    client.hear(new Heard.Answered(request, answer));
  }

  void refused(ClientMessage.Request request, ErrorCode code, String why) {
    client.hear(new Heard.Refused(request, code, why));
  }

  Stand press(Object... keys) {
    for (Object key : keys) {
      switch (key) {
        case Key pressed -> client.on(pressed);
        case String text -> text.codePoints().forEach(c -> client.on(Key.of(c)));
        default -> throw new IllegalArgumentException(key.toString());
      }
    }
    return this;
  }

  /** What was wanted since the last call. */
  List<Effect> effects() {
    List<Effect> since = List.copyOf(effects);
    effects.clear();
    return since;
  }

  /** The only thing that was asked since the last call. */
  ClientMessage.Request asked() {
    List<Effect> since = effects();
    if (since.size() == 1 && since.getFirst() instanceof Effect.Ask ask) {
      return Objects.requireNonNull(ask.request());
    }
    throw new AssertionError("not a single request: " + since);
  }

  List<String> screen() {
    return screen(USUAL);
  }

  List<String> screen(Window window) {
    return client.draw(window).stream().map(Line::text).map(String::stripTrailing).toList();
  }

  /** The line above the keys. */
  String notice() {
    return screen().get(USUAL.height() - 2);
  }
}
