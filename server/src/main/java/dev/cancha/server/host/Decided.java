package dev.cancha.server.host;

import dev.cancha.common.message.Json;
import dev.cancha.common.message.Phase;
import dev.cancha.server.room.Outcome.Changed;
import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.SessionId;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A step that a room has taken: from {@code before}, by {@code input}.
 *
 * @param input without what had no effect
 * @param patch the public merge patch that it led to
 */
record Decided(RoomState before, RoomInput input, Changed changed, Json patch) {
  RoomState after() {
    return changed.state();
  }

  long position() {
    return before.position() + 1;
  }

  /** Whether a match is running that was not before. */
  boolean startsMatch() {
    return after().phase() == Phase.PLAYING && !Objects.equals(before.matchId(), after().matchId());
  }

  /** Whether it is a tick to which nobody had anything to say, in the midst of a match. */
  boolean idle() {
    return input instanceof RoomInput.Tick tick && tick.inputs().isEmpty()
        && after().phase() == Phase.PLAYING && changed.ended() == null && !changed.closed();
  }

  /** Who was there: those may look the match up later. */
  List<String> members() {
    SortedSet<SessionId> members = new TreeSet<>(before.roster().people().keySet());
    members.addAll(after().roster().people().keySet());
    return members.stream().map(SessionId::text).toList();
  }
}
