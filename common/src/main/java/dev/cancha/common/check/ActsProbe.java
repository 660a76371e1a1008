package dev.cancha.common.check;

import dev.cancha.common.json.Mismatch;
import java.util.HashSet;
import java.util.Set;

/** {@link Check#ACTS}. Owner: the thread that checks. */
final class ActsProbe<S, A> implements Probe<S, A> {
  /** Those that came back already; asked only whether one is in it. */
  private final Set<A> good = new HashSet<>();

  @Override
  public Check check() {
    return Check.ACTS;
  }

  @Override
  public void look(Scene<S, A> scene) {
    Rules<S, A> rules = scene.rules();
    for (int seat : scene.turn()) {
      for (A act : rules.game().legal(scene.state(), seat)) {
        if (good.contains(act)) {
          continue;
        }
        A back;
        try {
          back = rules.acts().read(rules.acts().write(act));
        } catch (Mismatch e) {
          throw new Violation(check(),
              "legal lists " + rules.actText(act) + ", which nobody can send: " + e.getMessage(),
              "An act is within the @Range of its components, and its constructors accept it.");
        }
        if (!back.equals(act)) {
          throw new Violation(check(),
              act + " comes back from its JSON " + rules.actText(act) + " as " + back
                  + ", which is not equal to it",
              "An act is a record of values that are equal when they are the same.");
        }
        good.add(act);
      }
    }
  }
}
