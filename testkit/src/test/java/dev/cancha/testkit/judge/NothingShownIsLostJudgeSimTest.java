package dev.cancha.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.wire.Framing;
import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.testkit.scene.Conversation;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.sim.SimProcess.Crash;
import dev.cancha.testkit.store.CrashPoints.Moment;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NothingShownIsLostJudgeSimTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Feed feed = new Feed(new NothingShownIsLostJudge());

  @AfterEach
  void end() {
    feed.close();
  }

  private void crash() {
    assertThat(feed.scene.venue().crash(Moment.AT_ONCE, Crash.KILLED)).isTrue();
    feed.pass(SOON);
    feed.scene.venue().revive();
    feed.pass(SOON);
  }

  @Test
  void isContentWhereARoomComesBackAsItWas() {
    GameClient ana = feed.scene.client(feed.scene.newClient("ana"), Framing.FRAMES, Login.as("Ana"),
        new Listener() {});
    feed.world.await(ana.connect(), SOON);
    feed.world.await(ana.create("connectFour"), SOON);
    feed.pass(SOON);
    crash();
    assertThat(ana.room()).isNotNull();
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
    ana.close();
  }

  @Test
  void complainsOfARoomThatIsOlderThanBeforeTheCrash() {
    Conversation ana = feed.seated("p1");
    feed.hear(ana, Feed.room(5, "{}"));
    crash();
    Conversation again = feed.conversation();
    feed.hear(again, Feed.welcome("p1", Feed.ROOM));
    feed.hear(again, Feed.room(4, "{}"));
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("at rev 4", "at rev 5");
  }

  @Test
  void complainsOfWhatIsOnlyHeardWhenTheRoomIsOlderAlready() {
    Conversation ana = feed.seated("p1");
    crash();
    Conversation again = feed.conversation();
    feed.hear(again, Feed.welcome("p2", Feed.ROOM));
    feed.hear(again, Feed.room(4, "{}"));
    feed.hear(ana, Feed.room(5, "{}"));
    assertThat(feed.complaints(Stage.FAULTS)).isNotEmpty();
  }

  @Test
  void isContentWithTheSameProcessThatTellsOneLaterThanAnother() {
    Conversation ana = feed.seated("p1");
    Conversation beto = feed.seated("p2");
    feed.hear(ana, Feed.room(9, "{}"));
    feed.hear(beto, Feed.room(7, "{}"));
    assertThat(feed.complaints(Stage.FAULTS)).isEmpty();
  }
}
