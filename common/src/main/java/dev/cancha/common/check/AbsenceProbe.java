package dev.cancha.common.check;

import dev.cancha.common.game.Step;

/** {@link Check#ABSENCE}. That the match then goes on to its end is seen in matches in which seats are gone. */
final class AbsenceProbe<S, A> implements Probe<S, A> {
  private final Tally tally;

  AbsenceProbe(Tally tally) {
    this.tally = tally;
  }

  @Override
  public Check check() {
    return Check.ABSENCE;
  }

  @Override
  public void look(Scene<S, A> scene) {
    if (scene.over()) {
      return;
    }
    Rules<S, A> rules = scene.rules();
    for (int seat : scene.present()) {
      switch (rules.game().absent(scene.state(), seat, scene.chance(seat))) {
        case Step.Refused<S>(String reason) ->
          throw new Violation(check(), "absent refuses that seat " + seat + " is gone: \"" + reason + "\"",
              "Who is gone is gone: absent answers Step.to or Step.forfeit.");
        case Step.Forfeit<S>(int loser) -> {
          if (scene.seats().size() > 2) {
            tally.warn(check(),
                "one who leaves ends the match for all others: absent forfeits, in a game for more than two",
                "Override absent: take the seat out of turn for good, and let the others play on.");
          }
          if (!scene.seats().contains(loser)) {
            throw new Violation(check(), "absent forfeits for seat " + loser + ", which does not play",
                "It forfeits for the seat that is gone.");
          }
        }
        case Step.Accepted<S>(S next, var _) -> {
          if (rules.game().turn(next).contains(seat)) {
            throw new Violation(check(), "seat " + seat + " is gone for good, and still in turn",
                "absent takes the seat out of turn, for all that comes.");
          }
        }
      }
    }
  }
}
