package dev.cancha.common.games.connectfour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.Result;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.games.TestChance;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectFourTest {
  /** A full board without a line: which columns the discs went into, seat 0 first. */
  private static final String DRAW = "132540511326403054023654103362206665214514";

  private final ConnectFour game = new ConnectFour();

  @Test
  void theServiceLoaderFindsTheGame() {
    assertThat(ServiceLoader.load(Game.class)).hasAtLeastOneElementOfType(ConnectFour.class);
    assertThat(game.info().id()).isEqualTo("connectFour");
    assertThat(game.info().seats().min()).isEqualTo(2);
    assertThat(game.info().seats().max()).isEqualTo(2);
    assertThat(game.info().tickRate()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "2, 0", "3, 1"})
  void theBeginnerChangesFromMatchToMatch(int number, int beginner) {
    assertThat(game.turn(start(number))).containsExactly(beginner);
  }

  @Test
  void aMatchNeedsSeatsZeroAndOne() {
    Setup alone = new Setup(new TreeSet<>(List.of(0)), new Options(), 0, new TestChance(1));

    assertThatThrownBy(() -> game.start(alone)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("seats 0 and 1");
  }

  @Test
  void theEmptyBoardShowsAllSevenColumns() {
    assertThat(game.view(start(0)).columns()).hasSize(7).allSatisfy((column, discs) -> {
      assertThat(column).isBetween(0, 6);
      assertThat(discs).isEmpty();
    });
    assertThat(game.view(start(0)).line()).isNull();
  }

  @Test
  void aDiscFallsOnTheDiscsBelow() {
    Position position = play("334", 0);

    assertThat(game.view(position).columns().get(3)).isEqualTo("01");
    assertThat(game.view(position).columns().get(4)).isEqualTo("0");
    assertThat(game.turn(position)).containsExactly(1);
  }

  @Test
  void aDropTellsWhereTheDiscCameToLie() {
    assertThat(accepted(play("3", 0), 1, 3).events()).containsExactly(new Event.Dropped(1, 3, 1));
  }

  @Test
  void whenSeatOneBeginsItsDiscsAreStillOnes() {
    assertThat(game.view(play("30", 1)).columns()).containsEntry(3, "1").containsEntry(0, "0");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "0011223  | along the bottom row | [[0, 0], [1, 0], [2, 0], [3, 0]]",
    "3445566  | not yet              | none",
    "304050   | not yet              | none",
    "3040506  | along the right edge | [[3, 0], [4, 0], [5, 0], [6, 0]]",
    "6161616  | up a column          | [[6, 0], [6, 1], [6, 2], [6, 3]]",
    "01123223633 | rising            | [[0, 0], [1, 1], [2, 2], [3, 3]]",
    "65543443033 | falling           | [[3, 3], [4, 2], [5, 1], [6, 0]]"})
  void fourInLineWins(String drops, String how, String line) {
    Position position = play(drops, 0);

    String found = String.valueOf(game.view(position).line());
    assertThat(found).as(how).isEqualTo("none".equals(line) ? "null" : line);
    assertThat(game.result(position).isPresent()).isEqualTo(!"none".equals(line));
  }

  @Test
  void theWinnerIsFirstTheOtherSecond() {
    Position won = play("0011223", 1);

    assertThat(game.result(won)).contains(new Result(ranks(2, 1), "fourInLine"));
    assertThat(game.turn(won)).isEmpty();
    assertThat(game.legal(won, 0)).isEmpty();
    assertThat(game.legal(won, 1)).isEmpty();
    assertThat(refusal(won, 0, 6)).isEqualTo("the match is over");
  }

  @Test
  void theWinningDropTellsTheLine() {
    List<List<Integer>> line = List.of(List.of(0, 0), List.of(1, 0), List.of(2, 0), List.of(3, 0));

    assertThat(accepted(play("001122", 0), 0, 3).events()).containsExactly(new Event.Dropped(0, 3, 0),
        new Event.Won(0, line));
  }

  @Test
  void aDiscThatCompletesTwoLinesShowsBothWithTheCommonCellOnce() {
    // Three above each other in column 3 and three beside it in row 3, so that (3, 3) completes both.
    Position position = new Position(0, bits("30 31 32 03 13 23 60"), bits("00 01 02 10 11 12 20 21 22"));

    assertThat(position.dropped(3).line()).isEqualTo(bits("30 31 32 33 03 13 23"));
  }

  @Test
  void aLineOfSevenIsShownWhole() {
    Position position = new Position(0, bits("00 10 20 40 50 60"), bits("01 11 21 41 51 61"));

    assertThat(game.view(position.dropped(3)).line()).hasSize(7);
  }

  @Test
  void aFullColumnIsRefusedWithTheOnesThatAreFree() {
    Position position = play("222222", 0);

    assertThat(refusal(position, 0, 2)).isEqualTo("column 2 is full; drop into one of 0, 1, 3, 4, 5, 6");
    assertThat(game.legal(position, 0)).extracting(Drop::column).containsExactly(0, 1, 3, 4, 5, 6);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 7, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void aColumnOutsideTheBoardIsRefused(int column) {
    assertThat(refusal(start(0), 0, column))
        .isEqualTo("column " + column + " is not one of 0, 1, 2, 3, 4, 5, 6");
  }

  @Test
  void onlyTheSeatInTurnMayDrop() {
    assertThat(refusal(start(0), 1, 3)).isEqualTo("it is the turn of seat 0");
    assertThat(game.legal(start(0), 1)).isEmpty();
    assertThat(game.legal(start(0), 0)).hasSize(7);
  }

  @Test
  void aFullBoardWithoutALineIsADraw() {
    Position position = play(DRAW, 0);

    assertThat(position.full()).isTrue();
    assertThat(game.view(position).line()).isNull();
    assertThat(game.result(position)).contains(new Result(ranks(1, 1), "boardFull"));
    assertThat(game.turn(position)).isEmpty();
  }

  @Test
  void oneWhoIsGoneForfeits() {
    assertThat(game.absent(start(0), 1, new TestChance(1))).isEqualTo(new Step.Forfeit<Position>(1));
  }

  @Test
  void nothingIsHidden() {
    Position position = play("33", 0);

    assertThat(game.info().types().me()).isNull();
    assertThat(game.me(position, 0)).isNull();
    assertThat(game.imagine(position, 0, new TestChance(1))).isEqualTo(position);
  }

  private Position start(int number) {
    return game.start(new Setup(new TreeSet<>(List.of(0, 1)), new Options(), number, new TestChance(1)));
  }

  /** The position after the given columns, a digit each, were played in turn. */
  private Position play(String columns, int number) {
    Position position = start(number);
    for (int i = 0; i < columns.length(); i++) {
      position = accepted(position, position.mover(), columns.charAt(i) - '0').state();
    }
    return position;
  }

  private Step.Accepted<Position> accepted(Position position, int seat, int column) {
    Step<Position> step = game.act(position, seat, new Drop(column), new TestChance(1));
    assertThat(step).isInstanceOf(Step.Accepted.class);
    return (Step.Accepted<Position>) step;
  }

  private String refusal(Position position, int seat, int column) {
    Step<Position> step = game.act(position, seat, new Drop(column), new TestChance(1));
    assertThat(step).isInstanceOf(Step.Refused.class);
    return ((Step.Refused<Position>) step).reason();
  }

  private static SortedMap<Integer, Integer> ranks(int zero, int one) {
    SortedMap<Integer, Integer> ranks = new TreeMap<>();
    ranks.put(0, zero);
    ranks.put(1, one);
    return ranks;
  }

  /** Cells as two digits each, column and row. */
  private static long bits(String cells) {
    return Arrays.stream(cells.split(" "))
        .mapToLong(cell -> Board.cell(cell.charAt(0) - '0', cell.charAt(1) - '0'))
        .reduce(0, (a, b) -> a | b);
  }
}
