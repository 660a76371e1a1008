package dev.cancha.common.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.games.TestChance;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The words in which rules answer: turns, results, steps and draws. */
class RulesVocabularyTest {
  private record State(int number) {}

  private record Happened(int what) {}

  @Test
  void aTurnIsOfNobodyOneOrSeveralInTheOrderOfSeats() {
    assertThat(Turn.nobody()).isEmpty();
    assertThat(Turn.of(3)).containsExactly(3);
    assertThat(Turn.of(4, 0, 2)).containsExactly(0, 2, 4);
  }

  @Test
  void nobodyCanChangeATurn() {
    SortedSet<Integer> turn = Turn.of(List.of(1, 0));
    assertThatThrownBy(() -> turn.add(5)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void equalScoresShareARankAndTheNextIsAsFarBehindAsThereAreBetter() {
    SortedMap<Integer, Integer> scores = new TreeMap<>();
    scores.put(0, 5);
    scores.put(2, 9);
    scores.put(3, 9);
    scores.put(7, 1);

    assertThat(Result.byScore(scores, "counted").ranks()).containsEntry(0, 3)
        .containsEntry(2, 1)
        .containsEntry(3, 1)
        .containsEntry(7, 4);
  }

  @Test
  void oneWinsOrNobodyDoes() {
    assertThat(Result.won(4, Turn.of(1, 4, 6), "first").ranks()).containsEntry(1, 2)
        .containsEntry(4, 1)
        .containsEntry(6, 2);
    assertThat(Result.drawn(Turn.of(0, 1), "boardFull").ranks()).containsEntry(0, 1).containsEntry(1, 1);
  }

  @Test
  void aStepHasItsEventsInOrder() {
    assertThat(Step.to(new State(1), new Happened(1), new Happened(2)))
        .isEqualTo(Step.to(new State(1), List.of(new Happened(1), new Happened(2))));
    assertThat(Step.forfeit(3)).isEqualTo(new Step.Forfeit<>(3));
  }

  @Test
  void optionsComeAsTheClassThatTheGameGave() {
    Setup setup = new Setup(Turn.of(0, 1), new State(7), 0, new TestChance(1));

    assertThat(setup.options(State.class).number()).isEqualTo(7);
    assertThatThrownBy(() -> setup.options(Happened.class)).isInstanceOf(ClassCastException.class);
  }

  /** Chi-squared would be the judge of a generator; here it is enough that no order is missing and none is rare. */
  @Test
  void everyOrderOfAShuffleIsAboutAsLikely() {
    TestChance chance = new TestChance(11);
    SortedMap<String, Integer> orders = new TreeMap<>();
    for (int i = 0; i < 6_000; i++) {
      orders.merge(String.join("", chance.shuffled(List.of("a", "b", "c"))), 1, Integer::sum);
    }
    assertThat(orders).hasSize(6).allSatisfy((order, times) -> assertThat(times).isBetween(900, 1_100));
  }

  @Test
  void aPickIsOneDraw() {
    assertThat(((Chance) bound -> bound - 1).pick(List.of("a", "b", "c"))).isEqualTo("c");
  }
}
