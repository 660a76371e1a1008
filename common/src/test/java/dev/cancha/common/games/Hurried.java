package dev.cancha.common.games;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A game in which every act is followed by a tick, so that what plays by acts alone comes to its end. */
public record Hurried<S, A>(Game<S, A> game) implements Game<S, A> {
  @Override
  public GameInfo<A> info() {
    return game.info();
  }

  @Override
  public S start(Setup setup) {
    return game.start(setup);
  }

  @Override
  public Step<S> act(S state, int seat, A act, Chance chance) {
    return switch (game.act(state, seat, act, chance)) {
      case Step.Accepted<S>(S acted, List<Record> events) ->
        game.tick(acted, chance) instanceof Step.Accepted<S> ticked
            ? Step.to(ticked.state(), events)
            : Step.to(acted, events);
      case Step<S> refused -> refused;
    };
  }

  @Override
  public Step<S> absent(S state, int seat, Chance chance) {
    return game.absent(state, seat, chance);
  }

  @Override
  public SortedSet<Integer> turn(S state) {
    return game.turn(state);
  }

  @Override
  public List<A> legal(S state, int seat) {
    return game.legal(state, seat);
  }

  @Override
  public Object view(S state) {
    return game.view(state);
  }

  @Override
  public @Nullable Object me(S state, int seat) {
    return game.me(state, seat);
  }

  @Override
  public S imagine(S state, int seat, Chance chance) {
    return game.imagine(state, seat, chance);
  }

  @Override
  public Optional<Result> result(S state) {
    return game.result(state);
  }
}
