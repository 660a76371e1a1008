package dev.cancha.common.check;

import dev.cancha.common.game.Step;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.patch.MergePatch;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One step of a match, looked at: what the room would do with it, and whether it is the same when done otherwise. */
final class Stepping<S, A> {
  private static final long SECOND = 1_000_000_000L;
  private static final int LARGE = 64 * 1024;

  private final Rules<S, A> rules;
  private final Tally tally;
  private final Ground<S, A> ground;
  private final Scene<S, A> before;
  private final Move<A> move;

  Stepping(Ground<S, A> ground, Scene<S, A> before, Move<A> move) {
    this.ground = ground;
    this.rules = ground.rules();
    this.tally = ground.tally();
    this.before = before;
    this.move = move;
  }

  /** The state after it; null where the match is forfeited. */
  @Nullable
  S next() {
    String portrait = rules.portrait(before.state(), before.seats());
    Step<S> step = timed();
    tally.hold(Check.UNCHANGED, portrait.equals(rules.portrait(before.state(), before.seats())),
        () -> new Violation(Check.UNCHANGED,
            "the step (" + rules.text(move) + ") changed the state that it began from"
                + Words.pair("before", portrait, "after", rules.portrait(before.state(), before.seats())),
            "A step makes another state and leaves the old one as it is: copy what you change."));
    if (!tally.hasFailed(Check.UNCHANGED)) {
      repeated(step);
      restored(step);
    }
    return settled(step);
  }

  private @Nullable S settled(Step<S> step) {
    return switch (step) {
      case Step.Refused<S>(String reason) -> throw refused(reason);
      case Step.Forfeit<S> _ -> null;
      case Step.Accepted<S>(S next, List<Record> events) -> {
        events(events);
        sizes(next);
        yield next;
      }
    };
  }

  private Violation refused(String reason) {
    String said = ", but it is refused: \"" + Words.brief(reason) + "\"";
    return switch (move) {
      case Move.Acted<A> _ ->
        new Violation(Check.LEGAL, "legal lists what is done (" + rules.text(move) + ")" + said,
            "legal lists exactly what act accepts.");
      case Move.Gone<A> _ -> new Violation(Check.ABSENCE, "it cannot be refused that a seat is gone" + said,
          "absent answers Step.to or Step.forfeit: a refusal would end the room.");
      case Move.Ticked<A> _ -> new Violation(Check.THROWS, "a tick cannot be refused" + said,
          "tick answers Step.to or Step.forfeit: a refusal would end the room.");
    };
  }

  /** Does what a room does in a step. */
  private Step<S> timed() {
    long start = ground.nanos().getAsLong();
    Step<S> step;
    try {
      step = rules.step(before.state(), move);
      if (step instanceof Step.Accepted<S>(S next, var _)) {
        rules.game().turn(next);
        rules.game().view(next);
        before.seats().forEach(seat -> rules.game().me(next, seat));
        rules.game().result(next);
      }
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw new Violation(Check.THROWS, "the step (" + rules.text(move) + ") throws: " + Words.thrown(e),
          "Rules answer, and do not throw: a step that does ends its room.");
    }
    tally.looks(Check.THROWS);
    long took = ground.nanos().getAsLong() - start;
    if (took > 0) {
      tally.measure(Measures.STEP, took / 1_000);
      tally.hold(Check.TIME, took <= SECOND, () -> new Violation(Check.TIME,
          "the step (" + rules.text(move) + ") took " + took / 1_000_000 + " ms",
          "A step takes milliseconds at most: a room whose rules take more than a second of a step is ended."));
    }
    return step;
  }

  private void repeated(Step<S> step) {
    if (tally.looks(Check.REPEAT)) {
      String difference = difference(step, before::state);
      if (difference != null) {
        throw new Violation(Check.REPEAT,
            "the same step (" + rules.text(move) + ") leads to something else when it is done again"
                + difference,
            "Nothing but the state, the act and Chance decides: no clock, no other chance, no field that changes.");
      }
    }
  }

  private void restored(Step<S> step) {
    JsonType<S> form = rules.states();
    if (form != null && !tally.hasFailed(Check.REPEAT) && tally.looks(Check.RESTORE)) {
      String difference = difference(step, () -> form.read(form.write(before.state())));
      if (difference != null) {
        throw new Violation(Check.RESTORE, "the step (" + rules.text(move)
            + ") leads to something else from a state that came back from its JSON" + difference,
            "All of a state is in its components.");
      }
    }
  }

  /** How the same step from another such state differs; null where it does not. */
  private @Nullable String difference(Step<S> step, Supplier<S> from) {
    String first = text(step);
    String second;
    try {
      second = text(rules.step(from.get(), move));
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      second = Words.thrown(e);
    }
    return first.equals(second) ? null : Words.pair("the one", first, "the other", second);
  }

  private String text(Step<S> step) {
    return switch (step) {
      case Step.Refused<S>(String reason) -> "refused: " + reason;
      case Step.Forfeit<S>(int seat) -> "forfeit of seat " + seat;
      case Step.Accepted<S>(S next, List<Record> events) -> rules.portrait(next, before.seats()) + events;
    };
  }

  private void events(List<Record> events) {
    if (events.isEmpty() || !tally.looks(Check.VIEW)) {
      return;
    }
    for (Record event : events) {
      try {
        rules.events().write(event);
      } catch (RuntimeException e) {
        throw new Violation(Check.VIEW, "an event cannot be written: " + Words.thrown(e),
            "Events are records of the sealed interface that info declares: .events(Event.class).");
      }
    }
  }

  private void sizes(S next) {
    if (rules.game().view(before.state()) instanceof Record old
        && rules.game().view(next) instanceof Record view
        && tally.looks(Check.SIZE)) {
      try {
        tally.measure(Measures.PATCH, MergePatch.between(old, view).length());
        int size = rules.json(view).length();
        tally.measure(Measures.VIEW, size);
        if (size > LARGE) {
          tally.warn(Check.SIZE, "a view has more than 64 KiB",
              "It is sent whole to everyone who joins or comes back: leave out what follows from the rest.");
        }
      } catch (RuntimeException e) {
        return; // what cannot be written is told by the check of views
      }
    }
  }
}
