package dev.cancha.server.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A match that is over.
 *
 * @param id unique for ever: a match is stored once
 * @param room in which it was played
 * @param game the id of the game
 * @param rules the version of the game's rules
 * @param seed from which all of its chance follows
 * @param listed whether anyone may see it; otherwise its members alone
 * @param times when it was played
 * @param players who played, by seat
 * @param members the sessions that may see it where it is not listed, players and others who were there; nobody needs
 *     to be named where anyone may
 * @param outcome how it ended
 * @param inputs which entries of its room it is made of
 */
public record FinishedMatch(String id, String room, String game, String rules, String seed, boolean listed,
    Times times, List<Player> players, List<String> members, Outcome outcome, Positions inputs) {
  public FinishedMatch {
    players = List.copyOf(players);
    members = List.copyOf(members);
  }

  /** Wall-clock times in milliseconds since 1970. */
  public record Times(long startedMillis, long endedMillis) {}

  /**
   * Who sat on a seat.
   *
   * @param id the player's id, as the room document shows it
   * @param bot the bot's name, absent for a person
   */
  public record Player(int seat, String id, String name, @Nullable String bot) {}

  /**
   * How it ended.
   *
   * @param result JSON
   * @param hash of the state at the end, in the room's own form
   */
  public record Outcome(String result, String hash) {}

  /** The first and the last entry of the match, by position. */
  public record Positions(long first, long last) {}
}
