package dev.cancha.testkit.match;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.GameInfo.Defaults;
import dev.cancha.common.game.Range;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** A game that is broken on purpose: its dice remember, in a static field, how often they were thrown. */
public final class Loaded implements Game<Loaded.Dice, Loaded.Throw> {
  private static final AtomicInteger THROWN = new AtomicInteger();

  /** {@code dice} 7 is more than there are: the rules break. */
  public record Throw(@Range(min = 1, max = 9) int dice) {}

  public record Options() {}

  public record Dice(int last) {}

  public sealed interface Event {
    record Thrown(int seat) implements Event {}
  }

  @Override
  public GameInfo<Throw> info() {
    return new GameInfo<>("loaded", "Loaded dice", "Throw.", new GameInfo.Seats(2, 2), 0,
        new GameInfo.Types<>(Throw.class, new Options(), Dice.class, null, Event.class), Defaults.UNHURRIED);
  }

  @Override
  public Dice start(Setup setup) {
    return new Dice(0);
  }

  @Override
  public Step<Dice> act(Dice dice, int seat, Throw act, Chance chance) {
    if (act.dice() == 7) {
      throw new IllegalStateException("there are six dice");
    }
    return act.dice() > 7 ? Step.refused("there are six dice")
        : Step.to(new Dice(THROWN.incrementAndGet()), List.of(new Event.Thrown(seat)));
  }

  @Override
  public SortedSet<Integer> turn(Dice dice) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(List.of(0, 1)));
  }

  @Override
  public List<Throw> legal(Dice dice, int seat) {
    return List.of(new Throw(1));
  }

  @Override
  public Object view(Dice dice) {
    return dice;
  }

  @Override
  public Optional<Result> result(Dice dice) {
    return dice.last() < 1_000_000 ? Optional.empty() : Optional.of(new Result(new TreeMap<>(), "never"));
  }
}
