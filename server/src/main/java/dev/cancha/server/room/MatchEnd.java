package dev.cancha.server.room;

import dev.cancha.common.game.Result;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A match that is over, as it will be looked up later.
 *
 * @param id of the match
 * @param startedMillis wall-clock time, since 1970
 * @param position of the input that started it
 * @param players who played, by seat: also those who left before its end
 */
public record MatchEnd(String id, Seed seed, long startedMillis, long position,
    SortedMap<Integer, Player> players, Result result) {
  public MatchEnd {
    players = Collections.unmodifiableSortedMap(new TreeMap<>(players));
  }

  /** Who played; {@code id} is the player's, which everyone may see. */
  public record Player(String id, String name) {}

  static MatchEnd of(Match.Plan plan, SortedMap<Integer, Seat> seats, Result result) {
    SortedMap<Integer, Player> players = new TreeMap<>();
    seats.forEach((number, seat) -> {
      if (plan.seats().contains(number)) {
        players.put(number, new Player(seat.id(), seat.name()));
      }
    });
    return new MatchEnd(plan.id(), plan.seed(), plan.start().wallMillis(), plan.start().position(), players,
        result);
  }
}
