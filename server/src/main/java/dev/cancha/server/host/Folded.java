package dev.cancha.server.host;

import dev.cancha.common.game.Game;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomOpening;
import dev.cancha.server.room.RoomState;

/**
 * A room as it was folded from its journal.
 *
 * @param rules the version of its game's rules
 * @param snapshotAt the position of the last snapshot, 0 where there is none
 */
record Folded(String id, Game<?, ?> game, Room<?, ?> room, RoomOpening opening, String rules, RoomState state,
    long snapshotAt,
    Journal.Log log) {}
