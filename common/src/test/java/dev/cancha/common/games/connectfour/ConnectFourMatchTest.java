package dev.cancha.common.games.connectfour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Result;
import dev.cancha.common.game.Step;
import dev.cancha.common.games.RandomMatch;
import dev.cancha.common.games.TestChance;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole matches of random drops. */
class ConnectFourMatchTest {
  private static final int MATCHES = 500;

  private final ConnectFour game = new ConnectFour();

  @Test
  void everyMatchEndsWithinFortyTwoDropsAndMostAreWon() {
    TreeMap<String, Integer> reasons = new TreeMap<>();
    for (long seed = 0; seed < MATCHES; seed++) {
      List<Position> states = states(seed);
      Result result = game.result(states.getLast()).orElseThrow();

      assertThat(states).hasSizeBetween(8, 43);
      assertThat(result.ranks()).containsOnlyKeys(0, 1);
      assertThat(result.ranks().values()).containsAnyOf(1);
      reasons.merge(result.reason(), 1, Integer::sum);
    }
    assertThat(reasons).containsOnlyKeys("fourInLine", "boardFull");
    assertThat(reasons.get("fourInLine")).isGreaterThan(reasons.get("boardFull"));
  }

  @Test
  void legalListsExactlyTheDropsThatAreAccepted() {
    for (long seed = 0; seed < MATCHES; seed++) {
      for (Position position : states(seed)) {
        for (int seat = 0; seat < 2; seat++) {
          assertThat(game.legal(position, seat)).isEqualTo(accepted(position, seat));
        }
      }
    }
  }

  private List<Drop> accepted(Position position, int seat) {
    return IntStream.rangeClosed(-1, 7)
        .mapToObj(Drop::new)
        .filter(drop -> game.act(position, seat, drop, new TestChance(0)) instanceof Step.Accepted<Position>)
        .toList();
  }

  @Test
  void theColumnsShowAsManyDiscsOfEachSeatAsWereDropped() {
    for (long seed = 0; seed < MATCHES; seed++) {
      Position last = states(seed).getLast();
      String discs = String.join("", game.view(last).columns().values());

      assertThat(discs.chars().filter(disc -> disc == '0').count()).isEqualTo(Long.bitCount(last.zero()));
      assertThat(discs.chars().filter(disc -> disc == '1').count()).isEqualTo(Long.bitCount(last.one()));
    }
  }

  @Test
  void theSameSeedAndDropsGiveTheSameStates() {
    assertThat(states(7)).isEqualTo(states(7)).isNotEqualTo(states(9));
  }

  private List<Position> states(long seed) {
    RandomMatch<Position, Drop> match = new RandomMatch<>(game, RandomMatch.seats(2), seed, 0);
    return match.fold(match.moves());
  }
}
