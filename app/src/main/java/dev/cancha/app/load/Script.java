package dev.cancha.app.load;

/**
 * What both players of a room do, for ever: matches of Connect Four that fill the board and that nobody wins, so that
 * every match has as many acts as it can have, and rematches. What is due follows from the revision alone, since every
 * act, and every agreement to a rematch, is one. Pure.
 */
final class Script {
  /** The columns of one match: a draw, whoever begins. */
  private static final String COLUMNS = "016440153154460160043242025636232261153553";

  /** How many acts a match has. */
  static final int ACTS = COLUMNS.length();

  /** The acts of a match, and both players' agreement to the next. */
  private static final int REVISIONS = ACTS + 2;

  /** That the player at hand agrees to a rematch now. */
  static final int REMATCH = -1;
  /** That the player at hand waits for the other. */
  static final int WAIT = -2;

  private Script() {}

  /**
   * What {@code seat} does when it has seen the revision {@code since} the one with which the first match began:
   * drops into a column, or {@link #REMATCH} or {@link #WAIT}.
   */
  static int next(long since, int seat) {
    int step = (int) (since % REVISIONS);
    if (step == ACTS) {
      return REMATCH;
    }
    long match = since / REVISIONS;
    boolean mine = step < ACTS && Math.floorMod(match + step, 2) == seat;
    return mine ? COLUMNS.charAt(step) - '0' : WAIT;
  }
}
