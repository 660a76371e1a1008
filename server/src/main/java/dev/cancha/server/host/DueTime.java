package dev.cancha.server.host;

import dev.cancha.server.room.Deadline;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomState;
import org.jspecify.annotations.Nullable;

/** When something is due in a room, worked out anew only where a step has touched what it follows from. */
final class DueTime {
  private final Room<?, ?> room;
  private @Nullable RoomState last;
  /** In {@link #last}. */
  private long due;

  DueTime(Room<?, ?> room) {
    this.room = room;
  }

  /** In room time, or the greatest number where nothing ever is. */
  long in(RoomState state) {
    if (last == null || !Deadline.same(last, state)) {
      due = room.deadline(state).orElse(Long.MAX_VALUE);
    }
    last = state;
    return due;
  }
}
