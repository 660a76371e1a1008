package dev.cancha.common.games.dudo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.game.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbsenceTest {
  private final Dudo game = new Dudo();

  @Test
  void oneWhoIsGoneIsOutAndTheRestThrowAnewWithoutABid() {
    Step.Accepted<Match> step = Scene.of("22222", "33333", "44444").bid(1, 3, 2).absent(0);

    Table table = game.view(step.state());
    assertThat(table.dice()).containsEntry(0, 0).containsEntry(1, 5).containsEntry(2, 5);
    assertThat(table.bid()).isNull();
    assertThat(table.reveal()).as("nobody called").isNull();
    assertThat(game.me(step.state(), 1).dice()).hasSize(5).isNotEqualTo(List.of(3, 3, 3, 3, 3));
    assertThat(step.events()).containsExactly(new Event.WentOut(0), new Event.RoundBegan(2, 8, false));
  }

  @Test
  void whoWasInTurnBegins() {
    assertThat(game.turn(Scene.of("22", "33", "44").turn(1).absent(0).state())).containsExactly(1);
  }

  @Test
  void whenTheSeatInTurnIsGoneTheNextBegins() {
    assertThat(game.turn(Scene.of("22", "33", "44").turn(2).absent(2).state())).containsExactly(0);
  }

  @Test
  void aSpecialRoundIsPlayedAgainAsOneUnlessItsPlayerIsGone() {
    Scene special = Scene.of("2", "33", "44").special(0);

    assertThat(game.view(special.absent(2).state()).special()).isTrue();
    assertThat(game.view(special.absent(0).state()).special()).isFalse();
  }

  @Test
  void theMatchEndsWhenOneIsLeft() {
    Step.Accepted<Match> step = Scene.of("22", "", "44").bid(0, 1, 2).absent(2);

    assertThat(step.events()).containsExactly(new Event.WentOut(2), new Event.Won(0));
    assertThat(game.result(step.state()).orElseThrow().ranks()).containsEntry(0, 1)
        .containsEntry(2, 2)
        .containsEntry(1, 3);
    assertThat(game.turn(step.state())).isEmpty();
    assertThat(game.view(step.state()).bid()).isNull();
  }

  @Test
  void theDiceOfOneWhoWonByAnAbsenceStayHidden() {
    Match over = Scene.of("22222", "33333").absent(1).state();

    assertThat(game.view(over).reveal()).isNull();
    assertThat(game.me(over, 0)).isEqualTo(new Hand(List.of(2, 2, 2, 2, 2)));
    assertThat(game.me(game.imagine(over, 1, _ -> 0), 0)).isEqualTo(new Hand(List.of(1, 1, 1, 1, 1)));
  }

  @Test
  void oneWhoIsOutCanBeGoneWithoutAnyChange() {
    Match match = Scene.of("22", "", "44").bid(0, 1, 2).match();

    assertThat(game.absent(match, 1, _ -> 0)).isEqualTo(Step.to(match));
  }

  @Test
  void nobodyIsMissedOnceTheMatchIsOver() {
    Match over = Scene.of("22222", "33333").absent(1).state();

    assertThat(game.absent(over, 0, _ -> 0)).isEqualTo(Step.to(over));
  }
}
