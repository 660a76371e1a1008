package dev.cancha.server.session;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Rules whose every act throws. */
final class BrokenGame implements Game<Integer, BrokenGame.Push> {
  record Push(int column) {}

  record Options() {}

  record Board(int pushes) {}

  sealed interface Event {
    record Pushed(int column) implements Event {}
  }

  @Override
  public GameInfo<Push> info() {
    return new GameInfo<>("broken", "Broken", "Push, and see what happens.", new GameInfo.Seats(2, 2), 0,
        new GameInfo.Types<>(Push.class, new Options(), Board.class, null, Event.class),
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
