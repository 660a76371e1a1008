package dev.cancha.server.room;

/**
 * What an operator sets that a room's steps depend on.
 *
 * @param lobbyGraceMillis how long a place is held in {@code lobby} and {@code over} where the settings say nothing
 * @param maxSpectators how many may watch
 */
public record RoomRules(long lobbyGraceMillis, int maxSpectators) {}
