package dev.cancha.testkit.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.testkit.Match;
import dev.cancha.testkit.MatchTest;
import dev.cancha.testkit.Player;
import java.time.Duration;

/** dudo: hidden dice, more than two players, and bots that know nothing of the rules. */
class TableSimTest {
  private static final String[] FOUR = {"ana", "beto", "caro", "dino"};

  private static Match bots(Match match) {
    match.join(FOUR);
    match.players().forEach(player -> player.bot("random"));
    return match;
  }

  @MatchTest(game = "dudo", seeds = 10)
  void botsPlayToTheEndAndEveryoneIsRanked(Match match) {
    bots(match).untilOver(Duration.ofMinutes(30));
    assertThat(match.standings()).containsExactlyInAnyOrder(FOUR);
  }

  @MatchTest(game = "dudo", seeds = 30, faults = true)
  void botsPlayToTheEndOverABadNetwork(Match match) {
    bots(match).watch("eva");
    match.untilOver(Duration.ofMinutes(60));
    assertThat(match.standings()).containsExactlyInAnyOrder(FOUR);
  }

  @MatchTest(game = "dudo", seeds = 3, faults = true)
  void theServersOwnBotsTakeSeatsBesideThoseWhoJoin(Match match) {
    match.bots("random", "mcts").join("ana", "beto");
    match.players().forEach(player -> player.bot("random"));
    match.untilOver(Duration.ofMinutes(60));
    assertThat(match.standings()).containsExactlyInAnyOrder("ana", "beto", "random", "mcts");
  }

  @MatchTest(game = "dudo", seeds = 5)
  void everyoneSeesTheOwnDiceAndAfterARestartTheSame(Match match) {
    match.join(FOUR);
    Player caro = match.player("caro");
    var dice = caro.me().path("dice");
    assertThat(dice).hasSize(5);
    caro.restart();
    match.until(() -> caro.connected() && caro.room() != null, Duration.ofSeconds(30));
    assertThat(caro.me().path("dice")).isEqualTo(dice);
    assertThat(match.player("dino").me().path("dice")).hasSize(5);
  }
}
