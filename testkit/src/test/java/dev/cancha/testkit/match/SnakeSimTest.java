package dev.cancha.testkit.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.client.RoomView;
import dev.cancha.common.games.snake.Heading;
import dev.cancha.common.games.snake.Steer;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.testkit.Match;
import dev.cancha.testkit.MatchTest;
import dev.cancha.testkit.Player;
import java.time.Duration;

/** snake over the protocol: eight at once, from the lobby to the result and on. */
class SnakeSimTest {
  private static final String[] EIGHT = {"ana", "beto", "caro", "dino", "eva", "fito", "gala", "hugo"};
  private static final String SLOW = "{\"ticksPerMove\": 20}";

  private static Match bots(Match match, String... names) {
    match.join(names);
    match.players().forEach(player -> player.bot("random"));
    return match;
  }

  @MatchTest(game = "snake", seeds = 5)
  void eightPlayToTheEndAndOnceMore(Match match) {
    bots(match, EIGHT).watch("ines");
    assertThat(match.view().path("snakes")).hasSize(8);
    match.untilOver(Duration.ofMinutes(4));
    assertThat(match.standings()).containsExactlyInAnyOrder(EIGHT);
    assertThat(match.events()).anyMatch(event -> event.path("type").asString("").equals("died"));

    match.rematch();
    assertThat(match.view().path("snakes").valueStream())
        .allMatch(snake -> snake.path("alive").asBoolean(false));
    match.untilOver(Duration.ofMinutes(4));
    assertThat(match.standings()).containsExactlyInAnyOrder(EIGHT);
  }

  @MatchTest(game = "snake", seeds = 20, faults = true)
  void aBadNetworkKillsSnakesAndNothingElse(Match match) {
    bots(match, EIGHT).untilOver(Duration.ofMinutes(4));
    assertThat(match.standings()).containsExactlyInAnyOrder(EIGHT);
  }

  @MatchTest(game = "snake", seeds = 5, options = "{\"width\": 20, \"height\": 20, \"seconds\": 8}")
  void whoGoesRoundInCirclesLivesUntilTimeIsUp(Match match) {
    match.join("ana", "beto");
    match.players().forEach(player -> player.script(SnakeSimTest::round));
    Duration began = match.elapsed();
    match.untilOver(Duration.ofSeconds(10));
    assertThat(match.elapsed().minus(began)).isBetween(Duration.ofMillis(7_900), Duration.ofMillis(8_100));
    assertThat(match.result().path("reason").asString()).isEqualTo("timeIsUp");
    assertThat(match.view().path("secondsLeft").asInt()).isZero();
  }

  /** Always to the right of where it goes, as soon as it goes there. */
  private static Steer round(RoomView room) {
    String neck = room.view().path("snakes").path(String.valueOf(room.seat())).path("body").asString("l");
    return new Steer(switch (neck.charAt(0)) {
      case 'l' -> Heading.DOWN;
      case 'u' -> Heading.LEFT;
      case 'r' -> Heading.UP;
      default -> Heading.RIGHT;
    });
  }

  @MatchTest(game = "snake", seeds = 3, options = SLOW)
  void turnsAreAnsweredAtTheTickAndMadeAtTheSteps(Match match) {
    match.join("ana", "beto");
    Player ana = match.player("ana");
    boolean right = ana.view().path("snakes").path("0").path("body").asString().startsWith("l");
    ana.act(new Steer(Heading.UP)).act("{\"turn\": \"" + (right ? "left" : "right") + "\"}");
    assertThat(ana.refused(new Steer(Heading.DOWN))).isEqualTo(ErrorCode.ILLEGAL_ACTION);
    assertThat(ana.refused("{\"turn\": \"back\"}")).isEqualTo(ErrorCode.BAD_MESSAGE);
    match.advance(Duration.ofMillis(2_100));
    assertThat(ana.view().path("snakes").path("0").path("body").asString()).startsWith(right ? "rd" : "ld");
  }

  @MatchTest(game = "snake", seeds = 5, options = SLOW, settings = "{\"graceSeconds\": 3}")
  void whoResignsOrStaysAwayIsOffTheBoardAndTheOthersPlayOn(Match match) {
    match.join("ana", "beto", "caro", "dino");
    match.player("ana").resign();
    match.player("beto").kill();
    match.advance(Duration.ofSeconds(4));
    assertThat(match.view().path("snakes").path("0").path("fate").asString()).isEqualTo("gone");
    assertThat(match.view().path("snakes").path("1").path("fate").asString()).isEqualTo("gone");
    assertThat(match.phase()).isEqualTo("playing");
    match.player("caro").resign();
    match.untilOver(Duration.ofSeconds(5));
    assertThat(match.standings()).first().isEqualTo("dino");
  }

  @MatchTest(game = "snake", seeds = 3, twice = true)
  void aMatchIsTheSameWhenItIsPlayedTwice(Match match) {
    bots(match, "ana", "beto", "caro").untilOver(Duration.ofMinutes(4));
    assertThat(match.standings()).hasSize(3);
  }
}
