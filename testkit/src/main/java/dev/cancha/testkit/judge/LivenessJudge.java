package dev.cancha.testkit.judge;

import dev.cancha.common.message.Phase;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Hearer;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.sim.SimWorld;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Once nothing disturbs, every room goes on: a match in which all players are there does not stand still until the end,
 * since workloads play on.
 */
final class LivenessJudge implements Judge, Hearer {
  /** Players think for a while, and rematches are asked for after another. */
  private static final long STILL_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Complaints complaints = new Complaints();
  private final Places places = new Places();
  private final Map<Integer, ObjectNode> docs = new TreeMap<>();
  private final Map<String, Long> moved = new TreeMap<>();
  private ServerMessage.@Nullable Patch latest;
  private ObjectNode latestTree = JsonNodeFactory.instance.objectNode();
  private @Nullable SimWorld world;

  @Override
  public String name() {
    return "liveness";
  }

  @Override
  public void begin(Scene scene) {
    world = scene.world();
    scene.ears().add(places);
    scene.ears().add(this);
  }

  @Override
  public void heard(Conversation conversation, ServerMessage message, byte[] body) {
    Place place = places.place(conversation);
    if (place == null) {
      docs.remove(conversation.number());
      return;
    }
    switch (message) {
      case ServerMessage.Room room -> docs.put(conversation.number(), Docs.publicly(room.doc()));
      case ServerMessage.Patch patch when patch.rev() == place.rev -> {
        ObjectNode doc = docs.get(conversation.number());
        if (doc != null) {
          Docs.merge(doc, publicly(patch));
          moved.put(doc.path("code").asString(""), now()); // a room's code may change: not that of its place
        }
      }
      default -> {
        // moves no room
      }
    }
  }

  /** All members of a room are told the same, most often in a row: it is read once. */
  @SuppressWarnings("ReferenceEquality") // equal ones are read again, and that is all
  private ObjectNode publicly(ServerMessage.Patch patch) {
    if (patch != latest) {
      latest = patch;
      latestTree = Docs.publicly(patch.patch());
    }
    return latestTree;
  }

  @Override
  public void closed(Conversation conversation) {
    docs.remove(conversation.number());
  }

  @Override
  public List<String> complaints(Stage stage) {
    if (stage == Stage.HEALED) {
      docs.forEach((conversation, doc) -> {
        String code = doc.path("code").asString("");
        long stillNanos = now() - moved.getOrDefault(code, 0L);
        if (doc.path("phase").asString("").equals(Phase.PLAYING.name().toLowerCase(java.util.Locale.ROOT))
            && allThere(doc) && stillNanos > STILL_NANOS) {
          complaints.add("room " + code + " stands still since " + TimeUnit.NANOSECONDS.toMillis(stillNanos)
              + " ms, with everyone there: " + doc);
        }
      });
    }
    return complaints.all();
  }

  private static boolean allThere(ObjectNode doc) {
    for (JsonNode seat : doc.path("seats")) {
      if (!seat.path("connected").asBoolean(false)) {
        return false;
      }
    }
    return true;
  }

  private long now() {
    return world == null ? 0 : world.nanoTime();
  }
}
