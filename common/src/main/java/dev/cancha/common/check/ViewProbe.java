package dev.cancha.common.check;

import dev.cancha.common.game.GameInfo;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.message.Json;
import org.jspecify.annotations.Nullable;

/** {@link Check#VIEW}. */
final class ViewProbe<S, A> implements Probe<S, A> {
  @Override
  public Check check() {
    return Check.VIEW;
  }

  @Override
  public void look(Scene<S, A> scene) {
    Rules<S, A> rules = scene.rules();
    GameInfo.Types<A> types = rules.info().types();
    shown("view", types.view(), rules.game().view(scene.state()));
    for (int seat : scene.seats()) {
      Object me = rules.game().me(scene.state(), seat);
      if (me == null) {
        continue;
      }
      if (types.me() == null) {
        throw new Violation(check(),
            "me gives seat " + seat + " a " + me.getClass().getSimpleName() + ", but info declares no me",
            "What me gives is shown only where info declares its type: .me(" + me.getClass().getSimpleName()
                + ".class).");
      }
      shown("me of seat " + seat, types.me(), me);
    }
  }

  private static void shown(String what, Class<?> declared, @Nullable Object value) {
    if (value == null) {
      throw new Violation(Check.VIEW, what + " is null", "Every state has a view: a record.");
    }
    if (!declared.isInstance(value) || !(value instanceof Record)) {
      throw new Violation(Check.VIEW,
          what + " is of " + value.getClass().getName() + ", but info declares " + declared.getName(),
          "It is a record, of the class that info declares.");
    }
    written(what, value.getClass(), value);
  }

  private static <T> void written(String what, Class<T> type, Object value) {
    JsonType<T> form = JsonType.of(type);
    Json json;
    try {
      json = form.write(type.cast(value));
    } catch (RuntimeException e) {
      throw new Violation(Check.VIEW, what + " cannot be written as JSON: " + Words.thrown(e),
          "Nothing in it is null but components that are declared @Nullable, and every number is finite.");
    }
    try {
      String again = form.write(form.read(json)).toString();
      if (!again.equals(json.toString())) {
        throw new Violation(Check.VIEW,
            what + " is not the same when it is read back"
                + Words.pair("written", json.toString(), "read back",
                    again),
            "A record's constructor keeps what it is given.");
      }
    } catch (IllegalArgumentException e) {
      throw new Violation(Check.VIEW,
          what + " does not fit its own schema: " + Words.brief(String.valueOf(e.getMessage())),
          "What is shown is within the @Range of its components, and its constructors accept it.");
    }
  }
}
