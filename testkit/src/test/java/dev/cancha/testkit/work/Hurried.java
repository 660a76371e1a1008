package dev.cancha.testkit.work;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.testkit.work.Dash.Race;
import dev.cancha.testkit.work.Dash.Steer;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A dash in which every act is followed by a tick, so that what plays by acts alone comes to its end. */
record Hurried(Dash dash) implements Game<Race, Steer> {
  @Override
  public GameInfo<Steer> info() {
    return dash.info();
  }

  @Override
  public Race start(Setup setup) {
    return dash.start(setup);
  }

  @Override
  public Step<Race> act(Race race, int seat, Steer act, Chance chance) {
    return switch (dash.act(race, seat, act, chance)) {
      case Step.Accepted<Race>(Race steered, List<Record> events) ->
        dash.tick(steered, chance) instanceof Step.Accepted<Race> ticked
            ? Step.to(ticked.state(), events)
            : Step.to(steered, events);
      case Step<Race> refused -> refused;
    };
  }

  @Override
  public Step<Race> absent(Race race, int seat, Chance chance) {
    return dash.absent(race, seat, chance);
  }

  @Override
  public SortedSet<Integer> turn(Race race) {
    return dash.turn(race);
  }

  @Override
  public List<Steer> legal(Race race, int seat) {
    return dash.legal(race, seat);
  }

  @Override
  public Object view(Race race) {
    return dash.view(race);
  }

  @Override
  public @Nullable Object me(Race race, int seat) {
    return dash.me(race, seat);
  }

  @Override
  public Race imagine(Race race, int seat, Chance chance) {
    return dash.imagine(race, seat, chance);
  }

  @Override
  public Optional<Result> result(Race race) {
    return dash.result(race);
  }
}
