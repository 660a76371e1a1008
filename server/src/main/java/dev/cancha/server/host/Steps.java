package dev.cancha.server.host;

import dev.cancha.server.room.Outcome;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomState;

/**
 * Takes the steps of rooms. What a step costs, and whether it costs too much, depends on the clock of the thread's CPU,
 * which is the root's to give: whoever measures steps, or ends those that take too long by throwing, stands here.
 * Called on the rooms' event loops.
 */
@FunctionalInterface
public interface Steps {
  /** As they are, however long they take. */
  Steps PLAIN = Room::step;

  /** What {@code input} makes of {@code state} by the rules of {@code room}; where it throws, the room ends. */
  Outcome step(Room<?, ?> room, RoomState state, RoomInput input);
}
