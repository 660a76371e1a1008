package dev.cancha.app.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static List<Fixture> all(Schedule schedule) {
    return IntStream.rangeClosed(1, (int) schedule.total()).mapToObj(schedule::fixture).toList();
  }

  @Test
  void everyPairPlaysAsManyGamesAndSitsOnEachSeatAsOften() {
    TreeMap<String, Integer> met = new TreeMap<>();
    for (Fixture fixture : all(new Schedule(7, 4, 2, 6, true))) {
      met.merge(fixture.bots().toString(), 1, Integer::sum);
    }
    assertThat(met).hasSize(12).containsEntry("[0, 1]", 3).containsEntry("[1, 0]", 3);
    assertThat(met.values()).containsOnly(3);
  }

  @Test
  void swappedSeatsShareTheSeedAndNothingElseDoes() {
    Set<String> seeds = new HashSet<>();
    List<Fixture> all = all(new Schedule(7, 3, 2, 4, true));
    for (int i = 0; i < all.size(); i += 2) {
      Fixture one = all.get(i);
      Fixture other = all.get(i + 1);
      assertThat(other.seed()).isEqualTo(one.seed());
      assertThat(other.group()).isEqualTo(one.group());
      assertThat(other.bots()).isEqualTo(one.bots().reversed());
      assertThat(seeds.add(one.seed().hex())).isTrue();
    }
  }

  @Test
  void threeSeatsMoveUpByOneEachTime() {
    assertThat(all(new Schedule(1, 3, 3, 3, true)).stream().map(Fixture::bots)).containsExactly(
        List.of(0, 1, 2),
        List.of(1, 2, 0), List.of(2, 0, 1));
  }

  @Test
  void everyCombinationOfThreeOutOfFivePlays() {
    List<Fixture> all = all(new Schedule(1, 5, 3, 1, false));
    assertThat(all.stream().map(Fixture::bots).distinct()).hasSize(10)
        .allSatisfy(bots -> assertThat(bots).isSorted().doesNotHaveDuplicates());
  }

  @Test
  void roundsOfAllPairsAlternate() {
    assertThat(all(new Schedule(1, 3, 2, 4, true)).stream().map(Fixture::group)).containsExactly(0, 0, 1, 1,
        2, 2, 3,
        3, 4, 4, 5, 5);
  }

  @Test
  void anOddNumberOfGamesEndsWithASmallerRound() {
    Schedule schedule = new Schedule(1, 3, 2, 3, true);
    List<Fixture> all = all(schedule);
    assertThat(all).hasSize(9);
    assertThat(all.stream().map(Fixture::group)).containsExactly(0, 0, 1, 1, 2, 2, 3, 4, 5);
    assertThat(schedule.lastOfGroup(1)).isEqualTo(2);
    assertThat(schedule.lastOfGroup(2)).isEqualTo(2);
    assertThat(schedule.lastOfGroup(8)).isEqualTo(8);
  }

  @Test
  void withoutSwappingAllSitAsTheyAreNamedAndEachSeedIsNew() {
    List<Fixture> all = all(new Schedule(1, 2, 2, 5, false));
    assertThat(all.stream().map(Fixture::bots)).containsOnly(List.of(0, 1));
    assertThat(all.stream().map(Fixture::seed).distinct()).hasSize(5);
  }

  @Test
  void allFollowsFromTheSeed() {
    Schedule seven = new Schedule(7, 3, 2, 4, true);
    assertThat(all(new Schedule(7, 3, 2, 4, true))).isEqualTo(all(seven));
    Fixture other = new Schedule(8, 3, 2, 4, true).fixture(1);
    assertThat(other.seed()).isNotEqualTo(seven.fixture(1).seed());
    assertThat(seven.chanceOf(seven.fixture(1), 0)).isNotEqualTo(seven.chanceOf(seven.fixture(1), 1))
        .isNotEqualTo(seven.chanceOf(seven.fixture(2), 0))
        .isEqualTo(seven.chanceOf(seven.fixture(1), 0));
  }

  @Test
  void moreCombinationsThanAnybodyPlaysAreCountedAsManyMore() {
    assertThat(new Schedule(1, 64, 32, 1, true).combinations()).isGreaterThan(Schedule.MOST);
    assertThat(new Schedule(1, 64, 63, 1, true).combinations()).isEqualTo(64);
  }
}
