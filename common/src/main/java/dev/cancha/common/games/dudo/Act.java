package dev.cancha.common.games.dudo;

import dev.cancha.common.game.Range;

/** What the seat in turn may do: bid, or call on the standing bid. */
public sealed interface Act {
  /**
   * Says that at least so many of all dice on the table show a face.
   *
   * @param count 1 to 30: a bid names no more dice than are on the table
   * @param face 1 to 6; ones are the wild face
   */
  record Bid(@Range(min = 1, max = 30) int count, @Range(min = 1, max = 6) int face) implements Act {}

  /** Ends the round: every cup is lifted, and the standing bid judged. */
  record Call(Kind call) implements Act {}

  /** How the standing bid is called. */
  enum Kind {
    /** "I doubt": the bid is too high. */
    DUDO,
    /** "It fits": there are exactly as many as the bid says. */
    CALZO
  }
}
