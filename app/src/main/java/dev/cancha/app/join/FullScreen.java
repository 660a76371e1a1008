package dev.cancha.app.join;

import org.jspecify.annotations.Nullable;

/** Plays on the whole screen of the terminal, until the player has enough of it. */
@FunctionalInterface
public interface FullScreen {
  /** Gives the exit code. */
  int play(Wanted wanted);

  /**
   * Where a player wants to go.
   *
   * @param server its address, or null for one that is to be found
   * @param code of the room to enter at once, or null to choose one
   * @param password of that room, or null
   * @param watch whether to enter it without a seat
   * @param name of the player
   */
  record Wanted(@Nullable String server, @Nullable String code, @Nullable String password, boolean watch,
      String name) {}
}
