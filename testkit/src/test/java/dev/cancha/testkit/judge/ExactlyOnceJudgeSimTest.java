package dev.cancha.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.server.room.RoomInput;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Stage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExactlyOnceJudgeSimTest {
  private static final String THREE = "{\"column\":3}";

  private final Feed feed = new Feed(new ExactlyOnceJudge());
  private final Conversation ana = feed.seated("p1");

  @AfterEach
  void end() {
    feed.close();
  }

  /** Ana has come in and sent her first act. */
  private void sent() {
    feed.apply(1, Feed.enters("s1", "p1"));
    feed.say(ana, Feed.act(1, THREE));
  }

  @Test
  void isContentWithWhatIsAppliedOnce() {
    sent();
    feed.say(ana, Feed.act(1, THREE));
    feed.apply(2, Feed.acts("s1", 1, THREE));
    feed.hear(ana, Feed.room(2, "{}", 1));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }

  @Test
  void isContentWithWhatIsNeverApplied() {
    sent();
    feed.hear(ana, refusal());
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }

  private static ServerMessage refusal() {
    return new ServerMessage.Failure(null, 1L, ErrorCode.NOT_YOUR_TURN, "wait");
  }

  @Test
  void complainsOfAnActThatIsAppliedTwice() {
    sent();
    feed.apply(2, Feed.acts("s1", 1, THREE));
    feed.apply(3, Feed.acts("s1", 1, THREE));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement()
        .asString()
        .contains("act 1 of p1 was applied twice", "position 3");
  }

  @Test
  void looksIntoTicks() {
    feed.apply(1, new RoomInput.Tick(1, List.of(Feed.enters("s1", "p1"))));
    feed.say(ana, Feed.act(1, THREE));
    feed.apply(2, new RoomInput.Tick(50, List.of(Feed.acts("s1", 1, THREE))));
    assertThat(feed.complaints(Stage.FAULTS)).isEmpty();
    feed.apply(3, new RoomInput.Tick(100, List.of(Feed.acts("s1", 1, THREE))));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("applied twice");
  }

  @Test
  void complainsOfAnActThatWasSentAsAnotherOrNotAtAll() {
    sent();
    feed.apply(2, Feed.acts("s1", 1, "{\"column\":4}"));
    feed.apply(3, Feed.acts("s1", 2, THREE));
    assertThat(feed.complaints(Stage.FAULTS)).hasSize(2)
        .anyMatch(each -> each.contains("sent as {\"column\":3}"))
        .anyMatch(each -> each.contains("sent as null"));
  }

  @Test
  void complainsOfAnActThatWasRefusedAndIsAppliedAllTheSame() {
    sent();
    feed.hear(ana, refusal());
    feed.apply(2, Feed.acts("s1", 1, THREE));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("was refused");
  }

  @Test
  void letsOneTryAgainUnderANumberThatWasRefused() {
    sent();
    feed.hear(ana, refusal());
    feed.say(ana, Feed.act(1, THREE));
    feed.apply(2, Feed.acts("s1", 1, THREE));
    assertThat(feed.complaints(Stage.FAULTS)).isEmpty();
  }

  @Test
  void complainsWhereAPlayerIsToldThatAnActCountsWhichNoRoomApplied() {
    sent();
    feed.hear(ana, Feed.room(2, "{}", 1));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("no room ever applied");
  }
}
