package dev.cancha.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.server.room.RoomInput;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Stage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderJudgeSimTest {
  private final Feed feed = new Feed(new OrderJudge());
  private final Conversation ana = feed.seated("p1");

  @AfterEach
  void end() {
    feed.close();
  }

  private static ServerMessage chat(long number) {
    return new ServerMessage.Chat(number, new ServerMessage.Speaker("p1", "Ana", 0), "hi", 0);
  }

  private static RoomInput tick(long at) {
    return new RoomInput.Tick(at, List.of());
  }

  /** A connection that says that it knows {@code rev} of {@link Feed#ROOM}, and is told that it is in {@code room}. */
  private Conversation resumed(long rev, String room) {
    Conversation again = feed.conversation();
    feed.say(again,
        new ClientMessage.Hello(null, "Ana", 1, "a".repeat(43), Feed.ROOM, rev, null, null));
    feed.hear(again, Feed.welcome("p1", room));
    return again;
  }

  @Test
  void isContentWhereEverythingRises() {
    feed.hear(ana, Feed.patch(2, "{}"));
    feed.hear(ana, Feed.room(2, "{}"));
    feed.hear(ana, chat(1));
    feed.hear(ana, chat(2));
    feed.hear(ana, Feed.room(9, "{}"));
    feed.apply(1, tick(50));
    feed.apply(2, tick(50));
    feed.apply(3, tick(100));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }

  @Test
  void isContentWhereAResumeGoesOnFromWhatTheClientKnows() {
    feed.hear(ana, Feed.patch(2, "{}"));
    Conversation again = resumed(2, Feed.ROOM);
    feed.hear(again, Feed.patch(3, "{}"));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }

  @Test
  void complainsOfAResumeWithThePatchesOfAnotherRoom() {
    Conversation again = resumed(1, "ABCD");
    feed.hear(again, Feed.patch(2, "{}"));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("in no room");
  }

  @Test
  void complainsOfAGapBetweenPatches() {
    feed.hear(ana, Feed.patch(3, "{}"));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("to rev 3", "at rev 1");
  }

  @Test
  void complainsOfARevisionThatGoesBack() {
    feed.hear(ana, Feed.room(5, "{}"));
    feed.hear(ana, Feed.room(4, "{}"));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("rev 4", "after rev 5");
  }

  @Test
  void complainsOfChatThatIsToldAgain() {
    feed.hear(ana, chat(2));
    feed.hear(ana, chat(2));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("chat 2 after 2");
  }

  @Test
  void complainsOfAPositionThatIsLeftOut() {
    feed.apply(1, tick(50));
    feed.apply(3, tick(100));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("input 3", "input 1");
  }

  @Test
  void complainsOfARoomWhoseTimeGoesBack() {
    feed.apply(1, tick(50));
    feed.apply(2, tick(49));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("at 49 ms", "at 50 ms");
  }
}
