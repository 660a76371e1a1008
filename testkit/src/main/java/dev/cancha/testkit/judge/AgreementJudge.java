package dev.cancha.testkit.judge;

import dev.cancha.common.message.ServerMessage;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Hearer;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.sim.SimWorld;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Everyone in a room sees the same public document at the same revision, whether it came whole or by patches; and once
 * nothing disturbs, all of them are at the same revision.
 */
final class AgreementJudge implements Judge, Hearer {
  /** What was shown to one may be on its way to another for so long. */
  private static final long ON_THE_WAY_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Complaints complaints = new Complaints();
  private final Places places = new Places();
  private final Map<String, Chronicle> rooms = new TreeMap<>();
  /** Room to its revisions, each with the time when it was the newest that anyone had. */
  private final Map<String, SortedMap<Long, Long>> reached = new TreeMap<>();
  /** Player to the code of the room that it was shown last and not told that it left. */
  private final Map<String, String> shown = new TreeMap<>();
  private @Nullable SimWorld world;

  @Override
  public String name() {
    return "agreement";
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
    String player = places.player(conversation);
    if (player != null && message instanceof ServerMessage.Left) {
      left(player);
    }
    if (place == null) {
      return;
    }
    if (player != null) {
      shown.put(player, place.code);
    }
    Chronicle room = rooms.computeIfAbsent(place.code, code -> new Chronicle());
    String differs = switch (message) {
      case ServerMessage.Room whole -> room.whole(whole.rev(), whole.doc());
      case ServerMessage.Patch patch when patch.rev() == place.rev -> room.patch(patch.rev(), patch.patch());
      default -> null;
    };
    long last = room.last();
    if (last != room.noted) {
      room.noted = last;
      reached.computeIfAbsent(place.code, code -> new TreeMap<>()).putIfAbsent(last, now());
    }
    if (differs != null) {
      complaints.add("room " + place.code + ", told to " + conversation + ": " + differs);
    }
  }

  /**
   * A room that all have left is closed, and chance may give its code to another. One that is permanent goes on, and is
   * compared from there.
   */
  private void left(String player) {
    String code = shown.remove(player);
    if (code != null && !shown.containsValue(code)) {
      rooms.remove(code);
      reached.remove(code);
    }
  }

  @Override
  public List<String> complaints(Stage stage) {
    if (stage == Stage.HEALED) {
      for (Conversation conversation : places.open()) {
        Place place = places.place(conversation);
        if (place != null && place.rev < due(place.code)) {
          complaints.add(conversation + " is at rev " + place.rev + " of room " + place.code
              + " where others have long been at " + due(place.code));
        }
      }
    }
    return complaints.all();
  }

  /** The revision at which everyone in the room must be by now. */
  private long due(String code) {
    long due = 0;
    for (Map.Entry<Long, Long> rev : reached.getOrDefault(code, new TreeMap<>()).entrySet()) {
      due = now() - rev.getValue() >= ON_THE_WAY_NANOS ? rev.getKey() : due;
    }
    return due;
  }

  private long now() {
    return world == null ? 0 : world.nanoTime();
  }
}
