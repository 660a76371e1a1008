package dev.cancha.server.host;

import dev.cancha.common.message.Phase;
import dev.cancha.common.message.ServerMessage.RoomEntry;

/**
 * What the lobby knows of a room, as of its last released state.
 *
 * @param listed whether it is in the public list: a public room that somebody has come into, or that waits for guests
 * @param hostConnected whether its host has a connection; a room without a host is waiting for one
 */
public record RoomRow(RoomEntry entry, boolean listed, Record options, boolean hostConnected) {
  /** Whether {@code quick} may put someone here. */
  public boolean fits(String game, Record wanted) {
    return entry.game().equals(game) && entry.phase() == Phase.LOBBY && listed
        && !entry.locked() && entry.taken() < entry.seats() && hostConnected && options.equals(wanted);
  }
}
