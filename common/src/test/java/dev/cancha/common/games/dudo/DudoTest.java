package dev.cancha.common.games.dudo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.common.game.Game;
import dev.cancha.common.game.Setup;
import dev.cancha.common.games.RandomMatch;
import dev.cancha.common.games.TestChance;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DudoTest {
  private final Dudo game = new Dudo();

  @Test
  void theServiceLoaderFindsTheGame() {
    assertThat(ServiceLoader.load(Game.class)).hasAtLeastOneElementOfType(Dudo.class);
    assertThat(game.info().id()).isEqualTo("dudo");
    assertThat(game.info().seats().min()).isEqualTo(2);
    assertThat(game.info().seats().max()).isEqualTo(6);
    assertThat(game.info().types().me()).isEqualTo(Hand.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void everyoneBeginsWithFiveDice(int seats) {
    Match match = start(seats, 1);

    assertThat(game.view(match).dice()).hasSize(seats).allSatisfy((_, dice) -> assertThat(dice).isEqualTo(5));
    assertThat(game.view(match).round()).isEqualTo(1);
    assertThat(game.view(match).special()).isFalse();
    assertThat(game.view(match).bid()).isNull();
    assertThat(game.view(match).reveal()).isNull();
    for (int seat = 0; seat < seats; seat++) {
      assertThat(game.me(match, seat).dice()).hasSize(5).allSatisfy(die -> assertThat(die).isBetween(1, 6));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void fewerThanTwoOrMoreThanSixSeatsCannotPlay(int seats) {
    assertThatThrownBy(() -> start(seats, 1)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 to 6 seats");
  }

  @Test
  void seatsThatNobodyTookArePassedOver() {
    Setup setup = new Setup(new TreeSet<>(List.of(1, 4)), new Options(), 0, _ -> 0);
    Match match = game.start(setup);

    assertThat(game.view(match).dice()).containsOnlyKeys(1, 4);
    assertThat(game.turn(match)).containsExactly(1);
    assertThat(Scene.accepted(match, new Act.Bid(1, 2)).state().round().turn()).isEqualTo(4);
  }

  @Test
  void chanceBeginsTheFirstRound() {
    TreeSet<Integer> beginners = new TreeSet<>();
    for (int seed = 0; seed < 100; seed++) {
      beginners.addAll(game.turn(start(4, seed)));
    }
    assertThat(beginners).containsExactly(0, 1, 2, 3);
  }

  @Test
  void everyFaceIsThrownAboutAsOften() {
    int[] thrown = new int[7];
    for (int seed = 0; seed < 1_000; seed++) {
      start(6, seed).round().cups().dice().values().forEach(hand -> hand.forEach(die -> thrown[die]++));
    }
    // 30,000 dice: 5,000 each, with a standard deviation of 65.
    assertThat(List.of(thrown[1], thrown[2], thrown[3], thrown[4], thrown[5], thrown[6]))
        .allSatisfy(times -> assertThat(times).isBetween(4_600, 5_400));
  }

  @Test
  void equalChanceGivesEqualMatches() {
    assertThat(start(5, 42)).isEqualTo(start(5, 42)).isNotEqualTo(start(5, 43));
  }

  @Test
  void aSpectatorHasNoHand() {
    assertThat(game.me(start(2, 1), -1)).isNull();
    assertThat(game.me(start(2, 1), 2)).isNull();
  }

  @Test
  void imagineKeepsTheOwnDiceAndThrowsTheOthersAnew() {
    Match match = Scene.of("22222", "33333", "44").bid(0, 2, 2).match();
    Match imagined = game.imagine(match, 1, _ -> 5);

    assertThat(game.me(imagined, 0)).isEqualTo(new Hand(List.of(6, 6, 6, 6, 6)));
    assertThat(game.me(imagined, 1)).isEqualTo(new Hand(List.of(3, 3, 3, 3, 3)));
    assertThat(game.me(imagined, 2)).isEqualTo(new Hand(List.of(6, 6)));
    assertThat(game.view(imagined)).isEqualTo(game.view(match));
  }

  @Test
  void aSpectatorImaginesAllDice() {
    Match imagined = game.imagine(Scene.of("22", "33").match(), -1, _ -> 5);

    assertThat(imagined.round().cups().dice().values()).containsOnly(List.of(6, 6));
  }

  @Test
  void imagineLeavesWhatACallShowedAsItWas() {
    Match called = Scene.of("22345", "23456").bid(0, 5, 2).dudo().state();

    assertThat(game.imagine(called, -1, _ -> 5).showdown()).isEqualTo(called.showdown());
  }

  @Test
  void afterTheLastCallNothingIsHiddenAndNothingImagined() {
    Match over = Scene.of("2", "345").bid(0, 4, 2).dudo().state();

    assertThat(game.imagine(over, -1, _ -> 5)).isEqualTo(over);
  }

  private Match start(int seats, long seed) {
    return game.start(new Setup(RandomMatch.seats(seats), new Options(), 0, new TestChance(seed)));
  }
}
