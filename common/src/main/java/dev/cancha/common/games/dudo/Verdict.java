package dev.cancha.common.games.dudo;

import org.jspecify.annotations.Nullable;

/**
 * What came of a call: public, as every cup was lifted for it.
 *
 * @param round the round that it ended, from 1
 * @param seat who called
 * @param call what was called
 * @param bid the bid that was called on
 * @param found how many dice counted for the bid
 * @param lost the seat that lost a die; null when nobody did
 * @param won the seat that won a die back; null when nobody did, also when a right calzo was called with five dice
 */
public record Verdict(int round, int seat, Act.Kind call, StandingBid bid, int found, @Nullable Integer lost,
    @Nullable Integer won) {

  static Verdict of(Round round, StandingBid bid, Act.Kind call) {
    int caller = round.turn();
    int found = round.cups().showing(bid.face(), !round.special());
    return switch (call) {
      case DUDO -> {
        int loser = found >= bid.count() ? caller : bid.seat();
        yield new Verdict(round.number(), caller, call, bid, found, loser, null);
      }
      case CALZO -> {
        boolean exact = found == bid.count();
        boolean room = round.cups().left(caller) < Dudo.DICE;
        yield new Verdict(round.number(), caller, call, bid, found, exact ? null : Integer.valueOf(caller),
            exact && room ? Integer.valueOf(caller) : null);
      }
    };
  }

  /** The seat whose dice were at stake; it begins the next round if it is still in. */
  int mover() {
    return lost == null ? seat : lost;
  }

  /** What the call does to the number of dice of {@link #mover()}: -1, 0 or 1. */
  int change() {
    if (lost != null) {
      return -1;
    }
    return won == null ? 0 : 1;
  }
}
