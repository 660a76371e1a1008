package dev.cancha.common.check;

import java.util.List;
import java.util.StringJoiner;

/** A match, written down for people. */
final class Example {
  /** So many of the last moves are shown. */
  private static final int MOST_LINES = 40;

  private Example() {}

  static <S, A> String text(Rules<S, A> rules, Shrinking.Shown<A> shown, int longer, String where) {
    List<Move<A>> moves = shown.moves();
    StringJoiner text = new StringJoiner("\n");
    text.add(where + ", after " + longer + (longer == 1 ? " step" : " steps")
        + (moves.size() < longer ? "; " + (moves.isEmpty() ? "none" : moves.size()) + " of them do" : "")
        + ": " + shown.opening().text(rules.info()));
    int from = Math.max(0, moves.size() - MOST_LINES);
    if (from > 0) {
      text.add("  (" + from + " steps before)");
    }
    for (int i = from; i < moves.size(); i++) {
      text.add("  " + (i + 1) + ". " + rules.text(moves.get(i)));
    }
    return text.toString();
  }
}
