package dev.cancha.server.testing;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Range;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Rules whose every act throws; with an option, which the games that ship do not have. */
public final class BrokenGame implements Game<Integer, BrokenGame.Push> {
  /** The only act. */
  public record Push(int column) {}

  /** How hard to push; 3 where nothing is said. */
  public record Options(@Range(min = 1, max = 9) int force) {}

  /** The view. */
  public record Board(int pushes) {}

  /** What never happens. */
  public sealed interface Event {
    /** A push that did not break. */
    record Pushed(int column) implements Event {}
  }

  @Override
  public GameInfo<Push> info() {
    return new GameInfo<>("broken", "Broken", "Push, and see what happens.", new GameInfo.Seats(2, 2), 0,
        new GameInfo.Types<>(Push.class, new Options(3), Board.class, null, Event.class),
        GameInfo.Defaults.UNHURRIED);
  }

  @Override
  public Integer start(Setup setup) {
    return 0;
  }

  @Override
  public Step<Integer> act(Integer state, int seat, Push act, Chance chance) {
    throw new IllegalStateException("a planted bug");
  }

  @Override
  public SortedSet<Integer> turn(Integer state) {
    return new TreeSet<>(List.of(0, 1));
  }

  @Override
  public List<Push> legal(Integer state, int seat) {
    return List.of(new Push(0));
  }

  @Override
  public Object view(Integer state) {
    return new Board(state);
  }

  @Override
  public Optional<Result> result(Integer state) {
    return Optional.empty();
  }
}
