package dev.cancha.server.room;

import org.jspecify.annotations.Nullable;

/**
 * What an operator sets that a room's steps depend on.
 *
 * @param lobbyGraceMillis how long a place is held in {@code lobby} and {@code over} where the settings say nothing
 * @param maxSpectators how many may watch
 * @param bot plays on for players who are absent, where their room wants that; absent where the game has no bots
 */
public record RoomRules(long lobbyGraceMillis, int maxSpectators, @Nullable String bot) {
  /** Without bots. */
  public RoomRules(long lobbyGraceMillis, int maxSpectators) {
    this(lobbyGraceMillis, maxSpectators, null);
  }
}
