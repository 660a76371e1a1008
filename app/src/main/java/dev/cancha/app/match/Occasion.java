package dev.cancha.app.match;

import dev.cancha.common.game.Game;
import dev.cancha.server.room.Seed;
import java.util.List;

/**
 * What a match is about.
 *
 * @param match its id
 * @param names of the players, by seat
 * @param wallMillis when it begins, in milliseconds since 1970
 */
record Occasion(Game<?, ?> game, Seed seed, String match, List<String> names, long wallMillis) {
  private static final int LONGEST_NAME = 24;

  Occasion {
    names = names.stream().map(Occasion::shortened).toList();
  }

  /** Players have short names. */
  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  boolean ticks() {
    return game.info().tickRate() > 0;
  }
}
