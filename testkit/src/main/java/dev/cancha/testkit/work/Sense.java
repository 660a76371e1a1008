package dev.cancha.testkit.work;

import dev.cancha.client.RoomView;
import dev.cancha.testkit.sim.SimRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Acts that are mostly legal, so that matches come to their end. */
final class Sense {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int COLUMN_HEIGHT = 6;

  private Sense() {}

  /** Null where nothing is known of the game. */
  static @Nullable JsonNode act(RoomView room, SimRandom random) {
    return switch (room.game()) {
      case "connectFour" -> drop(room, random);
      case "dudo" -> bidOrCall(room, random);
      case "dash" -> steer(room);
      case "snake" -> turn(room, random);
      default -> null;
    };
  }

  private static @Nullable JsonNode drop(RoomView room, SimRandom random) {
    List<Integer> open = new ArrayList<>();
    room.view().path("columns").properties().forEach(column -> {
      if (column.getValue().asString("").length() < COLUMN_HEIGHT) {
        open.add(Integer.parseInt(column.getKey()));
      }
    });
    return open.isEmpty() ? null : NODES.objectNode().put("column", random.pick(open));
  }

  /** To the lane that is firm. */
  private static JsonNode steer(RoomView room) {
    int lane = room.view().path("runners").path(String.valueOf(room.seat())).path("lane").asInt(0);
    int firm = room.view().path("firm").asInt(0);
    return NODES.objectNode().put("heading", firm < lane ? "left" : firm > lane ? "right" : "straight");
  }

  /** To a cell that is free, where there is one. */
  private static @Nullable JsonNode turn(RoomView room, SimRandom random) {
    JsonNode board = room.view();
    JsonNode head = board.path("snakes").path(String.valueOf(room.seat())).path("head");
    SortedSet<String> taken = new TreeSet<>();
    board.path("snakes").valueStream().forEach(snake -> cells(snake, taken));
    List<String> open = new ArrayList<>();
    for (Heading heading : Heading.values()) {
      int x = head.path(0).asInt(-9) + heading.dx;
      int y = head.path(1).asInt(-9) + heading.dy;
      if (x >= 0 && y >= 0 && x < board.path("size").path("width").asInt(0)
          && y < board.path("size").path("height").asInt(0) && !taken.contains(x + " " + y)) {
        open.add(heading.name().toLowerCase(Locale.ROOT));
      }
    }
    return open.isEmpty() ? null : NODES.objectNode().put("turn", random.pick(open));
  }

  private enum Heading {
    UP(0, -1), DOWN(0, 1), LEFT(-1, 0), RIGHT(1, 0);

    private final int dx;
    private final int dy;

    Heading(int dx, int dy) {
      this.dx = dx;
      this.dy = dy;
    }
  }

  private static void cells(JsonNode snake, SortedSet<String> cells) {
    int x = snake.path("head").path(0).asInt(-9);
    int y = snake.path("head").path(1).asInt(-9);
    cells.add(x + " " + y);
    for (char to : snake.path("body").asString("").toCharArray()) {
      x += to == 'r' ? 1 : to == 'l' ? -1 : 0;
      y += to == 'd' ? 1 : to == 'u' ? -1 : 0;
      cells.add(x + " " + y);
    }
  }

  private static JsonNode bidOrCall(RoomView room, SimRandom random) {
    JsonNode bid = room.view().path("bid");
    ObjectNode act = NODES.objectNode();
    if (!bid.has("count")) {
      act.putObject("bid").put("count", 1).put("face", (int) random.between(2, 6));
    } else if (random.chance(0.5)) {
      act.put("call", random.chance(0.8) ? "dudo" : "calzo");
    } else {
      act.putObject("bid")
          .put("count", bid.path("count").asInt(1) + 1)
          .put("face", bid.path("face").asInt(2));
    }
    return act;
  }
}
