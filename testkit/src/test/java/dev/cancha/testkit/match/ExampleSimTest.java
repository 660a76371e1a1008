package dev.cancha.testkit.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.client.RoomView;
import dev.cancha.common.games.connectfour.Drop;
import dev.cancha.testkit.Match;
import dev.cancha.testkit.MatchTest;
import java.time.Duration;

/** The example of docs/testing-a-match.md. */
class ExampleSimTest {
  @MatchTest(game = "connectFour", seeds = 20)
  void aCutARestartAndACrashLoseNothing(Match match) {
    match.join("ana", "beto").watch("caro");
    match.player("ana").script(room -> new Drop(3));
    match.player("beto").script(ExampleSimTest::lowest);

    match.advance(Duration.ofMillis(500));
    match.player("ana").cut(Duration.ofSeconds(5));
    match.player("beto").restart();
    match.advance(Duration.ofMillis(200));
    match.crashServer(Duration.ofSeconds(2));
    match.untilOver(Duration.ofMinutes(2));

    assertThat(match.standings()).containsExactly("ana", "beto");
    assertThat(match.player("caro").view()).isEqualTo(match.view());
  }

  /** Drops where the fewest discs are, but never on ana's column. */
  private static Drop lowest(RoomView room) {
    int lowest = 0;
    for (int column = 1; column < 7; column++) {
      if (column != 3 && height(room, column) < height(room, lowest)) {
        lowest = column;
      }
    }
    return new Drop(lowest);
  }

  private static int height(RoomView room, int column) {
    return room.view().path("columns").path(Integer.toString(column)).asString("").length();
  }
}
