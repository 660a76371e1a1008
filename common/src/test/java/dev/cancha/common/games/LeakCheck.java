package dev.cancha.common.games;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.Step;
import dev.cancha.common.games.RandomMatch.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds rules to the promise that nothing hidden shows. At every step of a random match, and for every seat and a
 * spectator, the true state is replaced by one that the viewer imagines, in which what the viewer cannot know is
 * otherwise. Whatever the viewer is shown must not tell the two apart: the view, its own hand, the turn, its own legal
 * acts, the result and the sentences that refuse its acts.
 *
 * <p>Events are public, and all that they tell is in the view too. So when a step out of two states, or with two
 * chances, leads to equal views, then its events must be equal.
 *
 * <p>An {@code imagine} that changes nothing would pass all that; {@link #assertHiddenThingsVaried} finds it. Owner:
 * the test's thread.
 */
public final class LeakCheck<S, A> {
  private static final int SPECTATOR = -1;

  private final Game<S, A> game;
  private final List<A> probes;
  private final Function<@Nullable Object, @Nullable Object> shown;
  private final SortedSet<String> varied = new TreeSet<>();
  private final SortedSet<String> expected = new TreeSet<>();

  /**
   * @param probes acts that every viewer tries at every step, most of them to be refused
   * @param shown what a viewer gets of a view, a hand or a list of acts: best its bytes
   */
  public LeakCheck(Game<S, A> game, List<A> probes, Function<@Nullable Object, @Nullable Object> shown) {
    this.game = game;
    this.probes = List.copyOf(probes);
    this.shown = shown;
  }

  /** Plays a match of random acts to its end, and fails at the first step that shows what is hidden. */
  public void check(RandomMatch<S, A> match) {
    S state = match.start();
    for (int position = 0; game.result(state).isEmpty(); position++) {
      Move<A> move = match.choose(state, position);
      Step<S> step = match.step(state, move, match.at(position + 1));
      Moment<S, A> moment = new Moment<>(match, state, position, move, step);
      sameEvents(moment, SPECTATOR, match.step(state, move, other(match, position)));
      seenByAll(moment);
      if (!(step instanceof Step.Accepted<S> accepted)) {
        return;
      }
      state = accepted.state();
      if (position == RandomMatch.MOST_MOVES) {
        throw new AssertionError("no end after " + position + " moves, seed " + match.seed());
      }
    }
    seenByAll(new Moment<>(match, state, -1, null, null));
  }

  /** Fails when, over all matches so far, some viewer always imagined some other seat as it truly was. */
  public void assertHiddenThingsVaried() {
    SortedSet<String> never = new TreeSet<>(expected);
    never.removeAll(varied);
    if (game.info().types().me() != null && (expected.isEmpty() || !never.isEmpty())) {
      throw new AssertionError("imagine of " + game.info().id() + " never changes what is hidden: " + never);
    }
  }

  /** A state of a match with the move that is made in it; without one, its last state. */
  private record Moment<S, A>(RandomMatch<S, A> match, S state, int position, @Nullable Move<A> move,
      @Nullable Step<S> step) {
  }

  private static Chance other(RandomMatch<?, ?> match, int position) {
    return new TestChance(0x5EED ^ (match.seed() * 31 + position));
  }

  private void seenByAll(Moment<S, A> moment) {
    seenBy(SPECTATOR, moment);
    for (int viewer : moment.match().seats()) {
      seenBy(viewer, moment);
    }
  }

  private void seenBy(int viewer, Moment<S, A> moment) {
    Chance chance = other(moment.match(), moment.position() * 64 + viewer);
    S truth = moment.state();
    S imagined = game.imagine(truth, viewer, chance);
    same(moment, viewer, "view", shown.apply(game.view(truth)), shown.apply(game.view(imagined)));
    same(moment, viewer, "turn", game.turn(truth), game.turn(imagined));
    same(moment, viewer, "result", game.result(truth), game.result(imagined));
    if (viewer != SPECTATOR) {
      same(moment, viewer, "me", shown.apply(game.me(truth, viewer)), shown.apply(game.me(imagined, viewer)));
      same(moment, viewer, "legal", shown.apply(game.legal(truth, viewer)),
          shown.apply(game.legal(imagined, viewer)));
      same(moment, viewer, "refusal", refusals(truth, viewer), refusals(imagined, viewer));
    }
    Move<A> move = moment.move();
    if (move != null) {
      noteVaried(viewer, moment, imagined);
      sameEvents(moment, viewer, moment.match().step(imagined, move, chance));
    }
  }

  private void noteVaried(int viewer, Moment<S, A> moment, S imagined) {
    for (int seat : moment.match().seats()) {
      if (seat != viewer) {
        String pair = "seat " + seat + " as " + name(viewer) + " imagines it";
        expected.add(pair);
        if (!Objects.equals(game.me(moment.state(), seat), game.me(imagined, seat))) {
          varied.add(pair);
        }
      }
    }
  }

  private List<String> refusals(S state, int viewer) {
    List<String> sentences = new ArrayList<>();
    for (A probe : probes) {
      sentences.add(switch (game.act(state, viewer, probe, new TestChance(0))) {
        case Step.Refused<S>(String reason) -> reason;
        case Step.Accepted<S> _ -> "accepted";
        case Step.Forfeit<S> _ -> "forfeit";
      });
    }
    return sentences;
  }

  private void sameEvents(Moment<S, A> moment, int viewer, Step<S> otherwise) {
    if (moment.step() instanceof Step.Accepted<S>(S truth, List<Record> events)
        && otherwise instanceof Step.Accepted<S>(S other, List<Record> others)
        && Objects.equals(shown.apply(game.view(truth)), shown.apply(game.view(other)))) {
      same(moment, viewer, "events", events, others);
      same(moment, viewer, "turn", game.turn(truth), game.turn(other));
    }
  }

  private void same(Moment<S, A> moment, int viewer, String what, @Nullable Object truth, @Nullable Object imagined) {
    if (!Objects.equals(truth, imagined)) {
      throw new AssertionError(name(viewer) + " can tell by the " + what + " what is hidden, at step "
          + (moment.position() < 0 ? "the last" : moment.position()) + " of the match of seed " + moment.match().seed()
          + " with seats " + moment.match().seats() + ", move " + moment.move() + ":\n  true:     " + truth
          + "\n  imagined: " + imagined);
    }
  }

  private static String name(int viewer) {
    return viewer == SPECTATOR ? "a spectator" : "seat " + viewer;
  }
}
