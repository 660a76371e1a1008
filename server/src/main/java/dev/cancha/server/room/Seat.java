package dev.cancha.server.room;

import org.jspecify.annotations.Nullable;

/**
 * A taken seat.
 *
 * @param holder who sits on it; absent on a bot's, and once it left in the middle of a match, which its seat stays for
 * @param bot the bot that plays it: its own seat where there is no holder, else for as long as the holder is away;
 *     absent where none does
 */
public record Seat(String id, String name, @Nullable SessionId holder, boolean ready, @Nullable String bot) {
  /** One that no bot plays. */
  public Seat(String id, String name, @Nullable SessionId holder, boolean ready) {
    this(id, name, holder, ready, null);
  }

  /** The bot {@code bot} on seat {@code number}: the same from match to match, and always ready. */
  static Seat ofBot(int number, String bot) {
    return new Seat("b" + number, bot, null, true, bot);
  }

  /** Whether it is a bot's own. */
  public boolean isBots() {
    return bot != null && holder == null;
  }

  Seat ready(boolean nowReady) {
    return isBots() ? this : new Seat(id, name, holder, nowReady, bot);
  }

  Seat playedBy(@Nullable String other) {
    return new Seat(id, name, holder, ready, other);
  }

  Seat abandoned() {
    return new Seat(id, name, null, false, null);
  }

  /** The match is over: whoever is away is only away. */
  Seat afterMatch() {
    return isBots() ? this : new Seat(id, name, holder, false, null);
  }
}
