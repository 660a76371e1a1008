package dev.cancha.testkit.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Chance;
import dev.cancha.common.game.Setup;
import dev.cancha.common.game.Step;
import dev.cancha.common.games.Hurried;
import dev.cancha.common.games.LeakCheck;
import dev.cancha.common.games.RandomMatch;
import dev.cancha.common.games.TestChance;
import dev.cancha.testkit.work.Dash.Heading;
import dev.cancha.testkit.work.Dash.Race;
import dev.cancha.testkit.work.Dash.Steer;
import java.util.List;
import org.junit.jupiter.api.Test;

class DashTest {
  private static final Dash GAME = new Dash();

  private static Race started(int seats) {
    return GAME.start(
        new Setup(RandomMatch.seats(seats), GAME.info().types().options(), 0, new TestChance(1)));
  }

  private static Race after(Step<Race> step) {
    return ((Step.Accepted<Race>) step).state();
  }

  @Test
  void nobodyCanTellAnothersWord() {
    LeakCheck<Race, Steer> check = new LeakCheck<>(new Hurried<>(GAME),
        List.of(new Steer(Heading.LEFT), new Steer(Heading.RIGHT)));
    for (long seed = 0; seed < 60; seed++) {
      check.check(new RandomMatch<>(new Hurried<>(GAME), RandomMatch.seats(2 + (int) (seed % 7)), seed, 80));
    }
    check.assertHiddenThingsVaried();
  }

  @Test
  void aRaceEndsWithinTenSecondsOrSo() {
    Chance chance = new TestChance(3);
    Race race = started(8);
    while (GAME.result(race).isEmpty()) {
      race = after(GAME.tick(race, chance));
    }
    assertThat(race.ticks()).isBetween(7 * 20, 14 * 20);
    assertThat(race.runners().values()).anyMatch(runner -> runner.at() >= Dash.LENGTH);
    assertThat(GAME.turn(race)).isEmpty();
    assertThat(GAME.result(race).orElseThrow().ranks()).containsValue(1).hasSize(8);
  }

  @Test
  void steeringLeadsToTheNextLaneAndNeverOffTheTrack() {
    Race race = started(2);
    assertThat(race.runners().get(0).lane()).isZero();
    Step<Race> off = GAME.act(race, 0, new Steer(Heading.LEFT), new TestChance(1));
    assertThat(off).isInstanceOf(Step.Refused.class);
    Race steered = after(GAME.act(race, 0, new Steer(Heading.RIGHT), new TestChance(2)));
    assertThat(steered.runners().get(0).lane()).isEqualTo(1);
    assertThat(steered.words().get(0)).isNotEqualTo(race.words().get(0));
    assertThat(GAME.legal(race, 0)).containsExactly(new Steer(Heading.STRAIGHT), new Steer(Heading.RIGHT));
  }

  @Test
  void theFirmLaneIsFaster() {
    Race race = started(3);
    int firm = race.firm();
    for (int tick = 0; tick < 29; tick++) {
      race = after(GAME.tick(race, bound -> 0));
    }
    for (int seat = 0; seat < 3; seat++) {
      assertThat(race.runners().get(seat).at()).isEqualTo(seat == firm ? 58 : 29);
    }
  }

  @Test
  void whoStopsIsBehindAllWhoRanOnAndTheLastOneWins() {
    Race race = after(GAME.tick(started(3), new TestChance(1)));
    race = after(GAME.absent(race, 0, new TestChance(1)));
    assertThat(GAME.result(race)).isEmpty();
    assertThat(GAME.legal(race, 0)).isEmpty();
    assertThat(GAME.me(race, 0)).isNull();
    int stoppedAt = race.runners().get(0).at();
    race = after(GAME.tick(race, new TestChance(2)));
    assertThat(race.runners().get(0).at()).isEqualTo(stoppedAt);
    race = after(GAME.absent(race, 1, new TestChance(1)));
    assertThat(GAME.result(race).orElseThrow().ranks()).containsEntry(2, 1)
        .containsEntry(0, 2)
        .containsEntry(1, 2);
  }
}
