package dev.cancha.server.host;

import org.jspecify.annotations.Nullable;

/**
 * How someone wants to come in.
 *
 * @param seat any free one if absent
 * @param password what was given, absent if nothing was
 * @param quick where {@code quick} chose this room: the options it must still have, and still fit
 * @param bots how many bots come along, of who opens the room
 * @param elsewhere the session is in a room already, which is told only to one who knows the password
 */
public record Entry(@Nullable Integer re, @Nullable Integer seat, boolean spectate, @Nullable String password,
    @Nullable Record quick, int bots, boolean elsewhere) {
  /** Without bots. */
  public Entry(@Nullable Integer re, @Nullable Integer seat, boolean spectate, @Nullable String password,
      @Nullable Record quick, boolean elsewhere) {
    this(re, seat, spectate, password, quick, 0, elsewhere);
  }
}
