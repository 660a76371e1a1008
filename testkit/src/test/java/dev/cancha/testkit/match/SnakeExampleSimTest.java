package dev.cancha.testkit.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.client.RoomView;
import dev.cancha.testkit.Match;
import dev.cancha.testkit.MatchTest;
import java.time.Duration;

/** The example of docs/testing-a-match.md for a game that ticks. */
class SnakeExampleSimTest {
  @MatchTest(game = "snake", seeds = 10, options = "{\"seconds\": 20, \"ticksPerMove\": 10}", twice = true)
  void timeGoesOnWhateverTheNetworkAndTheDiskDo(Match match) {
    match.join("ana", "beto", "caro");
    match.players().forEach(player -> player.script(SnakeExampleSimTest::round));
    match.player("ana").lag(80, 200);
    match.faults("crumbs@0+5000 c1 by 1", "slowDisk@1000+3000 by 300");
    match.advance(Duration.ofSeconds(5));
    match.player("caro").resign();
    Duration began = match.elapsed();
    match.untilOver(Duration.ofSeconds(20));

    assertThat(match.elapsed().minus(began)).isLessThan(Duration.ofSeconds(16));
    assertThat(match.standings()).last().isEqualTo("caro");
    assertThat(match.view().path("snakes").path("2").path("fate").asString()).isEqualTo("gone");
  }

  /** Always to the right of where the snake goes: round in circles. */
  private static String round(RoomView room) {
    String body = room.view().path("snakes").path(String.valueOf(room.seat())).path("body").asString("l");
    return switch (body.charAt(0)) {
      case 'l' -> "{\"turn\": \"down\"}";
      case 'u' -> "{\"turn\": \"left\"}";
      case 'r' -> "{\"turn\": \"up\"}";
      default -> "{\"turn\": \"right\"}";
    };
  }
}
