package dev.cancha.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ClientMessage;
import dev.cancha.common.message.ErrorCode;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Stage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswersJudgeSimTest {
  private static final ServerMessage DONE = new ServerMessage.Done(7, 1L);

  private final Feed feed = new Feed(new AnswersJudge());
  private final Conversation ana = feed.conversation();

  @AfterEach
  void end() {
    feed.close();
  }

  @Test
  void isContentWithOneAnswerForEachRequest() {
    feed.say(ana, new ClientMessage.Ready(7, null));
    feed.say(ana, new ClientMessage.Leave(8));
    feed.hear(ana, DONE);
    feed.hear(ana, new ServerMessage.Failure(8, null, ErrorCode.NOT_IN_ROOM, "no"));
    feed.hear(ana, Feed.room(1, "{}"));
    feed.pass(Duration.ofMinutes(1));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }

  @Test
  void complainsOfASecondAnswer() {
    feed.say(ana, new ClientMessage.Ready(7, null));
    feed.hear(ana, DONE);
    feed.hear(ana, DONE);
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("request 7");
  }

  @Test
  void complainsOfAnAnswerToAnother() {
    feed.say(feed.conversation(), new ClientMessage.Ready(7, null));
    feed.hear(ana, DONE);
    assertThat(feed.complaints(Stage.FAULTS)).hasSize(1);
  }

  @Test
  void complainsOfWhatIsNoMessage() {
    feed.scene.ears().everyone().garbled(ana, "half a brace");
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("half a brace");
  }

  @Test
  void complainsOnceAllIsHealedOfARequestThatWaitsForLong() {
    feed.say(ana, new ClientMessage.Ready(7, null));
    feed.pass(Duration.ofSeconds(19));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
    feed.pass(Duration.ofSeconds(2));
    assertThat(feed.complaints(Stage.FAULTS)).isEmpty();
    assertThat(feed.complaints(Stage.HEALED)).singleElement().asString().contains("request 7");
  }

  @Test
  void expectsNoAnswerWhereTheConnectionIsGoneOrNoneIsDue() {
    feed.say(ana, Feed.act(1, "{}"));
    feed.say(ana, new ClientMessage.Ready(null, null));
    Conversation beto = feed.conversation();
    feed.say(beto, new ClientMessage.Ready(7, null));
    feed.close(beto);
    feed.pass(Duration.ofMinutes(1));
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
  }
}
