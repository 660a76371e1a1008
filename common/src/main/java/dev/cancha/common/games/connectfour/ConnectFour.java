package dev.cancha.common.games.connectfour;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Game;
import dev.cancha.common.game.GameInfo;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.game.Turn;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Two seats drop discs in turn; the first with four in a line wins, and a full board without one is a draw. */
public final class ConnectFour implements Game<Position, Drop> {
  private static final GameInfo<Drop> INFO = GameInfo.of("connectFour", Drop.class, Grid.class)
      .title("Connect Four")
      .help(
          "Drop a disc into one of the seven columns, in turn. Whoever first has four discs in a line, along a row, "
              + "up a column or diagonally, wins. When the board is full and nobody has, it is a draw.")
      .options(new Options())
      .events(Event.class);

  private static final SortedSet<Integer> SEATS = Turn.of(0, 1);

  @Override
  public GameInfo<Drop> info() {
    return INFO;
  }

  @Override
  public Position start(Setup setup) {
    if (!setup.seats().equals(SEATS)) {
      throw new IllegalArgumentException("Connect Four is played by seats 0 and 1, not by " + setup.seats());
    }
    return new Position(Math.floorMod(setup.number(), 2), 0, 0);
  }

  @Override
  public Step<Position> act(Position state, int seat, Drop act, Chance chance) {
    if (state.over()) {
      return Step.refused("the match is over");
    }
    if (seat != state.mover()) {
      return Step.refused("it is the turn of seat " + state.mover());
    }
    int column = act.column();
    if (column < 0 || column >= Board.COLUMNS) {
      return Step.refused("column " + column + " is not one of " + open(state));
    }
    int row = state.height(column);
    if (row == Board.ROWS) {
      return Step.refused("column " + column + " is full; drop into one of " + open(state));
    }
    Position next = state.dropped(column);
    Record dropped = new Event.Dropped(seat, column, row);
    long line = next.line();
    return line == 0 ? Step.to(next, dropped)
        : Step.to(next, dropped, new Event.Won(seat, Board.cells(line)));
  }

  @Override
  public SortedSet<Integer> turn(Position state) {
    if (state.over()) {
      return Turn.nobody();
    }
    return state.mover() == 0 ? SEATS.headSet(1) : SEATS.tailSet(1);
  }

  @Override
  public List<Drop> legal(Position state, int seat) {
    if (state.over() || seat != state.mover()) {
      return List.of();
    }
    return openColumns(state).mapToObj(Drop::new).toList();
  }

  @Override
  public Grid view(Position state) {
    SortedMap<Integer, String> columns = new TreeMap<>();
    for (int column = 0; column < Board.COLUMNS; column++) {
      columns.put(column, Board.column(state.zero(), state.height(column), column));
    }
    long line = state.line();
    return new Grid(columns, line == 0 ? null : Board.cells(line));
  }

  @Override
  public Optional<Result> result(Position state) {
    if (state.line() != 0) {
      return Optional.of(Result.won(state.lastMover(), SEATS, "fourInLine"));
    }
    return state.full() ? Optional.of(Result.drawn(SEATS, "boardFull")) : Optional.empty();
  }

  private static IntStream openColumns(Position state) {
    return IntStream.range(0, Board.COLUMNS).filter(column -> state.height(column) < Board.ROWS);
  }

  private static String open(Position state) {
    return openColumns(state).mapToObj(Integer::toString).collect(Collectors.joining(", "));
  }
}
