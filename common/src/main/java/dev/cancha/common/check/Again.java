package dev.cancha.common.check;

import dev.cancha.common.game.Step;
import dev.cancha.common.json.JsonType;
import java.util.List;

/** A match that is played once more: from its start, and from a state in it that was stored and read back. */
final class Again<S, A> {
  private final Rules<S, A> rules;
  private final Tally tally;
  private final Opening opening;
  private final List<Move<A>> moves;

  Again(Ground<S, A> ground, Opening opening, List<Move<A>> moves) {
    this.rules = ground.rules();
    this.tally = ground.tally();
    this.opening = opening;
    this.moves = moves;
  }

  /** @throws Violation where it does not go as in {@code trace} */
  void like(Trace trace) {
    if (tally.hasFailed(Check.UNCHANGED)) {
      return;
    }
    if (tally.looks(Check.REPEAT)) {
      fold(Check.REPEAT, rules.start(opening), 0, trace);
    }
    JsonType<S> form = rules.states();
    if (form != null && !moves.isEmpty() && !tally.hasFailed(Check.REPEAT) && tally.looks(Check.RESTORE)) {
      int at = (int) Math.floorMod(opening.draws() >>> 1, (long) moves.size());
      fold(Check.RESTORE, form.read(form.write(state(at))), at, trace);
    }
  }

  private S state(int position) {
    S state = rules.start(opening);
    for (Move<A> move : moves.subList(0, position)) {
      if (rules.step(state, move) instanceof Step.Accepted<S>(S next, var _)) {
        state = next;
      }
    }
    return state;
  }

  private void fold(Check check, S from, int position, Trace trace) {
    S state = from;
    int at = position;
    compare(check, at, state, trace);
    for (Move<A> move : moves.subList(position, moves.size())) {
      if (!(rules.step(state, move) instanceof Step.Accepted<S>(S next, var _))) {
        return;
      }
      state = next;
      compare(check, ++at, state, trace);
    }
  }

  private void compare(Check check, int position, S state, Trace trace) {
    String portrait = rules.portrait(state, opening.seats());
    String other = trace.differs(position, portrait);
    if (!other.isEmpty()) {
      String how = check == Check.REPEAT ? "when the match is played again"
          : "when the match goes on from a state that was stored";
      throw new Violation(check,
          "after step " + position + " there is another state " + how
              + Words.pair("the first time", other, "now", portrait),
          "Nothing but the start, the acts and Chance decides: no clock, no other chance, no field that changes.");
    }
  }
}
