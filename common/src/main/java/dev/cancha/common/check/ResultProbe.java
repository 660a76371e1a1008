package dev.cancha.common.check;

import dev.cancha.common.game.Result;

/** {@link Check#RESULT}. */
final class ResultProbe<S, A> implements Probe<S, A> {
  private final Tally tally;

  ResultProbe(Tally tally) {
    this.tally = tally;
  }

  @Override
  public Check check() {
    return Check.RESULT;
  }

  @Override
  public void look(Scene<S, A> scene) {
    Result result = scene.result().orElse(null);
    if (result == null) {
      return;
    }
    if (!result.ranks().keySet().equals(scene.seats())) {
      throw new Violation(check(),
          "the result ranks seats " + result.ranks().keySet() + ", but " + scene.seats() + " played",
          "Every seat of the match has a rank, also one that is out or gone.");
    }
    result.ranks().forEach((seat, rank) -> {
      if (rank < 1 || rank > scene.seats().size()) {
        throw new Violation(check(), "seat " + seat + " has rank " + rank + " of " + scene.seats().size(),
            "Ranks go from 1, the best, to the number of seats.");
      }
    });
    if (!result.ranks().containsValue(1)) {
      throw new Violation(check(), "nobody has rank 1: " + result.ranks(),
          "The best have rank 1, and all of them where it is a draw.");
    }
    result.ranks().forEach((seat, rank) -> {
      if (rank != 1 + result.ranks().values().stream().filter(other -> other < rank).count()) {
        tally.warn(check(), "ranks leave out those that are shared otherwise than Result.byScore does",
            "A rank is one more than there are seats that are better: 1, 2, 2, 4.");
      }
    });
    if (!result.reason().matches("[a-z][A-Za-z0-9]*")) {
      throw new Violation(check(), "the reason of the result is '" + Words.brief(result.reason()) + "'",
          "It is one word in lowerCamelCase, such as fourInLine.");
    }
  }
}
