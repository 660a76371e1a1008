package dev.cancha.server.host;

import dev.cancha.common.message.Phase;
import dev.cancha.common.message.ServerMessage.RoomEntry;
import dev.cancha.common.message.Visibility;
import dev.cancha.server.room.Person;
import dev.cancha.server.room.RoomDocument;
import dev.cancha.server.room.RoomState;
import dev.cancha.server.room.SessionId;

/**
 * What the lobby knows of a room, as of its last released state.
 *
 * @param listed whether it is in the public list: a public room that somebody has come into, or that waits for guests
 * @param hostConnected whether its host has a connection; a room without a host is waiting for one
 * @param permanent whether it stays open when nobody is there
 */
public record RoomRow(RoomEntry entry, boolean listed, Record options, boolean hostConnected,
    boolean permanent) {
  /** Whether {@code quick} may put someone here. */
  public boolean fits(String game, Record wanted) {
    return entry.game().equals(game) && entry.phase() == Phase.LOBBY && listed
        && !entry.locked() && entry.taken() < entry.seats() && hostConnected && options.equals(wanted);
  }

  static RoomRow of(RoomState state) {
    RoomDocument document = state.shown().document();
    SessionId hostSession = state.roster().host();
    Person hosting = hostSession == null ? null : state.roster().person(hostSession);
    RoomEntry entry = new RoomEntry(document.code(), document.game(), document.phase(), document.size(),
        state.roster().seats().size(), (int) state.roster().spectators(), document.locked());
    boolean listed = document.visibility() == Visibility.PUBLIC
        && (state.rev() > 0 || state.config().permanent());
    return new RoomRow(entry, listed, document.options(), hosting == null || hosting.lostAt() == null,
        state.config().permanent());
  }

  /** Whether both states have the same row. */
  @SuppressWarnings("ReferenceEquality") // what was handed on as it was need not be compared
  static boolean alike(RoomState one, RoomState other) {
    return one.roster().people() == other.roster().people() && one.roster().seats() == other.roster().seats()
        && one.roster().host() == other.roster().host() && one.phase() == other.phase()
        && one.config() == other.config();
  }
}
