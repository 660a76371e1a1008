package dev.cancha.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.server.room.RoomInput;
import dev.cancha.server.room.SessionId;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Stage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecrecyJudgeSimTest {
  private static final String SECRET = "0123456789abcdef".repeat(2);
  private static final RoomInput.Ready STARTS = new RoomInput.Ready(1, new SessionId("s1"), true, false,
      Feed.draw(SECRET));

  private final Feed feed = new Feed(new SecrecyJudge());
  private final Conversation ana = feed.seated("p1");
  private final Conversation beto = feed.seated("p2");

  @AfterEach
  void end() {
    feed.close();
  }

  private static String word(String hex) {
    return "{\"me\":{\"word\":\"" + hex + "\"}}";
  }

  @Test
  void isContentWhereEachIsToldItsOwn() {
    feed.hear(ana, Feed.patch(2, word(SECRET)));
    feed.hear(ana, Feed.room(2, word(SECRET)));
    Conversation again = feed.seated("p1");
    feed.hear(again, Feed.room(2, word(SECRET)));
    feed.hear(beto, Feed.patch(2, word("f" + SECRET.substring(1))));
    assertThat(feed.complaints(Stage.IDLE)).isEmpty();
  }

  @Test
  void complainsWhereTwoAreToldTheSame() {
    feed.hear(ana, Feed.patch(2, word(SECRET)));
    feed.hear(beto, Feed.patch(3, "{\"view\":{\"words\":{\"0\":\"" + SECRET + "\"}}}"));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains(SECRET, "p1 and p2");
  }

  @Test
  void complainsWhereAnyoneIsToldTheSeedOfAMatch() {
    feed.apply(1, STARTS);
    feed.hear(ana, Feed.patch(2, word(SECRET)));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("seed");
  }

  @Test
  void knowsOfTheSeedsThatAreDrawnWithinTicks() {
    feed.apply(1, new RoomInput.Tick(50, List.of(STARTS)));
    feed.hear(ana, Feed.patch(2, word(SECRET)));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("seed");
  }

  @Test
  void takesHashesAndOtherNumbersForWhatTheyAre() {
    for (Conversation each : List.of(ana, beto)) {
      feed.hear(each, Feed.patch(2, "{\"seedHash\":\"" + SECRET + SECRET + "\"}"));
      feed.hear(each, Feed.patch(3, "{\"a\":\"" + SECRET.substring(1) + "\"}"));
    }
    assertThat(feed.complaints(Stage.FAULTS)).isEmpty();
  }
}
