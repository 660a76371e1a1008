package dev.cancha.testkit.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.games.LeakCheck;
import dev.cancha.common.games.RandomMatch;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.testkit.Match;
import dev.cancha.testkit.MatchTest;
import dev.cancha.testkit.match.RockPaperScissors.Hand;
import dev.cancha.testkit.match.RockPaperScissors.Throw;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A game in which everyone moves at once and in secret. */
class SimultaneousSimTest {
  @Test
  void nobodyCanTellWhatAnotherHasChosen() {
    LeakCheck<RockPaperScissors.Match, Throw> check = new LeakCheck<>(new RockPaperScissors(),
        List.of(new Throw(Hand.ROCK), new Throw(Hand.PAPER)));
    for (long seed = 0; seed < 200; seed++) {
      check.check(
          new RandomMatch<>(new RockPaperScissors(), RandomMatch.seats(2 + (int) (seed % 5)), seed, 20));
    }
    check.assertHiddenThingsVaried();
  }

  @MatchTest(type = RockPaperScissors.class, seeds = 3, options = "{\"rounds\": 1}")
  void allChooseAtOnceAndSeeTheHandsWhenTheLastHasChosen(Match match) {
    match.join("ana", "beto", "caro");
    assertThat(match.document().path("turn").toString()).isEqualTo("[0,1,2]");

    match.player("caro").act(new Throw(Hand.ROCK));
    assertThat(match.document().path("turn").toString()).isEqualTo("[0,1]");
    assertThat(match.player("caro").me().path("chosen").asString()).isEqualTo("rock");
    assertThat(match.player("ana").room().doc().toString()).doesNotContain("rock\"");
    assertThat(match.player("caro").refused(new Throw(Hand.PAPER))).isEqualTo(ErrorCode.NOT_YOUR_TURN);

    match.player("ana").act(new Throw(Hand.PAPER));
    match.player("beto").act(new Throw(Hand.SCISSORS));
    match.untilOver(Duration.ofSeconds(5));
    assertThat(match.view().path("shown").toString())
        .isEqualTo("{\"0\":\"paper\",\"1\":\"scissors\",\"2\":\"rock\"}");
    assertThat(match.view().path("wins").toString()).isEqualTo("{\"0\":1,\"1\":1,\"2\":1}");
  }

  @MatchTest(type = RockPaperScissors.class, seeds = 20, faults = true, options = "{\"rounds\": 20}")
  void botsPlayToTheEndOverABadNetwork(Match match) {
    match.join("ana", "beto", "caro", "dino");
    match.players().forEach(player -> player.bot("random"));
    match.untilOver(Duration.ofMinutes(20));
    assertThat(match.standings()).hasSize(4);
  }

  /** Whoever does not choose in time is gone, and the others see their hands at once. */
  @MatchTest(type = RockPaperScissors.class, seeds = 3, settings = "{\"turnSeconds\": 5}")
  void theClockRunsForAllWhoHaveNotChosen(Match match) {
    match.join("ana", "beto", "caro");
    match.player("ana").act(new Throw(Hand.PAPER));
    match.player("caro").act(new Throw(Hand.ROCK));
    match.advance(Duration.ofSeconds(6));
    assertThat(match.phase()).isEqualTo("playing");
    assertThat(match.view().path("shown").toString()).isEqualTo("{\"0\":\"paper\",\"2\":\"rock\"}");
    assertThat(match.document().path("turn").toString()).isEqualTo("[0,2]");
  }
}
