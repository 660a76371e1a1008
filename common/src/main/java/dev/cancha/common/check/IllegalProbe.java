package dev.cancha.common.check;

import dev.cancha.common.game.Step;
import java.util.List;

/** {@link Check#ILLEGAL}. What the room refuses by itself, before the rules are asked, is only told as a warning. */
final class IllegalProbe<S, A> implements Probe<S, A> {
  private final Attempts<A> attempts;
  private final Tally tally;

  IllegalProbe(Attempts<A> attempts, Tally tally) {
    this.attempts = attempts;
    this.tally = tally;
  }

  @Override
  public Check check() {
    return Check.ILLEGAL;
  }

  @Override
  public void look(Scene<S, A> scene) {
    for (int seat : scene.seats()) {
      List<A> legal = scene.rules().game().legal(scene.state(), seat);
      attempts.saw(legal);
      if (!scene.over() && scene.turn().contains(seat)) {
        for (A act : attempts.at(scene.chance(seat))) {
          if (!legal.contains(act)) {
            refused(scene, seat, act);
          }
        }
      } else {
        outOfTurn(scene, seat);
      }
    }
  }

  private void refused(Scene<S, A> scene, int seat, A act) {
    String text = scene.rules().actText(act) + " by seat " + seat;
    Step<S> step;
    try {
      step = scene.rules().game().act(scene.state(), seat, act, scene.chance(seat));
    } catch (RuntimeException | StackOverflowError e) {
      throw new Violation(check(), "act throws at " + text + ", which is not legal: " + Words.thrown(e),
          "It is answered by Step.refused with a sentence that says what would be right.");
    }
    if (!(step instanceof Step.Refused<S>(String reason))) {
      throw new Violation(check(), "act accepts " + text + ", which legal does not list",
          "legal lists exactly what act accepts: bots and hints know of nothing else.");
    }
    if (reason.isBlank()) {
      throw new Violation(check(), "act refuses " + text + " without a word",
          "A refusal is a sentence for the player that says what would be right.");
    }
  }

  private void outOfTurn(Scene<S, A> scene, int seat) {
    for (A act : attempts.at(scene.chance(seat))) {
      try {
        scene.rules().game().act(scene.state(), seat, act, scene.chance(seat));
      } catch (RuntimeException | StackOverflowError e) {
        tally.warn(check(), "act throws " + e.getClass().getSimpleName()
            + (scene.over() ? " after the end" : " at a seat that is not in turn"),
            "The room never asks that, but tests and tools may: refuse it.");
        return;
      }
    }
  }
}
