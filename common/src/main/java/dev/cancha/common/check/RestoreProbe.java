package dev.cancha.common.check;

import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;

/** {@link Check#RESTORE}, at one moment: a state that was read back shows the same. */
final class RestoreProbe<S, A> implements Probe<S, A> {
  private static final String RIGHT = "All of a state is in its components, and its constructors accept and keep them.";

  @Override
  public Check check() {
    return Check.RESTORE;
  }

  @Override
  public boolean applies(Rules<S, A> rules) {
    return rules.states() != null;
  }

  @Override
  public void look(Scene<S, A> scene) {
    Rules<S, A> rules = scene.rules();
    JsonType<S> form = rules.states();
    if (form == null) {
      return;
    }
    Json written = form.write(scene.state());
    S back;
    try {
      back = form.read(written);
    } catch (RuntimeException e) {
      throw new Violation(check(),
          "a state does not come back from its JSON " + Words.brief(written.toString())
              + ": " + e.getMessage(),
          RIGHT);
    }
    same("JSON", written.toString(), form.write(back).toString());
    same("what it shows", rules.shown(scene.state(), scene.seats()), rules.shown(back, scene.seats()));
  }

  private static void same(String what, String before, String after) {
    if (!before.equals(after)) {
      throw new Violation(Check.RESTORE,
          "a state that comes back from its JSON differs in " + what
              + Words.pair("before", before, "after", after),
          RIGHT);
    }
  }
}
