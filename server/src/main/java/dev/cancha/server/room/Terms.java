package dev.cancha.server.room;

import dev.cancha.common.game.GameInfo.Defaults;
import dev.cancha.common.message.OnAbsent;
import dev.cancha.common.message.Phase;
import dev.cancha.common.message.Settings;
import dev.cancha.server.room.RoomDocument.SettingsEntry;
import org.jspecify.annotations.Nullable;

/**
 * A room's settings with its game's defaults filled in.
 *
 * @param turnMillis a turn's limit, 0 for none
 * @param bankMillis a seat's clock, 0 for none
 * @param incrementMillis what a seat's clock gets back with each act
 * @param graceMillis how long a place is held in a match
 * @param lobbyGraceMillis how long a place is held otherwise
 */
record Terms(long turnMillis, long bankMillis, long incrementMillis, OnAbsent onAbsent, long graceMillis,
    long lobbyGraceMillis) {
  static Terms of(Settings given, Defaults defaults, RoomRules rules) {
    boolean ownClock = given.turnSeconds() != null || given.bankSeconds() != null;
    int turn = or(given.turnSeconds(), ownClock ? 0 : defaults.turnSeconds());
    int bank = or(given.bankSeconds(), ownClock ? 0 : defaults.bankSeconds());
    int increment = bank == 0 ? 0 : or(given.incrementSeconds(), defaults.incrementSeconds());
    OnAbsent onAbsent = given.onAbsent() == null ? OnAbsent.FORFEIT : given.onAbsent();
    long graceMillis = 1000L * or(given.graceSeconds(), defaults.graceSeconds());
    return new Terms(1000L * turn, 1000L * bank, 1000L * increment, onAbsent, graceMillis,
        given.graceSeconds() == null ? rules.lobbyGraceMillis() : graceMillis);
  }

  boolean clocked() {
    return turnMillis > 0 || bankMillis > 0;
  }

  /** Whether a seat is held for as long as the match lasts. */
  boolean holds() {
    return onAbsent == OnAbsent.WAIT;
  }

  /** Whether a bot plays on for who is absent. */
  boolean botPlaysOn() {
    return onAbsent == OnAbsent.BOT;
  }

  long graceMillis(Phase phase) {
    return phase == Phase.PLAYING ? graceMillis : lobbyGraceMillis;
  }

  SettingsEntry entry() {
    return new SettingsEntry(seconds(turnMillis), seconds(bankMillis),
        bankMillis > 0 ? (Integer) (int) (incrementMillis / 1000) : null, onAbsent,
        (int) (graceMillis / 1000));
  }

  private static @Nullable Integer seconds(long millis) {
    return millis == 0 ? null : (Integer) (int) (millis / 1000);
  }

  private static int or(@Nullable Integer value, int otherwise) {
    return value != null ? value : otherwise;
  }
}
