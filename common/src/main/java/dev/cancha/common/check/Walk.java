package dev.cancha.common.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One match, looked at from its start to its end, or to what is wrong first. Owner: the thread that checks. */
final class Walk<S, A> {
  /** Up to so many steps every state is looked at from all sides, later ones now and then. */
  private static final int ALL_UP_TO = 300;
  private static final int THEN_ONE_IN = 16;

  private final Ground<S, A> ground;
  private final Rules<S, A> rules;
  private final Tally tally;
  private final Opening opening;
  private final List<Move<A>> done = new ArrayList<>();
  private final SortedSet<Integer> gone = new TreeSet<>();
  private final Trace trace = new Trace();

  /**
   * How long a match may be.
   *
   * @param most acts, or ticks in a game that ticks
   * @param mustEnd whether it is wrong to be longer
   */
  record Bound(int most, boolean mustEnd) {}

  Walk(Ground<S, A> ground, Opening opening) {
    this.ground = ground;
    this.rules = ground.rules();
    this.tally = ground.tally();
    this.opening = opening;
  }

  /** What was done, up to now. */
  List<Move<A>> done() {
    return Collections.unmodifiableList(done);
  }

  Opening opening() {
    return opening;
  }

  /**
   * Plays what {@code mover} says.
   *
   * @throws Violation at the first thing that is wrong
   */
  void run(Mover<S, A> mover, Bound bound) {
    Scene<S, A> scene = scene(start(), opening.draws());
    look(scene);
    int counted = 0;
    while (!asked("result", scene::over)) {
      if (counted >= bound.most()) {
        unended(bound);
        return;
      }
      Scene<S, A> here = scene;
      Move<A> move = asked("legal", () -> mover.next(here));
      if (move == null) {
        break;
      }
      done.add(move);
      counted += counts(move) ? 1 : 0;
      S next = new Stepping<>(ground, scene, move).next();
      if (move instanceof Move.Gone<A>(int seat, long _)) {
        gone.add(seat);
      }
      if (next == null) {
        break; // forfeited: the room ends the match
      }
      scene = scene(next, move.draws());
      look(scene);
    }
    tally.looks(Check.END);
    asked("a method", () -> {
      new Again<>(ground, opening, done).like(trace);
      return true;
    });
  }

  private void unended(Bound bound) {
    tally.hold(Check.END, !bound.mustEnd(), () -> new Violation(Check.END,
        "no end after " + bound.most() + (rules.ticks() ? " ticks" : " acts") + " of random play",
        "A match ends by itself: give it a bound, or say how long it may last where it is checked."));
  }

  private boolean counts(Move<A> move) {
    boolean tick = move instanceof Move.Ticked<A>;
    if (tick) {
      tally.ticked();
    } else {
      tally.acted();
    }
    return tick == rules.ticks();
  }

  private Scene<S, A> scene(S state, long draws) {
    return new Scene<>(rules, opening, state, Collections.unmodifiableSortedSet(new TreeSet<>(gone)), draws);
  }

  private S start() {
    try {
      S first = rules.start(opening);
      tally.hold(Check.START, first != null,
          () -> new Violation(Check.START, "start gives null", "It gives the first state."));
      return first;
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      if (e instanceof Violation) {
        throw e;
      }
      throw new Violation(Check.START, "start throws: " + Words.thrown(e),
          "Any number of seats within GameInfo.seats may play, also with gaps between them, with any options within"
              + " their bounds.");
    }
  }

  private void look(Scene<S, A> scene) {
    String before = asked("view", () -> rules.portrait(scene.state(), opening.seats()));
    trace.add(before);
    if (done.size() > ALL_UP_TO && scene.chance(THEN_ONE_IN).below(THEN_ONE_IN) > 0) {
      return;
    }
    for (Probe<S, A> probe : ground.probes()) {
      if (tally.looks(probe.check())) {
        look(probe, scene);
      }
    }
    String after = rules.portrait(scene.state(), opening.seats());
    tally.hold(Check.UNCHANGED, before.equals(after), () -> new Violation(Check.UNCHANGED,
        "a state is another one after it was asked what it shows and what acts would lead to"
            + Words.pair("before", before, "after", after),
        "No method changes a state: it makes another one, and copies what it changes."));
  }

  private void look(Probe<S, A> probe, Scene<S, A> scene) {
    try {
      asked("something that was asked when '" + probe.check() + "' was checked", () -> {
        probe.look(scene);
        return true;
      });
    } catch (Violation v) {
      if (tally.on(v.check())) {
        throw v;
      }
    }
  }

  private static <T extends @Nullable Object> T asked(String method, Supplier<T> question) {
    try {
      return question.get();
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      if (e instanceof Violation) {
        throw e;
      }
      throw new Violation(Check.THROWS, method + " throws: " + Words.thrown(e),
          "No method of a game throws: a step that does ends its room.");
    }
  }
}
