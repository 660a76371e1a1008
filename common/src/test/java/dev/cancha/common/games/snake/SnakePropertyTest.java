package dev.cancha.common.games.snake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.games.RandomMatch;
import dev.cancha.common.games.TestChance;
import dev.cancha.common.json.JsonType;
import dev.cancha.common.patch.Document;
import dev.cancha.common.patch.MergePatch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What holds whatever anyone presses, on small boards where much happens. */
class SnakePropertyTest {
  private static final Options CROWDED = new Options(12, 8, 6, 2, 20);

  /** One tick with what comes before it: turns of seats, allowed or not, and maybe one who is gone. */
  record Moment(List<Press> presses, int gone) {}

  record Press(int seat, Heading turn) {}

  @Provide
  Arbitrary<List<Moment>> moments() {
    Arbitrary<Press> press = Combinators
        .combine(Arbitraries.integers().between(0, 7), Arbitraries.of(Heading.class))
        .as(Press::new);
    Arbitrary<Integer> gone = Arbitraries.frequencyOf(Tuple.of(30, Arbitraries.just(-1)),
        Tuple.of(1, Arbitraries.integers().between(0, 7)));
    return Combinators.combine(press.list().ofMaxSize(6), gone).as(Moment::new).list().ofMaxSize(120);
  }

  private static Match start(int seats, long seed) {
    return Scene.GAME.start(new Setup(RandomMatch.seats(seats), CROWDED, 0, new TestChance(seed)));
  }

  /** The states of a match, up to its end or the last moment. */
  private static List<Match> played(int seats, long seed, List<Moment> moments) {
    List<Match> states = new ArrayList<>(List.of(start(seats, seed)));
    for (Moment moment : moments) {
      Match match = states.getLast();
      for (Press press : moment.presses()) {
        match = pressed(match, press);
      }
      if (moment.gone() >= 0 && moment.gone() < seats) {
        match = RandomSnakes.state(Scene.GAME.absent(match, moment.gone(), new TestChance(seed)));
      }
      if (!match.over()) {
        match = RandomSnakes.state(Scene.GAME.tick(match, new TestChance(seed + states.size())));
      }
      states.add(match);
      if (match.over()) {
        break;
      }
    }
    return states;
  }

  private static Match pressed(Match match, Press press) {
    boolean legal = Scene.GAME.legal(match, press.seat()).contains(new Steer(press.turn()));
    if (!Scene.GAME.turn(match).contains(press.seat())) {
      assertThat(legal).isFalse();
      return match;
    }
    Step<Match> step = Scene.GAME.act(match, press.seat(), new Steer(press.turn()), new TestChance(0));
    assertThat(step instanceof Step.Accepted<Match>).as("legal lists what is accepted").isEqualTo(legal);
    return step instanceof Step.Accepted<Match> accepted ? accepted.state() : match;
  }

  @Property(tries = 300)
  void snakesThatLiveAreOnTheBoardAndShareNoCell(@ForAll @IntRange(min = 2, max = 8) int seats,
      @ForAll long seed, @ForAll("moments") List<Moment> moments) {
    for (Match match : played(seats, seed, moments)) {
      int lengths = 0;
      TreeSet<Integer> cells = new TreeSet<>();
      for (int seat : match.board().living()) {
        lengths += match.board().snake(seat).length();
        cells.addAll(cells(match.board(), match.board().snake(seat)));
      }
      assertThat(cells).hasSize(lengths);
      for (List<Integer> food : match.board().food()) {
        assertThat(cells).doesNotContain(match.board().size().index(food.get(0), food.get(1)));
      }
    }
  }

  /** Worked out anew, so that the rules do not judge themselves. */
  private static List<Integer> cells(Board board, Snake snake) {
    List<Integer> cells = new ArrayList<>();
    int x = snake.head().get(0);
    int y = snake.head().get(1);
    for (int i = 0;; i++) {
      assertThat(x).isBetween(0, board.size().width() - 1);
      assertThat(y).isBetween(0, board.size().height() - 1);
      cells.add(y * board.size().width() + x);
      if (i == snake.body().length()) {
        return cells;
      }
      char letter = snake.body().charAt(i);
      x += letter == 'r' ? 1 : letter == 'l' ? -1 : 0;
      y += letter == 'd' ? 1 : letter == 'u' ? -1 : 0;
    }
  }

  @Property(tries = 300)
  void theDeadStayDeadAndAreNeverInTurn(@ForAll @IntRange(min = 2, max = 8) int seats, @ForAll long seed,
      @ForAll("moments") List<Moment> moments) {
    List<Match> states = played(seats, seed, moments);
    for (int i = 1; i < states.size(); i++) {
      for (int seat = 0; seat < seats; seat++) {
        Snake before = states.get(i - 1).board().snake(seat);
        if (!before.alive()) {
          assertThat(states.get(i).board().snake(seat)).isSameAs(before);
          assertThat(Scene.GAME.turn(states.get(i))).doesNotContain(seat);
        }
      }
    }
  }

  @Property(tries = 200)
  void whoKeepsApplyingThePatchesSeesTheBoard(@ForAll @IntRange(min = 2, max = 8) int seats,
      @ForAll long seed,
      @ForAll("moments") List<Moment> moments) {
    JsonType<Board> type = JsonType.of(Board.class);
    List<Match> states = played(seats, seed, moments);
    Document document = Document.of(type.write(states.getFirst().board()));
    for (int i = 1; i < states.size(); i++) {
      document = document.apply(MergePatch.between(states.get(i - 1).board(), states.get(i).board()));
      assertThat(document).isEqualTo(Document.of(type.write(states.get(i).board())));
    }
  }

  @Property(tries = 200)
  void ranksAgreeWithWhoLivedLonger(@ForAll @IntRange(min = 2, max = 8) int seats, @ForAll long seed,
      @ForAll("moments") List<Moment> moments) {
    Match last = played(seats, seed, moments).getLast();
    Scene.GAME.result(last).ifPresent(result -> {
      assertThat(result.ranks()).hasSize(seats);
      last.board().snakes().forEach((one, first) -> last.board().snakes().forEach((two, second) -> {
        if (first.alive() && !second.alive()) {
          assertThat(result.ranks().get(one)).isLessThan(result.ranks().get(two));
        }
        if (first.alive() && second.alive()) {
          assertThat(Integer.compare(result.ranks().get(one), result.ranks().get(two)))
              .isEqualTo(Integer.compare(second.length(), first.length()));
        }
      }));
    });
  }
}
