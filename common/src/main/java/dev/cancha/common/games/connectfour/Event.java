package dev.cancha.common.games.connectfour;

import java.util.List;

/** What happened on the board, for animation, sound and logs. */
public sealed interface Event {
  /**
   * A disc came to lie.
   *
   * @param seat whose disc, 0 or 1
   * @param column 0 to 6, from the left
   * @param row 0 to 5, from the bottom
   */
  record Dropped(int seat, int column, int row) implements Event {}

  /**
   * The disc before completed a line.
   *
   * @param seat who won, 0 or 1
   * @param line the winning cells, as in {@link Grid#line()}
   */
  record Won(int seat, List<List<Integer>> line) implements Event {
    public Won {
      line = List.copyOf(line);
    }
  }
}
