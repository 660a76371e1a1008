package dev.cancha.server.host;

import dev.cancha.common.game.Game;
import dev.cancha.server.room.Room;
import dev.cancha.server.room.RoomState;

/**
 * What a room begins with, new or folded from its journal.
 *
 * @param relaxed whether it may show what is not on disk yet
 * @param state what is on disk, or the state of a room that nobody is in yet
 */
record Ground(String id, Game<?, ?> game, Room<?, ?> room, RoomState state, boolean relaxed, RoomTime time,
    Chronicle chronicle) {}
