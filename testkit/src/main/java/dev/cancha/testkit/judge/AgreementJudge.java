package dev.cancha.testkit.judge;

import dev.cancha.common.message.ServerMessage;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Hearer;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everyone in a room sees the same public document at the same revision, whether it came whole or by patches; and once
 * nothing disturbs, all of them are at the same revision.
 */
final class AgreementJudge implements Judge, Hearer {
  private final Complaints complaints = new Complaints();
  private final Places places = new Places();
  private final Map<String, Chronicle> rooms = new TreeMap<>();

  @Override
  public String name() {
    return "agreement";
  }

  @Override
  public void begin(Scene scene) {
    scene.ears().add(places);
    scene.ears().add(this);
  }

  @Override
  public void heard(Conversation conversation, ServerMessage message, byte[] body) {
    Place place = places.place(conversation);
    if (place == null) {
      return;
    }
    Chronicle room = rooms.computeIfAbsent(place.code, code -> new Chronicle());
    String differs = switch (message) {
      case ServerMessage.Room whole -> room.whole(whole.rev(), whole.doc());
      case ServerMessage.Patch patch when patch.rev() == place.rev -> room.patch(patch.rev(), patch.patch());
      default -> null;
    };
    if (differs != null) {
      complaints.add("room " + place.code + ", told to " + conversation + ": " + differs);
    }
  }

  @Override
  public List<String> complaints(Stage stage) {
    if (stage == Stage.HEALED) {
      for (Conversation conversation : places.open()) {
        Place place = places.place(conversation);
        Chronicle room = place == null ? null : rooms.get(place.code);
        if (place != null && room != null && place.rev < room.last()) {
          complaints.add(conversation + " is at rev " + place.rev + " of room " + place.code
              + " where others are at " + room.last());
        }
      }
    }
    return complaints.all();
  }
}
