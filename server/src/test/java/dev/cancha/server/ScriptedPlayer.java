package dev.cancha.server;

import dev.cancha.server.testing.RoomView;
import dev.cancha.server.testing.TestClient;
import dev.cancha.server.testing.TestClient.Speaks;
import dev.cancha.server.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Plays by the document alone, one act at a time, and sends an act again that a lost connection may have swallowed. */
final class ScriptedPlayer {
  private final TestServer server;
  private final Random chance;
  private final List<TestClient> connections = new ArrayList<>();
  private long seq;
  private @Nullable String open;

  ScriptedPlayer(TestServer server, TestClient first, Random chance) {
    this.server = server;
    this.chance = chance;
    connections.add(first);
  }

  TestClient client() {
    return connections.getLast();
  }

  /** Every message that came to this player, over all connections. */
  List<String> texts() {
    return connections.stream().flatMap(connection -> connection.texts().stream()).toList();
  }

  RoomView view() {
    return client().view();
  }

  int seat() {
    return view().you().get("seat").intValue();
  }

  boolean playing() {
    return view().doc().get("phase").stringValue().equals("playing");
  }

  boolean inTurn() {
    return playing() && view().doc().get("turn").get(0).intValue() == seat();
  }

  /** Does something sensible; nothing is run yet. */
  void act() {
    String action = view().doc().get("game").stringValue().equals("dudo") ? dudo() : drop();
    open = "{'type':'act','seq':" + ++seq + ",'action':" + action + ",'rev':" + view().rev() + "}";
    client().post(open);
  }

  /** Over a new connection: goes on where it was, and sends again what may not have arrived. */
  void reconnect(Speaks speaks) {
    TestClient again = server.client(speaks);
    again.resumeFrom(client());
    connections.add(again);
    if (open != null) {
      again.send(open);
    }
  }

  /** What was sent is answered. */
  void settled() {
    open = null;
  }

  private String drop() {
    List<Integer> free = new ArrayList<>();
    for (int column = 0; column < 7; column++) {
      if (view().doc().get("view").get("columns").get(Integer.toString(column)).stringValue().length() < 6) {
        free.add(column);
      }
    }
    return "{'column':" + free.get(chance.nextInt(free.size())) + "}";
  }

  private String dudo() {
    JsonNode table = view().doc().get("view");
    int total = 0;
    for (JsonNode dice : table.get("dice")) {
      total += dice.intValue();
    }
    if (!table.has("bid")) {
      return "{'bid':{'count':1,'face':" + (2 + chance.nextInt(5)) + "}}";
    }
    int count = table.get("bid").get("count").intValue();
    int draw = chance.nextInt(10);
    if (draw < 3 || count == total) {
      return "{'call':'dudo'}";
    }
    return draw == 3 ? "{'call':'calzo'}"
        : "{'bid':{'count':" + (count + 1) + ",'face':" + table.get("bid").get("face") + "}}";
  }
}
