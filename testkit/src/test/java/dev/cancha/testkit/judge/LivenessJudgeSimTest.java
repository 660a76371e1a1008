package dev.cancha.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Stage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LivenessJudgeSimTest {
  private static final String SEATS = "\"seats\":{\"0\":{\"connected\":true},\"1\":{\"connected\":true}}";
  private static final String PLAYING = "{\"phase\":\"playing\"," + SEATS + "}";

  private final Feed feed = new Feed(new LivenessJudge());
  private final Conversation ana = feed.seated("p1");

  @AfterEach
  void end() {
    feed.close();
  }

  @Test
  void complainsOnceAllIsHealedOfAMatchThatStandsStillWithEveryoneThere() {
    feed.hear(ana, Feed.room(2, PLAYING));
    feed.hear(ana, Feed.patch(3, "{\"view\":{}}"));
    feed.pass(Duration.ofSeconds(29));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
    feed.pass(Duration.ofSeconds(2));
    assertThat(feed.complaints(Stage.FAULTS)).isEmpty();
    assertThat(feed.complaints(Stage.HEALED)).singleElement().asString().contains(Feed.ROOM, "stands still");
  }

  @Test
  void isContentWhereTheMatchGoesOn() {
    feed.hear(ana, Feed.room(2, PLAYING));
    for (int rev = 3; rev < 8; rev++) {
      feed.hear(ana, Feed.patch(rev, "{\"view\":{\"n\":" + rev + "}}"));
      feed.pass(Duration.ofSeconds(20));
    }
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }

  @Test
  void waitsForOneWhoIsNotThere() {
    feed.hear(ana, Feed.room(2, PLAYING));
    feed.hear(ana, Feed.patch(3, "{\"seats\":{\"1\":{\"connected\":false}}}"));
    feed.pass(Duration.ofMinutes(1));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }

  @Test
  void letsPlayersRestInALobby() {
    feed.hear(ana, Feed.room(2, "{\"phase\":\"lobby\"," + SEATS + "}"));
    feed.hear(ana, Feed.patch(3, "{}"));
    feed.pass(Duration.ofMinutes(1));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }

  @Test
  void knowsNothingOfARoomThatNobodyHearsOfAnyMore() {
    feed.hear(ana, Feed.room(2, PLAYING));
    feed.hear(ana, Feed.patch(3, "{}"));
    feed.close(ana);
    feed.pass(Duration.ofMinutes(1));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }
}
