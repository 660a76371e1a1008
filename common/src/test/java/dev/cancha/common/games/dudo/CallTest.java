package dev.cancha.common.games.dudo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Result;
import dev.cancha.common.game.Step;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CallTest {
  private final Dudo game = new Dudo();

  @Test
  void aRightDudoCostsTheBidderADieAndTheBidderBegins() {
    Step.Accepted<Match> step = Scene.of("22345", "23456").bid(0, 5, 2).dudo();

    Table table = game.view(step.state());
    assertThat(table.dice()).containsEntry(0, 4).containsEntry(1, 5);
    assertThat(table.verdict())
        .isEqualTo(new Verdict(7, 1, Act.Kind.DUDO, new StandingBid(0, 5, 2), 3, 0, null));
    assertThat(game.turn(step.state())).containsExactly(0);
    assertThat(step.events()).containsExactly(new Event.Called(1, Act.Kind.DUDO, 3), new Event.DieLost(0),
        new Event.RoundBegan(0, 8, false));
  }

  @Test
  void aWrongDudoCostsTheCallerADieAndTheCallerBegins() {
    Step.Accepted<Match> step = Scene.of("22345", "23456").bid(0, 3, 2).dudo();

    assertThat(game.view(step.state()).dice()).containsEntry(0, 5).containsEntry(1, 4);
    assertThat(game.turn(step.state())).containsExactly(1);
    assertThat(game.view(step.state()).verdict().lost()).isEqualTo(1);
  }

  @Test
  void onesCountAsEveryFace() {
    assertThat(Scene.of("11345", "12456").bid(0, 4, 2).dudo().events())
        .contains(new Event.Called(1, Act.Kind.DUDO, 4), new Event.DieLost(1));
  }

  @Test
  void aBidOnOnesCountsOnesOnly() {
    assertThat(Scene.of("11345", "12456").bid(0, 4, 1).dudo().events())
        .contains(new Event.Called(1, Act.Kind.DUDO, 3), new Event.DieLost(0));
  }

  @Test
  void inASpecialRoundOnesAreOnlyOnes() {
    assertThat(Scene.of("1", "12226").special(0).bid(0, 4, 2).dudo().events())
        .contains(new Event.Called(1, Act.Kind.DUDO, 3), new Event.WentOut(0));
  }

  @Test
  void anExactCalzoWinsADieBackAndTheCallerBegins() {
    Step.Accepted<Match> step = Scene.of("22345", "2345", "66666").bid(0, 3, 2).calzo();

    assertThat(game.view(step.state()).dice()).containsEntry(1, 5).containsEntry(0, 5);
    assertThat(game.view(step.state()).verdict())
        .isEqualTo(new Verdict(7, 1, Act.Kind.CALZO, new StandingBid(0, 3, 2), 3, null, 1));
    assertThat(step.events()).containsExactly(new Event.Called(1, Act.Kind.CALZO, 3), new Event.DieWon(1),
        new Event.RoundBegan(1, 8, false));
  }

  @Test
  void nobodyHasMoreThanFiveDice() {
    Step.Accepted<Match> step = Scene.of("22345", "23456").bid(0, 3, 2).calzo();

    assertThat(game.view(step.state()).dice()).containsEntry(0, 5).containsEntry(1, 5);
    assertThat(game.view(step.state()).verdict().won()).isNull();
    assertThat(step.events()).containsExactly(new Event.Called(1, Act.Kind.CALZO, 3),
        new Event.RoundBegan(1, 8, false));
  }

  @Test
  void aCalzoThatIsOneTooManyOrTooFewCostsADie() {
    assertThat(Scene.of("22345", "2345").bid(0, 2, 2).calzo().events()).contains(new Event.DieLost(1));
    assertThat(Scene.of("22345", "2345").bid(0, 4, 2).calzo().events()).contains(new Event.DieLost(1));
  }

  @Test
  void aCallNeedsABid() {
    for (Act.Kind kind : Act.Kind.values()) {
      assertThat(game.act(Scene.of("22345", "2345").match(), 0, new Act.Call(kind), _ -> 0))
          .isEqualTo(new Step.Refused<Match>("there is no bid to call yet: begin the round with one"));
    }
  }

  @Test
  void theCupsStayLiftedFromTheCallToTheNextBid() {
    Match called = Scene.of("22345", "23456", "").bid(0, 5, 2).dudo().state();

    assertThat(game.view(called).reveal()).isEqualTo(dice(List.of(2, 2, 3, 4, 5), List.of(2, 3, 4, 5, 6)));
    assertThat(game.view(called).bid()).isNull();
    assertThat(game.view(called).round()).isEqualTo(8);

    Match bid = Scene.accepted(called, new Act.Bid(1, 2)).state();
    assertThat(game.view(bid).reveal()).isNull();
    assertThat(game.view(bid).verdict()).isNull();
    assertThat(game.view(bid).bid()).isEqualTo(new StandingBid(0, 1, 2));
  }

  @Test
  void theDiceAreThrownAnewAsManyAsAreLeft() {
    Match called = Scene.of("66666", "55555", "").bid(0, 9, 2).dudo().state();

    assertThat(game.me(called, 0).dice()).hasSize(4).allSatisfy(die -> assertThat(die).isBetween(1, 6));
    assertThat(game.me(called, 1).dice()).hasSize(5).isNotEqualTo(List.of(5, 5, 5, 5, 5));
    assertThat(game.me(called, 2).dice()).isEmpty();
  }

  @Test
  void whoComesDownToOneDieForTheFirstTimeHasASpecialRound() {
    Step.Accepted<Match> step = Scene.of("22", "2345").bid(0, 6, 2).dudo();

    assertThat(game.view(step.state()).special()).isTrue();
    assertThat(step.events()).contains(new Event.RoundBegan(0, 8, true));
    assertThat(step.state().hadOne()).containsExactly(0);
  }

  @Test
  void theRoundAfterASpecialOneIsOrdinary() {
    Match special = Scene.of("2", "2345", "345").special(0).bid(1, 4, 2).dudo().state();

    assertThat(game.view(special).special()).isFalse();
  }

  @Test
  void whoComesDownToOneDieAgainHasNoSecondSpecialRound() {
    Match again = Scene.of("22", "2345").bid(0, 6, 2).match();
    Match hadIt = new Match(again.round(), null, new TreeSet<>(List.of(0)), List.of());

    assertThat(game.view(Scene.accepted(hadIt, new Act.Call(Act.Kind.DUDO)).state()).special()).isFalse();
  }

  @Test
  void whoLosesTheLastDieIsOutAndTheNextSeatBegins() {
    Step.Accepted<Match> step = Scene.of("2", "2345", "345").bid(0, 6, 2).dudo();

    assertThat(game.view(step.state()).dice()).containsEntry(0, 0);
    assertThat(game.turn(step.state())).containsExactly(1);
    assertThat(step.state().out()).containsExactly(0);
    assertThat(step.events()).containsSubsequence(new Event.DieLost(0), new Event.WentOut(0),
        new Event.RoundBegan(1, 8, false));
  }

  @Test
  void afterTheHighestSeatGoesOutTheLowestBegins() {
    assertThat(game.turn(Scene.of("23", "2345", "3").bid(2, 6, 2).dudo().state())).containsExactly(0);
  }

  @Test
  void theLastWithDiceWinsAndRanksAreTheOrderOfGoingOut() {
    Match before = Scene.of("2", "", "345", "").bid(0, 4, 2).match();
    Match last = new Match(before.round(), null, before.hadOne(), List.of(3, 1));

    Step.Accepted<Match> step = Scene.accepted(last, new Act.Call(Act.Kind.DUDO));
    assertThat(step.events()).endsWith(new Event.WentOut(0), new Event.Won(2));
    SortedMap<Integer, Integer> ranks = new TreeMap<>();
    ranks.put(2, 1);
    ranks.put(0, 2);
    ranks.put(1, 3);
    ranks.put(3, 4);
    assertThat(game.result(step.state())).contains(new Result(ranks, "lastWithDice"));
  }

  @Test
  void onceOverTheLastCupsStayLiftedAndNobodyIsInTurn() {
    Match over = Scene.of("2", "345").bid(0, 4, 2).dudo().state();

    assertThat(game.view(over).reveal()).isEqualTo(dice(List.of(2), List.of(3, 4, 5)));
    assertThat(game.view(over).dice()).containsEntry(0, 0).containsEntry(1, 3);
    assertThat(game.view(over).round()).isEqualTo(7);
    assertThat(game.me(over, 1)).isEqualTo(new Hand(List.of(3, 4, 5)));
    assertThat(game.turn(over)).isEmpty();
    assertThat(game.legal(over, 1)).isEmpty();
    assertThat(game.act(over, 1, new Act.Bid(1, 2), _ -> 0))
        .isEqualTo(new Step.Refused<Match>("the match is over"));
  }

  private static SortedMap<Integer, List<Integer>> dice(List<Integer> zero, List<Integer> one) {
    SortedMap<Integer, List<Integer>> dice = new TreeMap<>();
    dice.put(0, zero);
    dice.put(1, one);
    return dice;
  }
}
