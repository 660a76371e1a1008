package dev.cancha.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.LeftReason;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Stage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgreementJudgeSimTest {
  private final Feed feed = new Feed(new AgreementJudge());
  private final Conversation ana = feed.seated("p1");
  private final Conversation beto = feed.seated("p2");

  @AfterEach
  void end() {
    feed.close();
  }

  @Test
  void isContentWhereAllSeeTheSameWholeOrByPatches() {
    feed.hear(ana, Feed.patch(2, "{\"a\":1}"));
    feed.hear(ana, Feed.patch(3, "{\"a\":null,\"b\":{\"c\":2}}"));
    feed.hear(beto, Feed.room(3, "{\"b\":{\"c\":2}}"));
    feed.pass(Duration.ofMinutes(1));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }

  @Test
  void doesNotCompareWhatOnlyOneSeatMaySee() {
    feed.hear(ana, Feed.room(2, "{\"me\":{\"dice\":[1]}}"));
    feed.hear(beto, Feed.room(2, "{}"));
    feed.hear(ana, Feed.patch(3, "{\"me\":{\"dice\":[2]}}"));
    feed.hear(beto, Feed.patch(3, "{}"));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }

  @Test
  void complainsOfTwoWholeRoomsOfOneRevisionThatDiffer() {
    feed.hear(ana, Feed.room(2, "{\"a\":1}"));
    feed.hear(beto, Feed.room(2, "{\"a\":2}"));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains(Feed.ROOM, "rev 2");
  }

  @Test
  void doesNotCompareARoomWithOneThatHadItsCodeBeforeAllLeft() {
    feed.hear(ana, Feed.room(2, "{\"a\":1}"));
    feed.hear(ana, new ServerMessage.Left(null, LeftReason.LEFT));
    feed.hear(beto, Feed.room(2, "{\"a\":1}"));
    feed.hear(beto, new ServerMessage.Left(null, LeftReason.LEFT));
    feed.hear(ana, Feed.room(2, "{\"a\":2}"));
    assertThat(feed.complaints(Stage.FAULTS)).isEmpty();
  }

  @Test
  void comparesARoomThatOneIsStillIn() {
    feed.hear(beto, Feed.room(2, "{\"a\":1}"));
    feed.hear(ana, new ServerMessage.Left(null, LeftReason.LEFT));
    feed.hear(ana, Feed.room(2, "{\"a\":2}"));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("rev 2");
  }

  @Test
  void complainsOfTwoPatchesToOneRevisionThatDiffer() {
    feed.hear(ana, Feed.patch(2, "{\"a\":1}"));
    feed.hear(beto, Feed.patch(2, "{\"a\":2}"));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("to rev 2");
  }

  @Test
  void complainsOfAWholeRoomToWhichPatchesDidNotLead() {
    feed.hear(ana, Feed.patch(2, "{\"a\":1}"));
    feed.hear(beto, Feed.room(2, "{\"a\":1,\"b\":1}"));
    assertThat(feed.complaints(Stage.FAULTS)).hasSize(1);
  }

  @Test
  void comparesWholeRoomsFarBackAndBetweenTheDocumentsThatItKeeps() {
    for (int rev = 2; rev <= 500; rev++) {
      feed.hear(ana, Feed.patch(rev, "{\"a\":{\"b\":" + rev + "}}"));
    }
    feed.hear(beto, Feed.room(450, "{\"a\":{\"b\":450}}"));
    feed.hear(beto, Feed.room(201, "{\"a\":{\"b\":201}}"));
    feed.hear(beto, Feed.room(500, "{\"a\":{\"b\":500}}"));
    assertThat(feed.complaints(Stage.FAULTS)).isEmpty();
    feed.hear(beto, Feed.room(201, "{\"a\":{\"b\":202}}"));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("rev 201");
  }

  @Test
  void comparesAlsoWhatIsKnownOnlyOnceAGapIsFilled() {
    feed.hear(beto, Feed.room(5, "{\"a\":5}"));
    for (int rev = 2; rev <= 6; rev++) {
      feed.hear(ana, Feed.patch(rev, "{\"a\":" + rev + "}"));
    }
    feed.hear(beto, Feed.room(4, "{\"a\":5}"));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("rev 4");
  }

  @Test
  void complainsOnceAllIsHealedOfOneWhoStaysBehindForLong() {
    feed.hear(ana, Feed.patch(2, "{\"a\":1}"));
    feed.pass(Duration.ofSeconds(9));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
    feed.pass(Duration.ofSeconds(2));
    assertThat(feed.complaints(Stage.FAULTS)).isEmpty();
    assertThat(feed.complaints(Stage.HEALED)).singleElement().asString().contains("is at rev 1", "been at 2");
  }

  @Test
  void asksNobodyToKeepUpWhoseConnectionIsGone() {
    feed.hear(ana, Feed.patch(2, "{\"a\":1}"));
    feed.close(beto);
    feed.pass(Duration.ofMinutes(1));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }
}
