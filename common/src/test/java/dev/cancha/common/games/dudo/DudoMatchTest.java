package dev.cancha.common.games.dudo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Result;
import dev.cancha.common.game.Step;
import dev.cancha.common.games.RandomMatch;
import dev.cancha.common.games.TestChance;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole matches of random acts. */
class DudoMatchTest {
  private static final int MATCHES = 200;

  private final Dudo game = new Dudo();

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void everyMatchEndsWithEveryRankOnce(int seats) {
    for (long seed = 0; seed < MATCHES; seed++) {
      RandomMatch<Match, Act> match = new RandomMatch<>(game, RandomMatch.seats(seats), seed, 50);
      Result result = game.result(match.fold(match.moves()).getLast()).orElseThrow();

      assertThat(result.ranks().keySet()).isEqualTo(RandomMatch.seats(seats));
      assertThat(new TreeSet<>(result.ranks().values()).last()).isEqualTo(seats);
      assertThat(new TreeSet<>(result.ranks().values())).hasSize(seats);
    }
  }

  @Test
  void theSameSeedAndActsGiveTheSameStates() {
    for (long seed = 0; seed < 50; seed++) {
      RandomMatch<Match, Act> match = new RandomMatch<>(game, RandomMatch.seats(4), seed, 50);
      List<RandomMatch.Move<Act>> moves = match.moves();

      assertThat(match.fold(moves)).isEqualTo(match.fold(moves));
      assertThat(new RandomMatch<>(game, match.seats(), seed, 50).moves()).isEqualTo(moves);
    }
  }

  @Test
  void aStateIsNeverChangedByWhatFollowsIt() {
    RandomMatch<Match, Act> match = new RandomMatch<>(game, RandomMatch.seats(3), 5, 0);
    List<RandomMatch.Move<Act>> moves = match.moves();
    List<String> asTheyWere = new ArrayList<>();
    Match state = match.start();
    for (RandomMatch.Move<Act> move : moves) {
      asTheyWere.add(state.toString());
      state = ((Step.Accepted<Match>) match.step(state, move, match.at(asTheyWere.size()))).state();
    }
    asTheyWere.add(state.toString());

    assertThat(match.fold(moves)).extracting(Match::toString).isEqualTo(asTheyWere);
  }

  /** Over more than the whole space of acts: every count to one above the dice, every face to one beside a die's. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6})
  void legalListsExactlyTheActsThatAreAccepted(int seats) {
    for (long seed = 0; seed < 10; seed++) {
      RandomMatch<Match, Act> match = new RandomMatch<>(game, RandomMatch.seats(seats), seed, 100);
      for (Match state : match.fold(match.moves())) {
        for (int seat : match.seats()) {
          assertThat(game.legal(state, seat)).as("seat %d in %s", seat, state)
              .isEqualTo(accepted(state, seat));
        }
      }
    }
  }

  private List<Act> accepted(Match state, int seat) {
    List<Act> accepted = new ArrayList<>();
    for (Act act : space(state.round().cups().total())) {
      if (game.act(state, seat, act, new TestChance(3)) instanceof Step.Accepted<Match>) {
        accepted.add(act);
      }
    }
    return accepted;
  }

  private static List<Act> space(int dice) {
    List<Act> acts = new ArrayList<>();
    for (int count = 0; count <= dice + 1; count++) {
      for (int face = 0; face <= 7; face++) {
        acts.add(new Act.Bid(count, face));
      }
    }
    acts.add(new Act.Call(Act.Kind.DUDO));
    acts.add(new Act.Call(Act.Kind.CALZO));
    return acts;
  }

  @Test
  void theSeatInTurnAlwaysHasAnAct() {
    for (long seed = 0; seed < MATCHES; seed++) {
      RandomMatch<Match, Act> match = new RandomMatch<>(game, RandomMatch.seats(6), seed, 0);
      for (Match state : match.fold(match.moves())) {
        game.turn(state).forEach(seat -> assertThat(game.legal(state, seat)).isNotEmpty());
      }
    }
  }

  /** In every ordinary round each raise is higher in this order, so that a round has an end. */
  @Test
  void bidsOfAnOrdinaryRoundOnlyEverGoUp() {
    for (long seed = 0; seed < MATCHES; seed++) {
      RandomMatch<Match, Act> match = new RandomMatch<>(game, RandomMatch.seats(3), seed, 0);
      StandingBid before = null;
      for (Match state : match.fold(match.moves())) {
        StandingBid bid = state.round().bid();
        if (bid != null && before != null && !state.round().special()) {
          assertThat(height(bid)).isGreaterThan(height(before));
        }
        before = bid;
      }
    }
  }

  /** Ones stand between twice their count and twice their count and one of the other faces. */
  private static int height(StandingBid bid) {
    return bid.face() == 1 ? 20 * bid.count() + 9 : 10 * bid.count() + bid.face();
  }

  @Test
  void noSeatEverHasMoreThanFiveDiceAndRoundsCountUp() {
    for (long seed = 0; seed < MATCHES; seed++) {
      RandomMatch<Match, Act> match = new RandomMatch<>(game, RandomMatch.seats(4), seed, 50);
      int round = 1;
      for (Match state : match.fold(match.moves())) {
        assertThat(game.view(state).dice().values()).allSatisfy(dice -> assertThat(dice).isBetween(0, 5));
        assertThat(state.round().number()).isBetween(round, round + 1);
        round = state.round().number();
      }
    }
  }
}
