package dev.cancha.server.host;

import dev.cancha.server.room.SessionId;

/**
 * Who speaks.
 *
 * @param player the id that everyone may see
 */
public record Identity(SessionId session, String player, String name) {}
