package dev.cancha.testkit.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.client.RoomView;
import dev.cancha.testkit.Match;
import dev.cancha.testkit.MatchTest;
import dev.cancha.testkit.Player;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** The example of docs/testing-a-match.md for what only one seat may know. */
class HiddenDiceSimTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @MatchTest(game = "dudo", seeds = 10)
  void diceStayUnderTheirCupWhateverHappensToWhoThrewThem(Match match) {
    match.join("ana", "beto", "caro").watch("dora");
    Player ana = match.player("ana");
    JsonNode dice = ana.me().path("dice");
    assertThat(dice).hasSize(5);
    assertThat(match.player("dora").me().isMissingNode()).isTrue();

    ana.restart();
    match.until(() -> ana.connected() && ana.room() != null, SOON);
    assertThat(ana.me().path("dice")).as("after a restart").isEqualTo(dice);
    ana.takeOver();
    match.until(() -> ana.room() != null, SOON);
    assertThat(ana.me().path("dice")).as("on another machine").isEqualTo(dice);
    match.crashServer(Duration.ofSeconds(2));
    match.advance(SOON);
    assertThat(ana.me().path("dice")).as("after a crash of the server").isEqualTo(dice);

    match.player("ana").script(HiddenDiceSimTest::oneMore);
    match.player("beto").script(HiddenDiceSimTest::oneMore);
    match.player("caro").bot("random");
    match.untilOver(Duration.ofMinutes(60));
    assertThat(match.standings()).containsExactlyInAnyOrder("ana", "beto", "caro");
  }

  /** Says that there is one more than was said, of the own first die where nothing was, and doubts what is too much. */
  private static String oneMore(RoomView room) {
    JsonNode bid = room.view().path("bid");
    int table = 0;
    for (JsonNode left : room.view().path("dice")) {
      table += left.asInt();
    }
    if (bid.isMissingNode()) {
      return bid(1, Math.max(2, room.me().path("dice").path(0).asInt()));
    }
    int more = bid.path("count").asInt() + 1;
    return more > table / 2 ? "{\"call\": \"dudo\"}" : bid(more, bid.path("face").asInt());
  }

  private static String bid(int count, int face) {
    return "{\"bid\": {\"count\": " + count + ", \"face\": " + face + "}}";
  }
}
