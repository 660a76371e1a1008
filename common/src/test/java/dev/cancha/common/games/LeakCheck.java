package dev.cancha.common.games;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.Step;
import dev.cancha.common.games.RandomMatch.Move;
import dev.cancha.common.json.EventType;
import dev.cancha.common.json.JsonType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds rules to the promise that nothing hidden shows. At every step of a random match, and for every seat and a
 * spectator, the true state is replaced by one that the viewer imagines, in which what the viewer cannot know is
 * otherwise. Whatever the viewer is shown must be the same to the byte: the view, its own hand, the turn, its own legal
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
  private final SortedSet<String> varied = new TreeSet<>();
  private final SortedSet<String> expected = new TreeSet<>();

  /**
   * @param probes acts that every viewer tries at every step, most of them to be refused
   */
  public LeakCheck(Game<S, A> game, List<A> probes) {
    this.game = game;
    this.probes = List.copyOf(probes);
  }

  /** Plays a match of random acts to its end, and fails at the first step that shows what is hidden. */
  public void check(RandomMatch<S, A> match) {
    S state = match.start();
    for (int position = 0; position < RandomMatch.MOST_MOVES; position++) {
      List<Imagined<S>> imagined = imagined(match, position, state);
      imagined.forEach(this::indistinguishable);
      if (game.result(state).isPresent()) {
        return;
      }
      Move<A> move = match.choose(state, position);
      Step<S> step = match.step(state, move, match.at(position + 1));
      Where anyone = imagined.getFirst().where();
      sameEvents(anyone, step, match.step(state, move, anyone.chance()));
      for (Imagined<S> other : imagined) {
        noteVaried(other);
        sameEvents(other.where(), step, match.step(other.state(), move, other.where().chance()));
      }
      if (!(step instanceof Step.Accepted<S> accepted)) {
        return;
      }
      state = accepted.state();
    }
    throw new AssertionError("no end after " + RandomMatch.MOST_MOVES + " moves, seed " + match.seed());
  }

  /** Fails when, over all matches so far, some viewer always imagined some other seat as it truly was. */
  public void assertHiddenThingsVaried() {
    SortedSet<String> never = new TreeSet<>(expected);
    never.removeAll(varied);
    if (game.info().types().me() != null && (expected.isEmpty() || !never.isEmpty())) {
      throw new AssertionError("imagine of " + game.info().id() + " never changes what is hidden: " + never);
    }
  }

  /** Who looks, and at which step of which match. */
  private record Where(int viewer, int position, RandomMatch<?, ?> match) {
    Chance chance() {
      return new TestChance(0x5EED ^ (match.seed() * 1_000_003 + position * 64L + viewer));
    }

    String name() {
      return viewer == SPECTATOR ? "a spectator" : "seat " + viewer;
    }
  }

  /** A state in place of the true one. */
  private record Imagined<S>(Where where, S truth, S state) {}

  /** What everyone imagines, the spectator first. */
  private List<Imagined<S>> imagined(RandomMatch<S, A> match, int position, S truth) {
    SortedSet<Integer> viewers = new TreeSet<>(match.seats());
    viewers.add(SPECTATOR);
    return viewers.stream().map(viewer -> {
      Where where = new Where(viewer, position, match);
      return new Imagined<>(where, truth, game.imagine(truth, viewer, where.chance()));
    }).toList();
  }

  private void indistinguishable(Imagined<S> imagined) {
    Where where = imagined.where();
    int viewer = where.viewer();
    S truth = imagined.truth();
    S other = imagined.state();
    same(where, "view", json(game.view(truth)), json(game.view(other)));
    same(where, "turn", game.turn(truth), game.turn(other));
    same(where, "result", game.result(truth), game.result(other));
    if (viewer != SPECTATOR) {
      same(where, "me", json(game.me(truth, viewer)), json(game.me(other, viewer)));
      same(where, "legal", acts(game.legal(truth, viewer)), acts(game.legal(other, viewer)));
      same(where, "refusal", refusals(truth, viewer), refusals(other, viewer));
    }
  }

  private void noteVaried(Imagined<S> imagined) {
    Where where = imagined.where();
    for (int seat : where.match().seats()) {
      if (seat != where.viewer()) {
        String pair = "seat " + seat + " as " + where.name() + " imagines it";
        expected.add(pair);
        if (!Objects.equals(game.me(imagined.truth(), seat), game.me(imagined.state(), seat))) {
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

  private static String json(@Nullable Object shown) {
    return shown == null ? "nothing" : json(shown.getClass(), shown);
  }

  private static <T> String json(Class<T> type, Object value) {
    return JsonType.of(type).write(type.cast(value)).toString();
  }

  private List<String> acts(List<A> acts) {
    return acts.stream().map(act -> JsonType.of(game.info().types().act()).write(act).toString()).toList();
  }

  private List<String> events(List<Record> events) {
    return events.stream()
        .map(event -> EventType.of(game.info().types().event()).write(event).toString())
        .toList();
  }

  private void sameEvents(Where where, Step<S> step, Step<S> otherwise) {
    if (step instanceof Step.Accepted<S>(S truth, List<Record> events)
        && otherwise instanceof Step.Accepted<S>(S other, List<Record> others)
        && Objects.equals(json(game.view(truth)), json(game.view(other)))) {
      same(where, "events", events(events), events(others));
      same(where, "turn", game.turn(truth), game.turn(other));
    }
  }

  private static void same(Where where, String what, @Nullable Object truth, @Nullable Object imagined) {
    if (!Objects.equals(truth, imagined)) {
      throw new AssertionError(where.name() + " can tell by the " + what + " what is hidden, at step "
          + where.position() + " of the match of seed " + where.match().seed() + " with seats "
          + where.match().seats() + ":\n  true:     " + truth + "\n  imagined: " + imagined);
    }
  }
}
