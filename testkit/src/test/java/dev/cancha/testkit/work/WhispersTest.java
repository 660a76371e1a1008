package dev.cancha.testkit.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.games.LeakCheck;
import dev.cancha.common.games.RandomMatch;
import dev.cancha.common.games.TestChance;
import dev.cancha.testkit.work.Whispers.Say;
import dev.cancha.testkit.work.Whispers.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WhispersTest {
  private static final Whispers GAME = new Whispers();

  private static Words started(int seats) {
    return GAME.start(
        new Setup(RandomMatch.seats(seats), GAME.info().types().options(), 0, new TestChance(1)));
  }

  private static Words said(Words before, int seat, int number) {
    return ((Step.Accepted<Words>) GAME.act(before, seat, new Say(number), new TestChance(9))).state();
  }

  @Test
  void nobodyCanTellAnothersWord() {
    LeakCheck<Words, Say> check = new LeakCheck<>(GAME, List.of(new Say(0), new Say(9)));
    for (long seed = 0; seed < 200; seed++) {
      check.check(new RandomMatch<>(GAME, RandomMatch.seats(2 + (int) (seed % 3)), seed, 40));
    }
    check.assertHiddenThingsVaried();
  }

  @Test
  void eachSeatHasAWordOfItsOwnWhichItsActsChange() {
    Words first = started(4);
    assertThat(new TreeSet<>(first.words().values())).hasSize(4)
        .allMatch(word -> word.matches("[0-9a-f]{32}"));
    Words second = said(first, 2, 5);
    assertThat(second.words().get(2)).isNotEqualTo(first.words().get(2));
    assertThat(second.words().get(1)).isEqualTo(first.words().get(1));
  }

  @Test
  void whoSaidTheMostWinsAfterSixteenActs() {
    Words words = started(3);
    for (int act = 0; act < Whispers.ACTS; act++) {
      assertThat(GAME.result(words)).isEmpty();
      words = said(words, act % 3, act % 3 == 1 ? 8 : 1);
    }
    assertThat(GAME.turn(words)).isEmpty();
    assertThat(GAME.result(words)).hasValueSatisfying(
        result -> assertThat(result.ranks()).isEqualTo(Map.of(0, 2, 1, 1, 2, 3)));
  }

  @Test
  void nineIsRefusedAndOneWhoIsGoneActsNoMore() {
    Words words = started(3);
    assertThat(GAME.act(words, 0, new Say(9), new TestChance(1))).isInstanceOf(Step.Refused.class);
    Words without = ((Step.Accepted<Words>) GAME.absent(words, 1, new TestChance(1))).state();
    assertThat(GAME.turn(without)).containsExactly(0, 2);
    assertThat(GAME.me(without, 1)).isNull();
    assertThat(GAME.legal(without, 1)).isEmpty();
  }
}
