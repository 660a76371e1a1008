package dev.cancha.testkit.scene;

import dev.cancha.server.host.Steps;
import dev.cancha.server.room.Outcome;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What rooms were while they lived: all states from the last one that is stored, and after a crash still those of the
 * process that is gone; also those that they went back from, since a disk may have them all the same. It knows which
 * room is which since a room's input is appended in the step that takes it. Owner: the world's thread.
 */
public final class Lives implements Ledger.Witness {
  /** Of the process that runs. */
  private final Map<Room<?, ?>, Life> byRoom = new LinkedHashMap<>();
  private final Map<String, Life> byId = new TreeMap<>();
  private Life last = new Life();

  /** One room in one process. */
  private static final class Life {
    /** By their positions. */
    final NavigableMap<Long, RoomState> states = new TreeMap<>();
    final List<RoomState> undone = new ArrayList<>();

    void step(RoomState before, RoomState after) {
      NavigableMap<Long, RoomState> back = states.tailMap(before.position(), false);
      undone.addAll(back.values());
      back.clear();
      states.put(before.position(), before);
      states.put(after.position(), after);
    }

    void stored(long position) {
      states.headMap(position, false).clear();
      undone.removeIf(state -> state.position() <= position);
    }
  }

  Lives() {}

  /** The same steps as {@code steps}, seen. */
  Steps watching(Steps steps) {
    return (room, state, input) -> {
      Outcome outcome = steps.step(room, state, input);
      if (outcome instanceof Outcome.Changed changed) {
        last = byRoom.computeIfAbsent(room, unseen -> new Life());
        last.step(state, changed.state());
      }
      return outcome;
    };
  }

  @Override
  public void applied(String room, long position, RoomInput input, byte[] patch) {
    if (last.states.containsKey(position)) {
      byId.put(room, last);
    }
  }

  @Override
  public void stored(String room, long position) {
    of(room).stored(position);
  }

  /** The states are still asked for, but none of these rooms lives any more. */
  @Override
  public void crashed() {
    byRoom.clear();
    last = new Life();
  }

  @Override
  public void ended(String room) {
    byId.remove(room);
  }

  /** What {@code room} was after its input at {@code position}; null where that is not remembered. */
  public @Nullable RoomState at(String room, long position) {
    return of(room).states.get(position);
  }

  /** Whether {@code room} was in {@code state}, or nothing is known of that position. */
  public boolean was(String room, RoomState state) {
    RoomState at = at(room, state.position());
    return at == null || at.equals(state) || of(room).undone.contains(state);
  }

  /** All that {@code room} is remembered to have been, also what it went back from, in no order. */
  public List<RoomState> all(String room) {
    List<RoomState> all = new ArrayList<>(of(room).undone);
    all.addAll(of(room).states.values());
    return all;
  }

  private Life of(String room) {
    return byId.getOrDefault(room, new Life());
  }
}
