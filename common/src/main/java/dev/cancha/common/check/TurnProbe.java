package dev.cancha.common.check;

import java.util.SortedSet;

/** {@link Check#TURN}. */
final class TurnProbe<S, A> implements Probe<S, A> {
  @Override
  public Check check() {
    return Check.TURN;
  }

  @Override
  @SuppressWarnings("ConstantValue") // what a game hands out is not to be trusted
  public void look(Scene<S, A> scene) {
    SortedSet<Integer> turn = scene.turn();
    if (turn == null) {
      throw new Violation(check(), "turn is null", "It is Turn.nobody() or Turn.of(...), never null.");
    }
    for (int seat : turn) {
      if (!scene.seats().contains(seat)) {
        throw new Violation(check(), "seat " + seat + " is in turn, which does not play",
            "Only the seats of the Setup play, here " + scene.seats() + ".");
      }
      if (scene.gone().contains(seat)) {
        throw new Violation(check(), "seat " + seat + " is in turn, which is gone for good",
            "absent takes a seat out of turn for all that comes.");
      }
    }
    if (scene.over() && !turn.isEmpty()) {
      throw new Violation(check(), "there is a result, and still " + turn + " are in turn",
          "Once result is there, turn is Turn.nobody().");
    }
    if (!scene.over() && turn.isEmpty() && !scene.rules().ticks()) {
      throw new Violation(check(), "nobody is in turn, and there is no result: the match hangs",
          "Somebody is in turn until result is there, also when seats are gone.");
    }
  }
}
