package dev.cancha.testkit.judge;

import dev.cancha.common.message.ServerMessage;
import dev.cancha.server.journal.Journal.Recovered;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomState;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Hearer;
import dev.cancha.testkit.scene.Judge;
import dev.cancha.testkit.scene.Ledger;
import dev.cancha.testkit.scene.Lives;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.scene.Stage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whatever anyone was shown of a room is in it, whatever became of its process and its disk. Of a game that ticks,
 * which does not wait for the disk, a second of play may be lost; but no revision is given twice, so none goes back.
 */
final class NothingShownIsLostJudge implements Judge, Hearer, Ledger.Witness {
  /** How far a room that does not wait may be ahead of the disk. */
  private static final long RELAXED_REVISIONS = 64;
  private static final long RELAXED_MILLIS = 1_000;

  private final Complaints complaints = new Complaints();
  private final Places places = new Places();
  private final Generations generations = new Generations();
  private final Map<String, Showings> rooms = new TreeMap<>();
  private final Map<String, Long> stored = new TreeMap<>();
  private @Nullable Scene scene;

  /** What clients were shown of the room of one code, by the process that they were connected to. */
  private static final class Showings {
    final NavigableMap<Integer, Long> highest = new TreeMap<>();
    final NavigableMap<Integer, Long> lowestWhole = new TreeMap<>();
    /** What a process has left when it crashed: the highest revision that it may have shown. */
    final NavigableMap<Integer, Long> left = new TreeMap<>();
    /** Up to here it may have been shown and lost, while its room did not wait for the disk. */
    long excused;
  }

  @Override
  public String name() {
    return "nothingShownIsLost";
  }

  @Override
  public void begin(Scene begun) {
    scene = begun;
    begun.ears().add(generations);
    begun.ledger().add(generations);
    begun.ears().add(places);
    begun.ears().add(this);
    begun.ledger().add(this);
  }

  @Override
  public void heard(Conversation conversation, ServerMessage message, byte[] body) {
    Place place = places.place(conversation);
    if (place == null || !(message instanceof ServerMessage.Room || message instanceof ServerMessage.Patch)) {
      return;
    }
    Showings room = rooms.computeIfAbsent(place.code, unseen -> new Showings());
    int generation = generations.of(conversation);
    long rev = place.rev;
    room.highest.merge(generation, rev, Math::max);
    if (message instanceof ServerMessage.Room) {
      room.lowestWhole.merge(generation, rev, Math::min);
      check(place.code, rev, most(room.highest.headMap(generation, false)));
    }
    NavigableMap<Integer, Long> after = room.lowestWhole.tailMap(generation, false);
    if (!after.isEmpty()) {
      check(place.code, Collections.min(after.values()), rev);
    }
    Long left = room.left.get(generation);
    if (left != null && rev > left) {
      complaints.add(conversation + " was shown rev " + rev + " of room " + place.code
          + " by a process that has left it at rev " + left);
    }
  }

  private void check(String code, long rev, long before) {
    if (rev < before) {
      complaints.add("room " + code + " is shown at rev " + rev + " after a crash, and was at rev " + before
          + " before");
    }
  }

  private static long most(NavigableMap<Integer, Long> revs) {
    return revs.isEmpty() ? 0 : Collections.max(revs.values());
  }

  @Override
  public void applied(String room, long position, RoomInput input, byte[] patch) {
    // what is shown of it is judged when it is lost
  }

  @Override
  public void stored(String room, long position) {
    stored.put(room, position);
  }

  @Override
  public void ended(String room) {
    stored.remove(room);
  }

  @Override
  public void lost(String room, long position) {
    if (position <= stored.getOrDefault(room, 0L)) {
      complaints.add("room " + room + " goes back to before position " + position + ", but was told that "
          + stored.get(room) + " is stored");
    }
    goesBackTo(room, position - 1);
  }

  /** Also where no input is lost: ticks that nobody had anything to say to were shown, and not even appended. */
  @Override
  public void recovered(Recovered.Found found) {
    long last = found.from() == null ? 0 : found.from().position();
    goesBackTo(found.room(), found.entries().isEmpty() ? last : found.entries().getLast().next() - 1);
  }

  private void goesBackTo(String room, long position) {
    if (scene == null) {
      return;
    }
    Lives lives = scene.venue().lives();
    RoomState kept = lives.at(room, position);
    if (kept == null) {
      return; // nobody has seen it, or it was complained of already
    }
    List<RoomState> all = lives.all(room);
    long allowed = relaxed(kept) ? mostRelaxed(kept, all) : kept.rev();
    // it has another code since it became public, or private
    all.stream()
        .map(state -> state.config().code())
        .distinct()
        .forEach(code -> goesBack(code, kept, allowed));
  }

  private void goesBack(String code, RoomState kept, long allowed) {
    Showings shown = rooms.computeIfAbsent(code, unseen -> new Showings());
    long seen = most(shown.highest);
    shown.excused = Math.max(shown.excused, allowed);
    if (seen > shown.excused) {
      complaints.add("room " + code + " was shown at rev " + seen + " and goes back to rev " + kept.rev());
    }
    if (generations.now() > 0) {
      shown.left.putIfAbsent(generations.now() - 1, shown.excused);
    }
  }

  private boolean relaxed(RoomState state) {
    String game = state.shown().document().game();
    return scene != null && scene.server()
        .ports()
        .games()
        .stream()
        .anyMatch(each -> each.info().id().equals(game) && each.info().tickRate() > 0);
  }

  /**
   * The highest revision that may have been shown beyond {@code kept}. What the room went back from counts too: it
   * went on for a moment after the disk had failed, until it heard of that.
   */
  private static long mostRelaxed(RoomState kept, List<RoomState> all) {
    long most = kept.rev();
    for (RoomState state : all) {
      if (state.position() > kept.position() && state.at() - kept.at() <= RELAXED_MILLIS
          && state.rev() - kept.rev() <= RELAXED_REVISIONS) {
        most = Math.max(most, state.rev());
      }
    }
    return most;
  }

  @Override
  public List<String> complaints(Stage stage) {
    return complaints.all();
  }
}
