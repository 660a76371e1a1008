package dev.cancha.testkit.judge;

import dev.cancha.common.message.ServerMessage;
import dev.cancha.server.journal.Journal.Recovered.Found;
import dev.cancha.server.journal.Journal.StoredEntry;
import dev.cancha.server.room.Inscription;
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
import java.util.NavigableMap;
import java.util.TreeMap;
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
  /** Room to what it applied lately: position to room time. What is stored is not lost any more. */
  private final Map<String, NavigableMap<Long, Long>> rooms = new LinkedHashMap<>();

  private record Seen(@Nullable String player, String code) {}

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
  public void applied(String room, long position, RoomInput input, byte[] patch) {
    NavigableMap<Long, Long> applied = rooms.computeIfAbsent(room, unheard -> new TreeMap<>());
    Map.Entry<Long, Long> last = applied.lastEntry();
    if (last != null && (last.getKey() + 1 != position || last.getValue() > input.at())) {
      complaints
          .add("a room's input " + position + " at " + input.at() + " ms follows input " + last.getKey()
              + " at " + last.getValue() + " ms");
    }
    applied.put(position, input.at());
  }

  @Override
  public void idle(String room, long position) {
    NavigableMap<Long, Long> applied = rooms.getOrDefault(room, new TreeMap<>());
    if (!applied.isEmpty()) {
      applied.put(position, applied.lastEntry().getValue());
    }
  }

  @Override
  public void stored(String room, long position) {
    rooms.getOrDefault(room, new TreeMap<>()).headMap(position, false).clear();
  }

  @Override
  public void lost(String room, long position) {
    rooms.getOrDefault(room, new TreeMap<>()).tailMap(position, true).clear();
  }

  /** It may be an input that could not be stored, as far as anyone knew, and that another took the place of. */
  @Override
  public void recovered(Found found) {
    if (!found.entries().isEmpty()) {
      StoredEntry last = found.entries().getLast();
      rooms.computeIfAbsent(found.room(), unheard -> new TreeMap<>())
          .put(last.next() - 1, Inscription.read(last.input()).input().at());
    }
  }

  @Override
  public List<String> complaints(Stage stage) {
    return complaints.all();
  }
}
