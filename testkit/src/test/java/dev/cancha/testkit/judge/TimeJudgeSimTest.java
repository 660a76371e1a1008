package dev.cancha.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.Json;
import dev.cancha.common.message.ServerMessage;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.sim.SimProcess.Crash;
import dev.cancha.testkit.store.CrashPoints.Moment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeJudgeSimTest {
  private final TimeJudge judge = new TimeJudge();
  private final Feed feed = new Feed(judge);

  @AfterEach
  void end() {
    feed.close();
  }

  private void starts() {
    byte[] patch = "{\"phase\":\"playing\",\"match\":\"m1\"}".getBytes(StandardCharsets.UTF_8);
    judge.applied("the room's id", 3, Feed.acts("XjKqXyXjKqXyXjKqXyXjKq", 1, "{}"), patch);
  }

  /** A whole room whose match is told to have run for {@code millis}. */
  private List<String> told(long millis) {
    Conversation ana = feed.seated("p1");
    feed.hear(ana, new ServerMessage.Room(null, 9, millis,
        Json.ofChecked("{\"code\":\"" + Feed.ROOM + "\",\"match\":\"m1\"}"), new ServerMessage.You(0, 0L),
        List.of()));
    return feed.complaints(Stage.FAULTS);
  }

  private void outage(Duration length) {
    assertThat(feed.scene.venue().crash(Moment.AT_ONCE, Crash.KILLED)).isTrue();
    feed.pass(length);
    feed.scene.venue().revive();
  }

  @Test
  void isContentWithAMatchThatRunsAsTheServerDoes() {
    starts();
    feed.pass(Duration.ofSeconds(5));
    assertThat(told(5_000)).isEmpty();
  }

  @Test
  void complainsOfAMatchThatRunsFaster() {
    starts();
    feed.pass(Duration.ofSeconds(5));
    assertThat(told(5_100)).singleElement().asString().contains("m1", "5100");
  }

  @Test
  void isContentWithAMatchThatGetsAnOutageBack() {
    starts();
    feed.pass(Duration.ofSeconds(5));
    outage(Duration.ofSeconds(30));
    assertThat(told(5_000)).isEmpty();
  }

  @Test
  void complainsOfAMatchThatRanWhileTheServerDidNot() {
    starts();
    feed.pass(Duration.ofSeconds(5));
    outage(Duration.ofSeconds(30));
    assertThat(told(35_000)).isNotEmpty();
  }
}
