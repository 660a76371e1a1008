package dev.cancha.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cancha.client.GameClient;
import dev.cancha.client.Listener;
import dev.cancha.client.Login;
import dev.cancha.common.wire.Framing;
import dev.cancha.testkit.scene.Stage;
import dev.cancha.testkit.sim.SimFailure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdleJudgeSimTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration GRACES = Duration.ofMinutes(20);

  private final Feed feed = new Feed(new IdleJudge());

  @AfterEach
  void end() {
    feed.close();
  }

  private GameClient client() {
    GameClient client = feed.scene.client(feed.scene.newClient("ana"), Framing.FRAMES, Login.as("Ana"),
        new Listener() {});
    feed.world.await(client.connect(), SOON);
    return client;
  }

  @Test
  void isContentWithAServerThatHasHadGuests() {
    GameClient client = client();
    feed.world.await(client.create("connectFour"), SOON);
    assertThat(feed.complaints(Stage.HEALED)).isEmpty();
    client.close();
    feed.pass(GRACES);
    assertThat(feed.complaints(Stage.IDLE)).isEmpty();
  }

  @Test
  void complainsOfAConnectionThatIsLeft() {
    client();
    feed.pass(GRACES);
    assertThat(feed.complaints(Stage.IDLE)).anyMatch(each -> each.contains("connections=1"))
        .anyMatch(each -> each.contains("open: connection"));
  }

  @Test
  void complainsOfARoomThatIsLeft() {
    feed.world.await(feed.scene.server().server().openRoom("connectFour"), SOON);
    feed.pass(GRACES);
    assertThat(feed.complaints(Stage.IDLE)).singleElement().asString().contains("rooms=1");
  }

  @Test
  void complainsOfATimerThatIsLeft() {
    feed.scene.server().process().loops().next().schedule(() -> {}, 1, TimeUnit.HOURS);
    feed.pass(GRACES);
    assertThat(feed.complaints(Stage.IDLE)).singleElement().asString().contains("a timer");
  }

  @Test
  void complainsOfABufferThatNobodyReleased() {
    feed.scene.server().process().allocator().buffer(64);
    feed.pass(GRACES);
    assertThat(feed.complaints(Stage.IDLE)).singleElement().asString().contains("bytes of buffers");
  }

  @Test
  void complainsAtAnyTimeOfWhatNobodyCaught() {
    feed.world.after(SOON, () -> {
      throw new IllegalStateException("a bug");
    });
    assertThatThrownBy(() -> feed.pass(GRACES)).isInstanceOf(SimFailure.class);
    assertThat(feed.complaints(Stage.FAULTS)).singleElement().asString().contains("a bug");
  }
}
