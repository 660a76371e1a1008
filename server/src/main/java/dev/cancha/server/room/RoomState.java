package dev.cancha.server.room;

import dev.cancha.common.message.Phase;
import org.jspecify.annotations.Nullable;

/**
 * The whole truth of a room.
 *
 * @param rev rises by one with each input that changes the document
 * @param position how many inputs were applied
 * @param at the room time of the last applied input, in milliseconds since the room opened
 * @param phaseAt the room time at which the phase began
 * @param matches how many matches were started
 * @param shown what follows from the rest: the document and each seat's own part
 */
public record RoomState(long rev, long position, long at, RoomConfig config, Roster roster, Phase phase,
    long phaseAt, @Nullable Match match, int matches, Shown shown) {
  /** The match time at room time {@code roomMillis}: 0 before the first match, and it stands once one is over. */
  public long matchTime(long roomMillis) {
    return match == null ? 0 : match.timeAt(roomMillis);
  }

  public @Nullable String matchId() {
    return match == null ? null : match.plan().id();
  }
}
