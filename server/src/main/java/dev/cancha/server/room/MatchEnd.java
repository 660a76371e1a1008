package dev.cancha.server.room;

import dev.cancha.common.game.Result;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A match that is over, as it will be looked up later.
 *
 * @param match with its result
 * @param players who played, by seat: also those who left before its end
 */
public record MatchEnd(Match match, SortedMap<Integer, Player> players) {
  public MatchEnd {
    Objects.requireNonNull(match.result());
    players = Collections.unmodifiableSortedMap(new TreeMap<>(players));
  }

  /**
   * Who played; {@code id} is the player's, which everyone may see.
   *
   * @param bot the bot that played to the end, its own seat or an absent player's; absent where none did
   */
  public record Player(String id, String name, @Nullable String bot) {}

  static MatchEnd of(Match match, SortedMap<Integer, Seat> seats) {
    SortedMap<Integer, Player> players = new TreeMap<>();
    seats.forEach((number, seat) -> {
      if (match.plan().seats().contains(number)) {
        players.put(number, new Player(seat.id(), seat.name(), seat.bot()));
      }
    });
    return new MatchEnd(match, players);
  }

  public String id() {
    return match.plan().id();
  }

  public Seed seed() {
    return match.plan().seed();
  }

  /** When it started, by the wall clock, in milliseconds since 1970. */
  public long startedMillis() {
    return match.plan().start().wallMillis();
  }

  /** The position of the input that started it. */
  public long position() {
    return match.plan().start().position();
  }

  public Result result() {
    return Objects.requireNonNull(match.result());
  }
}
