package dev.cancha.common.games;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.games.dudo.Act;
import dev.cancha.common.games.dudo.Match;
import dev.cancha.common.games.dudo.PlantedLeak;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The leak check is worth what it finds. */
class PlantedLeakTest {
  @ParameterizedTest
  @EnumSource
  void everyPlantedLeakIsFound(PlantedLeak leak) {
    assertThatThrownBy(() -> check(leak)).isInstanceOf(AssertionError.class)
        .hasMessageContaining(leak.found());
  }

  @ParameterizedTest
  @EnumSource(names = {"A_DIE_IN_THE_VIEW", "A_SIX_IN_THE_TURN"})
  void aFailureNamesViewerStepAndSeed(PlantedLeak leak) {
    assertThatThrownBy(() -> check(leak))
        .hasMessageMatching(
            "(?s)(a spectator|seat \\d) can tell .* at step \\d+ of the match of seed \\d+ .*");
  }

  private static void check(PlantedLeak leak) {
    List<Act> probes = List.of(new Act.Bid(0, 1));
    LeakCheck<Match, Act> check = new LeakCheck<>(leak, probes);
    for (long seed = 0; seed < 40; seed++) {
      check.check(new RandomMatch<>(leak, RandomMatch.seats(3), seed, 60));
    }
    check.assertHiddenThingsVaried();
  }
}
