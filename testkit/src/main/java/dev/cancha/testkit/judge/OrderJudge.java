package dev.cancha.testkit.judge;

import dev.cancha.common.message.ServerMessage;
import dev.cancha.server.room.RoomInput;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Hearer;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Ledger;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nothing goes back: the revision that a player was shown of a room, the room's time and positions, the numbers of its
 * chat; and between two whole documents patches follow each other without a gap.
 */
final class OrderJudge implements Judge, Hearer, Ledger.Witness {
  private final Complaints complaints = new Complaints();
  private final Places places = new Places();
  /** The highest revision shown. */
  private final Map<Seen, Long> shown = new LinkedHashMap<>();
  private final Map<String, Long> chats = new LinkedHashMap<>();
  private final Map<String, Last> rooms = new LinkedHashMap<>();

  private record Seen(@Nullable String player, String code) {}

  private record Last(long position, long at) {}

  @Override
  public String name() {
    return "order";
  }

  @Override
  public void begin(Scene scene) {
    scene.ears().add(this);
    scene.ears().add(places);
    scene.ledger().add(this);
  }

  @Override
  public void heard(Conversation conversation, ServerMessage message, byte[] body) {
    Place place = places.place(conversation); // as it was before this message
    switch (message) {
      case ServerMessage.Room room -> {
        String code = Docs.object(room.doc()).path("code").asString("");
        // a public code may lead to another room later, but not within a run's length
        notBack(conversation, code, room.rev());
      }
      case ServerMessage.Patch patch when place == null -> complaints.add(
          conversation + " got the patch to rev " + patch.rev() + " and is in no room");
      case ServerMessage.Patch patch when patch.rev() > place.rev + 1 -> complaints.add(
          conversation + " got the patch to rev " + patch.rev() + " at rev " + place.rev
              + " without a whole room in between");
      case ServerMessage.Patch patch -> notBack(conversation, place.code, patch.rev());
      case ServerMessage.Chat chat when place != null -> {
        Long last = chats.put(conversation + " " + place.code, chat.n());
        if (last != null && last >= chat.n()) {
          complaints.add(conversation + " got chat " + chat.n() + " after " + last);
        }
      }
      default -> {
        // carries no order of its own
      }
    }
  }

  private void notBack(Conversation conversation, String code, long rev) {
    Seen who = new Seen(places.player(conversation), code);
    Long last = shown.get(who);
    if (last == null || rev > last) {
      shown.put(who, rev);
    }
    // one connection may be told the same revision again; a later connection may be told patches that an earlier one
    // saw, but never a whole document from before them
    Place place = places.place(conversation);
    if (last != null && rev < last && place != null && place.rev >= last) {
      complaints.add(conversation + " was shown rev " + rev + " of room " + code + " after rev " + last);
    }
  }

  @Override
  public void idle(String room, long position) {
    rooms.computeIfPresent(room, (same, last) -> new Last(position, last.at()));
  }

  @Override
  public void applied(String room, long position, RoomInput input, byte[] patch) {
    Last last = rooms.put(room, new Last(position, input.at()));
    if (last != null && (last.position() + 1 != position || last.at() > input.at())) {
      complaints
          .add("a room's input " + position + " at " + input.at() + " ms follows input " + last.position()
              + " at " + last.at() + " ms");
    }
  }

  @Override
  public List<String> complaints(Stage stage) {
    return complaints.all();
  }
}
