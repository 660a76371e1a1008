package dev.cancha.common.check;

import dev.cancha.common.check.Report.Finding;
import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.json.EventType;
import dev.cancha.common.json.JsonType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What can be said of a game before a match of it is played. Owner: the thread that checks. */
final class Declared {
  private static final int LONGEST_TITLE = 40;

  private final Game<?, ?> game;
  private final Tally tally;
  private final List<Finding> failures;
  private @Nullable GameInfo<?> info;

  Declared(Game<?, ?> game, Tally tally, List<Finding> failures) {
    this.game = game;
    this.tally = tally;
    this.failures = failures;
    made(Check.INFO, this::says);
    made(Check.TYPES, this::types);
    made(Check.IMMUTABLE, this::fields);
    made(Check.SECRETS, this::imagines);
    made(Check.SOURCES, () -> Sources.look(game.getClass(), tally));
  }

  @Nullable
  GameInfo<?> info() {
    return info;
  }

  /** Whether there is any use in playing matches. */
  boolean playable() {
    return info != null && tally.on(Check.TYPES);
  }

  private void made(Check check, Runnable look) {
    if (info == null && check != Check.INFO) {
      return;
    }
    tally.looks(check);
    try {
      look.run();
    } catch (Violation v) {
      fail(v);
    } catch (RuntimeException | AssertionError | StackOverflowError | ExceptionInInitializerError e) {
      fail(new Violation(check, "something was thrown while this was checked: " + Words.thrown(e),
          "No method of a game throws."));
    }
  }

  private void fail(Violation v) {
    tally.failed(v.check());
    failures.add(new Finding(v.check(), v.what(), v.right(), null));
  }

  private void says() {
    GameInfo<?> first = game.info();
    info = first;
    if (!first.equals(game.info())) {
      throw new Violation(Check.INFO, "info is not the same when it is asked twice",
          "Keep it in a constant.");
    }
    if (first.title().isBlank() || first.title().length() > LONGEST_TITLE) {
      throw new Violation(Check.INFO,
          "the title '" + Words.brief(first.title()) + "' is not 1 to 40 characters",
          "It is shown in lists.");
    }
    if (game.rules().isBlank() || !game.rules().equals(game.rules())) {
      throw new Violation(Check.INFO, "rules is blank, or not the same when it is asked twice",
          "It is the version of the rules, such as 1.");
    }
    for (String name : game.bots().keySet()) {
      if (!name.matches("[a-z][A-Za-z0-9]{0,23}")) {
        throw new Violation(Check.INFO, "the bot's name '" + Words.brief(name) + "' cannot be typed",
            "It is 1 to 24 letters and digits in lowerCamelCase.");
      }
    }
    if (first.help().isBlank()) {
      tally.warn(Check.INFO, "there is no help", "Say in a few sentences how it is played: .help(\"...\").");
    }
  }

  private void types() {
    GameInfo.Types<?> types = Objects.requireNonNull(info).types();
    described("act", types.act());
    described("view", types.view());
    if (types.me() != null) {
      described("me", types.me());
    }
    try {
      EventType.of(types.event()).schema();
    } catch (IllegalArgumentException e) {
      throw new Violation(Check.TYPES, "events have no form in JSON: " + e.getMessage(),
          "They are records of one sealed interface, of what has a form in JSON.");
    }
    options(types.options().getClass(), types.options());
  }

  private static void described(String what, Class<?> type) {
    try {
      JsonType.of(type).schema();
    } catch (IllegalArgumentException e) {
      throw new Violation(Check.TYPES, what + " has no form in JSON: " + e.getMessage(),
          "It is a record, or a sealed interface of records, of what has a form in JSON.");
    }
  }

  private static <T> void options(Class<T> type, Object defaults) {
    try {
      JsonType<T> form = JsonType.of(type);
      form.schema(type.cast(defaults));
      if (!form.read(form.write(type.cast(defaults))).equals(defaults)) {
        throw new Violation(Check.TYPES, "the options " + defaults + " do not come back from their JSON",
            "They are a record of what has a form in JSON.");
      }
    } catch (IllegalArgumentException e) {
      throw new Violation(Check.TYPES, "options have no form in JSON, or their defaults are out of bounds: "
          + e.getMessage(), "They are a record of what has a form in JSON, within its @Range.");
    }
  }

  /** One instance serves all rooms at once. */
  private void fields() {
    for (Field field : game.getClass().getDeclaredFields()) {
      int modifiers = field.getModifiers();
      if (Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers) && !field.isSynthetic()) {
        throw new Violation(Check.IMMUTABLE,
            "the static field " + field.getName() + " of " + game.getClass().getName() + " is not final",
            "Keep everything in the state: one instance serves all rooms at once, from several threads.");
      }
    }
    FrozenProbe.frozen("the game's own", game);
  }

  private void imagines() {
    if (overrides("me", Object.class, int.class)
        && !overrides("imagine", Object.class, int.class, Chance.class)) {
      throw new Violation(Check.SECRETS, "me is overridden, and imagine is not",
          "imagine draws anew what a seat cannot know: without it secrets cannot be checked, and no bot can search.");
    }
  }

  private boolean overrides(String method, Class<?>... parameters) {
    try {
      return game.getClass().getMethod(method, parameters).getDeclaringClass() != Game.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every game has it", e);
    }
  }
}
