package dev.cancha.common.check;

import dev.cancha.common.game.Step;
import java.util.List;

/** {@link Check#LEGAL}. */
final class LegalProbe<S, A> implements Probe<S, A> {
  /** Of more acts than these some are drawn. */
  private static final int MOST = 200;

  @Override
  public Check check() {
    return Check.LEGAL;
  }

  @Override
  public void look(Scene<S, A> scene) {
    Rules<S, A> rules = scene.rules();
    for (int seat : scene.seats()) {
      List<A> legal = rules.game().legal(scene.state(), seat);
      if (scene.over() || !scene.turn().contains(seat)) {
        if (!legal.isEmpty()) {
          throw new Violation(check(),
              "seat " + seat + " is not in turn, but legal lists " + some(rules, legal) + " for it",
              "legal is empty for who is not in turn, for who is gone, and once the match is over.");
        }
        continue;
      }
      if (legal.isEmpty() && !rules.ticks()) {
        throw new Violation(check(), "seat " + seat + " is in turn, and legal lists nothing for it",
            "Whoever is in turn has at least one legal act, if only one that passes.");
      }
      if (!legal.equals(rules.game().legal(scene.state(), seat))) {
        throw new Violation(check(), "legal for seat " + seat + " is not the same when it is asked twice",
            "It lists the acts in a fixed order, and depends on nothing but the state.");
      }
      accepted(scene, seat, legal);
    }
  }

  private void accepted(Scene<S, A> scene, int seat, List<A> legal) {
    int stride = 1 + legal.size() / MOST;
    for (int i = scene.chance(seat).below(stride); i < legal.size(); i += stride) {
      A act = legal.get(i);
      Step<S> step = scene.rules().game().act(scene.state(), seat, act, scene.chance(i));
      if (step instanceof Step.Refused<S>(String reason)) {
        throw new Violation(check(), "legal lists " + scene.rules().actText(act) + " for seat " + seat
            + ", but act refuses it: \"" + Words.brief(reason) + "\"",
            "legal lists exactly what act accepts.");
      }
    }
  }

  private static <S, A> String some(Rules<S, A> rules, List<A> acts) {
    return rules.actText(acts.getFirst()) + (acts.size() == 1 ? "" : " and " + (acts.size() - 1) + " more");
  }
}
