package dev.cancha.app.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.bots.Bots;
import dev.cancha.common.bots.SplitMix;
import dev.cancha.common.game.Bot;
import dev.cancha.common.game.Game;
import dev.cancha.common.games.connectfour.ConnectFour;
import dev.cancha.common.games.connectfour.Drop;
import dev.cancha.common.games.connectfour.Position;
import dev.cancha.common.games.dudo.Dudo;
import dev.cancha.common.games.snake.SnakeGame;
import dev.cancha.common.message.Json;
import dev.cancha.server.room.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefereeTest {
  private static final Seed SEED = new Seed("0123456789abcdef0123456789abcdef");

  private final List<Move> moves = new ArrayList<>();
  private Watch watch = new Watch(Watch.Forms.of(new ConnectFour()));

  private Played play(Game<?, ?> game, boolean lenient, List<Mind> minds) {
    return play(game, new Referee.Terms(game.info().tickRate() > 0, 10_000, lenient), minds);
  }

  private Played play(Game<?, ?> game, Referee.Terms terms, List<Mind> minds) {
    List<Integer> bots = IntStream.range(0, minds.size()).boxed().toList();
    watch = new Watch(Watch.Forms.of(game));
    Occasion occasion = new Occasion(game, SEED, "m1", bots.stream().map(bot -> "Bot " + bot).toList(), 0);
    Table table = new Table(Table.room(game), occasion, watch);
    Played played = new Referee(terms, table, watch, minds).play(new Fixture(1, 0, bots, SEED));
    moves.addAll(table.moves());
    return played;
  }

  private static Mind column(int column) {
    return new ClassMind((Bot<Position, Drop>) (sight, chance) -> new Drop(column), new SplitMix(1));
  }

  private static Mind random(Game<?, ?> game) {
    return new ClassMind(Bots.of(game).get("random"), new SplitMix(1));
  }

  private static Mind failing(FaultKind kind) {
    return new Mind() {
      @Override
      public Answer ask(Question question) {
        return () -> {
          throw new Failed(kind, "failed");
        };
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void whoGetsFourInALineWins() {
    Played played = play(new ConnectFour(), false, List.of(column(0), column(1)));
    assertThat(played.ranks()).containsExactly(1, 2);
    assertThat(played.end()).isEqualTo("fourInLine");
    assertThat(played.acts()).isEqualTo(7);
    assertThat(played.first()).isZero();
    assertThat(played.faults()).isEmpty();
    assertThat(moves).hasSize(7).first().isEqualTo(Move.act(0, Json.ofChecked("{\"column\":0}")));
  }

  @Test
  void whoCrashesLosesTheMatch() {
    Mind broken = new ClassMind((Bot<Position, Drop>) (sight, chance) -> {
      throw new IllegalStateException("on purpose");
    }, new SplitMix(1));
    Played played = play(new ConnectFour(), false, List.of(column(0), broken));
    assertThat(played.ranks()).containsExactly(1, 2);
    assertThat(played.end()).isEqualTo("resigned");
    assertThat(played.faults()).containsExactly(
        new Fault(1, FaultKind.CRASH, 2, "threw java.lang.IllegalStateException: on purpose"));
  }

  @Test
  void whoIsSilentLosesTheMatch() {
    Played played = play(new ConnectFour(), false, List.of(failing(FaultKind.TIMEOUT), column(0)));
    assertThat(played.ranks()).containsExactly(2, 1);
    assertThat(played.faults()).extracting(Fault::kind).containsExactly(FaultKind.TIMEOUT);
  }

  @Test
  void whoActsAgainstTheRulesLosesTheMatch() {
    Played played = play(new ConnectFour(), false, List.of(column(7), column(0)));
    assertThat(played.ranks()).containsExactly(2, 1);
    assertThat(played.faults()).singleElement().satisfies(fault -> {
      assertThat(fault.kind()).isEqualTo(FaultKind.ILLEGAL);
      assertThat(fault.what()).contains("{\"column\":7}");
    });
    assertThat(watch.seen().refusals()).hasSize(1);
  }

  @Test
  void whereThatIsForgivenItDoesTheFirstThingThatItMayAsInARoom() {
    Played played = play(new ConnectFour(), true, List.of(column(7), column(1)));
    assertThat(played.end()).isEqualTo("fourInLine");
    assertThat(played.ranks()).containsExactly(1, 2); // the first column, four times
    assertThat(played.faults()).hasSize(4).extracting(Fault::act).containsExactly(1, 3, 5, 7);
  }

  @Test
  void ofMoreThanTwoTheOthersPlayOn() {
    Game<?, ?> dudo = new Dudo();
    Played played = play(dudo, false, List.of(random(dudo), failing(FaultKind.CRASH), random(dudo)));
    assertThat(played.ranks().get(1)).isEqualTo(3);
    assertThat(played.ranks()).contains(1, 2);
    assertThat(played.acts()).isGreaterThan(1);
    assertThat(played.faults()).hasSize(1);
  }

  @Test
  void aMatchThatIsTooLongIsADraw() {
    Game<?, ?> dudo = new Dudo();
    Played played = play(dudo, new Referee.Terms(false, 5, false), List.of(random(dudo), random(dudo)));
    assertThat(played.end()).isEqualTo("unfinished");
    assertThat(played.ranks()).containsExactly(1, 1);
    assertThat(played.acts()).isEqualTo(5);
  }

  @Test
  void inAGameThatTicksTimeWaitsForTheBots() {
    Game<?, ?> snake = new SnakeGame();
    Mind survivor = new ClassMind(Bots.of(snake).get("survivor"), new SplitMix(1));
    Played played = play(snake, false, List.of(survivor, random(snake)));
    assertThat(played.ranks()).containsExactly(1, 2);
    assertThat(played.ticks()).isPositive();
    assertThat(moves.stream().filter(move -> move.ticks() != null).mapToInt(Move::ticks).sum())
        .isEqualTo(played.ticks());
  }

  @Test
  void whoFailsInAGameThatTicksIsOut() {
    Game<?, ?> snake = new SnakeGame();
    Played played = play(snake, false, List.of(failing(FaultKind.CRASH), random(snake)));
    assertThat(played.ranks()).containsExactly(2, 1);
    assertThat(played.faults()).hasSize(1);
  }
}
