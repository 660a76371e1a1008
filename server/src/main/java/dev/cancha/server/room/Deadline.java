package dev.cancha.server.room;

import dev.cancha.common.message.Phase;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** When something is due in a room by itself: a clock runs out, or a grace is over. */
public final class Deadline {
  private Deadline() {}

  static OptionalLong of(RoomState state, Terms terms) {
    long first = Long.MAX_VALUE;
    for (Person person : state.roster().everyone()) {
      if (!person.connected() && !person.expired()) {
        first = Math.min(first, graceOver(person, state.phase(), state.phaseAt(), terms));
      }
    }
    Match match = state.match();
    Clocks clocks = match == null ? null : match.clocks();
    if (match != null && clocks != null) {
      for (int seat : match.turns().keySet()) {
        first = Math.min(first, match.plan().start().at() + clocks.time() + clocks.left(seat));
      }
    }
    return first == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(first);
  }

  /** Whether {@code after} has the deadline of {@code before}, since nothing that it follows from was touched. */
  @SuppressWarnings("ReferenceEquality") // what was not touched is handed on as it was
  public static boolean same(RoomState before, RoomState after) {
    return before.roster().people() == after.roster().people() && before.config() == after.config()
        && before.phaseAt() == after.phaseAt() && before.phase() == after.phase() && !clocked(before.match())
        && !clocked(after.match());
  }

  private static boolean clocked(@Nullable Match match) {
    return match != null && match.clocks() != null;
  }

  /** One who is lost gets the whole grace of a phase, also when the phase changed meanwhile. */
  static long graceOver(Person person, Phase phase, long phaseAt, Terms terms) {
    Long lostAt = person.lostAt();
    if (lostAt == null) {
      throw new IllegalArgumentException("no grace runs for one who is connected");
    }
    return Math.max(lostAt, phaseAt) + terms.graceMillis(phase);
  }
}
