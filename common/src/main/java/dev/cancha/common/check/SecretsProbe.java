package dev.cancha.common.check;

import dev.cancha.common.game.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@link Check#SECRETS}: for every seat and a spectator the true state is replaced by one that the viewer imagines, and
 * whatever the viewer is shown must be the same to the byte. Events are public, and all that they tell is in the view
 * too: where a step out of both leads to equal views, its events are equal. Owner: the thread that checks.
 */
final class SecretsProbe<S, A> implements Probe<S, A> {
  private static final int SPECTATOR = -1;
  /** So often must another's me have been the same before it is said that imagine changes nothing. */
  private static final int ENOUGH = 200;

  private final Attempts<A> attempts;
  private long compared;
  private long varied;

  SecretsProbe(Attempts<A> attempts) {
    this.attempts = attempts;
  }

  @Override
  public Check check() {
    return Check.SECRETS;
  }

  @Override
  public void look(Scene<S, A> scene) {
    SortedSet<Integer> viewers = new TreeSet<>(scene.seats());
    viewers.add(SPECTATOR);
    for (int viewer : viewers) {
      S other = scene.rules().game().imagine(scene.state(), viewer, scene.chance(viewer));
      same(scene, viewer, other);
      vary(scene, viewer, other);
      if (!scene.over()) {
        sameEvents(scene, viewer, other);
      }
    }
  }

  private void same(Scene<S, A> scene, int viewer, S other) {
    Rules<S, A> rules = scene.rules();
    S truth = scene.state();
    same(viewer, "view", rules.json(rules.game().view(truth)), rules.json(rules.game().view(other)));
    same(viewer, "turn", rules.game().turn(truth).toString(), rules.game().turn(other).toString());
    same(viewer, "result", scene.result().toString(), rules.game().result(other).toString());
    if (viewer != SPECTATOR) {
      same(viewer, "me", rules.json(rules.game().me(truth, viewer)),
          rules.json(rules.game().me(other, viewer)));
      same(viewer, "legal", rules.actsText(rules.game().legal(truth, viewer)),
          rules.actsText(rules.game().legal(other, viewer)));
      if (scene.turn().contains(viewer)) {
        List<A> tried = attempts.at(scene.chance(viewer));
        same(viewer, "refusals", refusals(scene, viewer, truth, tried),
            refusals(scene, viewer, other, tried));
      }
    }
  }

  private String refusals(Scene<S, A> scene, int viewer, S state, List<A> tried) {
    List<String> sentences = new ArrayList<>();
    for (A act : tried) {
      try {
        if (scene.rules()
            .game()
            .act(state, viewer, act,
                scene.chance(viewer)) instanceof Step.Refused<S>(String reason)) {
          sentences.add(scene.rules().actText(act) + ": " + reason);
        }
      } catch (RuntimeException | StackOverflowError e) {
        sentences.add(e.getClass().getName()); // what throws is told by another check
      }
    }
    return sentences.toString();
  }

  private static void same(int viewer, String what, String truth, String imagined) {
    if (!truth.equals(imagined)) {
      throw new Violation(Check.SECRETS,
          Words.viewer(viewer) + " can tell by the " + what + " what is hidden"
              + Words.pair("in the true state", truth, "in the imagined one", imagined),
          "Either imagine keeps what the viewer knows, or what it must not know is not shown.");
    }
  }

  private void vary(Scene<S, A> scene, int viewer, S other) {
    Rules<S, A> rules = scene.rules();
    for (int seat : scene.seats()) {
      Object me = rules.game().me(scene.state(), seat);
      if (seat != viewer && me != null) {
        compared++;
        varied += Objects.equals(me, rules.game().me(other, seat)) ? 0 : 1;
      }
    }
  }

  /** Whether over all matches so far whatever was imagined was the truth. */
  boolean imaginesNothing() {
    return compared >= ENOUGH && varied == 0;
  }

  private void sameEvents(Scene<S, A> scene, int viewer, S other) {
    Rules<S, A> rules = scene.rules();
    Move<A> move = move(scene, other);
    if (move != null
        && rules.step(scene.state(), move) instanceof Step.Accepted<S>(S true1, List<Record> events)
        && rules.step(other, move) instanceof Step.Accepted<S>(S other1, List<Record> others)
        && rules.json(rules.game().view(true1)).equals(rules.json(rules.game().view(other1)))) {
      same(viewer, "events", rules.eventsText(events), rules.eventsText(others));
    }
  }

  /** Something that can be done in both states. */
  private static <S, A> @Nullable Move<A> move(Scene<S, A> scene, S other) {
    Rules<S, A> rules = scene.rules();
    var chance = scene.chance(SPECTATOR - 1L);
    long draws = chance.below(Integer.MAX_VALUE);
    SortedSet<Integer> turn = scene.turn();
    if (turn.isEmpty() || (rules.ticks() && chance.below(2) == 0)) {
      return rules.ticks() ? new Move.Ticked<>(draws) : null;
    }
    int seat = chance.pick(List.copyOf(turn));
    List<A> both = new ArrayList<>(rules.game().legal(scene.state(), seat));
    both.retainAll(rules.game().legal(other, seat));
    return both.isEmpty() ? null : new Move.Acted<>(seat, chance.pick(both), draws);
  }
}
