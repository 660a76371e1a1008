package dev.cancha.common.bots;

import dev.cancha.common.game.Bot;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Sight;
import dev.cancha.common.game.Step;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Where bots play a turn-based game against each other, by the rules alone. */
final class Table<S, A> {
  private final Game<S, A> game;

  Table(Game<S, A> game) {
    this.game = game;
  }

  /** One match: bot i sits on seat i. */
  Result play(List<Bot<S, A>> bots, int number, long seed) {
    SplitMix chance = new SplitMix(seed);
    SplitMix thoughts = new SplitMix(~seed);
    TreeSet<Integer> seats = new TreeSet<>(IntStream.range(0, bots.size()).boxed().toList());
    S state = game.start(new Setup(seats, game.info().types().options(), number, chance));
    Optional<Result> result = game.result(state);
    for (int step = 0; result.isEmpty(); step++) {
      int seat = game.turn(state).first();
      A act = bots.get(seat).act(Sight.of(game, state, seat), thoughts);
      if (step > 10_000 || !(game.act(state, seat, act, chance) instanceof Step.Accepted<S> accepted)) {
        throw new AssertionError("step " + step + ": seat " + seat + " did " + act + " in " + state);
      }
      state = accepted.state();
      result = game.result(state);
    }
    return result.get();
  }

  /** Of {@code matches} against {@code other}, on either seat in turn, how many {@code one} wins; draws count half. */
  double wins(Bot<S, A> one, Bot<S, A> other, int matches) {
    double wins = 0;
    for (int i = 0; i < matches; i++) {
      int its = i % 2;
      Result result = play(its == 0 ? List.of(one, other) : List.of(other, one), i / 2, 1_000 + i);
      int own = result.ranks().get(its);
      int others = result.ranks().get(1 - its);
      wins += own < others ? 1 : own == others ? 0.5 : 0;
    }
    return wins;
  }
}
