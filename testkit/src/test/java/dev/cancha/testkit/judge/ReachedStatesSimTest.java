package dev.cancha.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ByeCode;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReachedStatesSimTest {
  private final Feed feed = new Feed(new ReachedStates());
  private final Conversation ana = feed.seated("p1");

  @AfterEach
  void end() {
    feed.close();
  }

  @Test
  void notesAnActThatIsSentAgainAndHowItIsAnswered() {
    feed.say(ana, Feed.act(1, "{}"));
    assertThat(feed.scene.reached().counts()).isEmpty();
    feed.say(ana, Feed.act(1, "{}"));
    feed.hear(ana, Feed.room(2, "{}", 1));
    assertThat(feed.scene.reached().counts()).containsEntry("act sent again", 1L)
        .containsEntry("act answered by the whole room", 1L);
  }

  @Test
  void tellsAResumeByPatchesFromOneByTheWholeRoom() {
    Conversation byPatches = feed.conversation();
    feed.hear(byPatches, Feed.welcome("p2", Feed.ROOM));
    feed.hear(byPatches, Feed.patch(2, "{}"));
    Conversation whole = feed.conversation();
    feed.hear(whole, Feed.welcome("p3", Feed.ROOM));
    feed.hear(whole, Feed.room(2, "{}"));
    feed.hear(whole, Feed.patch(3, "{}"));
    assertThat(feed.scene.reached().counts()).containsOnlyKeys("resumed by patches",
        "resumed by the whole room");
  }

  @Test
  void notesTheEndsOfMatchesConnectionsAndPlaces() {
    feed.hear(ana, Feed.patch(2, "{\"phase\":\"over\"}"));
    feed.hear(ana, new ServerMessage.Failure(null, 1L, ErrorCode.STALE, "late"));
    feed.hear(ana, new ServerMessage.Left(null, LeftReason.EXPIRED));
    feed.hear(ana, new ServerMessage.Bye(ByeCode.SLOW, "read", null));
    assertThat(feed.scene.reached().counts()).containsOnlyKeys("match over", "error stale", "left expired",
        "bye slow");
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }
}
