package dev.cancha.server.testing;

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

/** Another version of Connect Four. In one that is not {@code alike} every disc falls a column further left. */
public record OtherRules(ConnectFour first, boolean alike) implements Game<Position, Drop> {
  public OtherRules(boolean alike) {
    this(new ConnectFour(), alike);
  }

  @Override
  public String rules() {
    return "2";
  }

  @Override
  public GameInfo<Drop> info() {
    return first.info();
  }

  @Override
  public Position start(Setup setup) {
    return first.start(setup);
  }

  @Override
  public Step<Position> act(Position state, int seat, Drop act, Chance chance) {
    return first.act(state, seat, alike ? act : new Drop((act.column() + 6) % 7), chance);
  }

  @Override
  public SortedSet<Integer> turn(Position state) {
    return first.turn(state);
  }

  @Override
  public List<Drop> legal(Position state, int seat) {
    return first.legal(state, seat);
  }

  @Override
  public Object view(Position state) {
    return first.view(state);
  }

  @Override
  public Optional<Result> result(Position state) {
    return first.result(state);
  }
}
