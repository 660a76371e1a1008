package dev.cancha.testkit.swarm;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.testkit.work.Whispers;
import dev.cancha.testkit.work.Whispers.Say;
import dev.cancha.testkit.work.Whispers.Words;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Whispers whose public view has everyone's word in it. */
record Indiscreet(Whispers whispers) implements Game<Words, Say> {
  /** What everyone sees, and should not. */
  public record Told(SortedMap<Integer, Integer> said, int acts, SortedMap<Integer, String> words) {}

  @Override
  public GameInfo<Say> info() {
    GameInfo<Say> right = whispers.info();
    GameInfo.Types<Say> types = right.types();
    return new GameInfo<>(right.id(), right.title(), right.help(), right.seats(), right.tickRate(),
        new GameInfo.Types<>(types.act(), types.options(), Told.class, types.me(), types.event()),
        right.settings());
  }

  @Override
  public Object view(Words state) {
    return new Told(state.said(), state.acts(), state.words());
  }

  @Override
  public Words start(Setup setup) {
    return whispers.start(setup);
  }

  @Override
  public Step<Words> act(Words state, int seat, Say act, Chance chance) {
    return whispers.act(state, seat, act, chance);
  }

  @Override
  public Step<Words> absent(Words state, int seat, Chance chance) {
    return whispers.absent(state, seat, chance);
  }

  @Override
  public SortedSet<Integer> turn(Words state) {
    return whispers.turn(state);
  }

  @Override
  public List<Say> legal(Words state, int seat) {
    return whispers.legal(state, seat);
  }

  @Override
  public @Nullable Object me(Words state, int seat) {
    return whispers.me(state, seat);
  }

  @Override
  public Words imagine(Words state, int seat, Chance chance) {
    return whispers.imagine(state, seat, chance);
  }

  @Override
  public Optional<Result> result(Words state) {
    return whispers.result(state);
  }
}
