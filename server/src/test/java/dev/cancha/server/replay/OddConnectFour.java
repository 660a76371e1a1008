package dev.cancha.server.replay;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.connectfour.Drop;
import dev.cancha.common.games.connectfour.Position;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;

/** Connect Four by other rules. */
public final class OddConnectFour implements Game<Position, Drop> {
  private final ConnectFour right = new ConnectFour();
  private final String rules;
  private final UnaryOperator<Drop> taken;

  /** {@code taken}: what an act is taken for. */
  public OddConnectFour(String rules, UnaryOperator<Drop> taken) {
    this.rules = rules;
    this.taken = taken;
  }

  @Override
  public String rules() {
    return rules;
  }

  @Override
  public GameInfo<Drop> info() {
    return right.info();
  }

  @Override
  public Position start(Setup setup) {
    return right.start(setup);
  }

  @Override
  public Step<Position> act(Position state, int seat, Drop act, Chance chance) {
    return right.act(state, seat, taken.apply(act), chance);
  }

  @Override
  public SortedSet<Integer> turn(Position state) {
    return right.turn(state);
  }

  @Override
  public List<Drop> legal(Position state, int seat) {
    return right.legal(state, seat);
  }

  @Override
  public Object view(Position state) {
    return right.view(state);
  }

  @Override
  public Optional<Result> result(Position state) {
    return right.result(state);
  }
}
