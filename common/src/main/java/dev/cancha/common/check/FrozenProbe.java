package dev.cancha.common.check;

import org.jspecify.annotations.Nullable;

/** {@link Check#IMMUTABLE}. */
final class FrozenProbe<S, A> implements Probe<S, A> {
  @Override
  public Check check() {
    return Check.IMMUTABLE;
  }

  @Override
  public void look(Scene<S, A> scene) {
    Rules<S, A> rules = scene.rules();
    frozen("state", scene.state());
    frozen("view", rules.game().view(scene.state()));
    for (int seat : scene.seats()) {
      frozen("me", rules.game().me(scene.state(), seat));
      rules.game().legal(scene.state(), seat).stream().limit(1).forEach(act -> frozen("act", act));
    }
  }

  static void frozen(String name, @Nullable Object root) {
    Frozen.Fault fault = Frozen.faultIn(name, root);
    if (fault != null) {
      throw new Violation(Check.IMMUTABLE, fault.path() + " " + fault.what(), fault.right());
    }
  }
}
