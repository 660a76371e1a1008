package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cancha.common.message.ServerMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EightChannelTest {
  private final TickCrowd crowd = new TickCrowd();
  private final Eight eight = new Eight(crowd, 0, _ -> new Entrance() {
    @Override
    public void connected(Player player) {
      player.sees(10);
    }

    @Override
    public boolean heard(Player player, ServerMessage message) {
      return message instanceof ServerMessage.Done;
    }
  });
  private final List<EmbeddedChannel> channels = new ArrayList<>();
  private final CompletableFuture<Void> over = crowd.play(1).toCompletableFuture();

  @BeforeEach
  void connect() {
    eight.all(player -> {
      EmbeddedChannel channel = new EmbeddedChannel();
      channel.freezeTime();
      channel.pipeline().addLast(player);
      channel.pipeline().fireChannelActive();
      channels.add(channel);
    });
  }

  @AfterEach
  void close() {
    crowd.end();
    channels.forEach(EmbeddedChannel::finishAndReleaseAll);
  }

  @Test
  void everyoneTurnsAfterAFewTicksOfTheMatch() {
    patch(11, "{\"phase\":\"playing\"}");
    for (int tick = 1; tick <= 8; tick++) {
      step(11 + tick);
    }
    for (EmbeddedChannel channel : channels) {
      assertThat(said(channel)).startsWith("{\"type\":\"act\",\"seq\":1,\"action\":{\"turn\":\"");
    }
    assertThat(crowd.tally().acts()).isGreaterThanOrEqualTo(8);
  }

  @Test
  void whatCameBeforeTheMatchIsNoTickOfIt() {
    for (int rev = 11; rev <= 20; rev++) {
      hear(0, message(rev, rev == 20 ? "{\"phase\":\"playing\"}" : "{\"seats\":{}}"));
    }
    for (int rev = 11; rev <= 20; rev++) { // read after all of seat 0
      hear(7, message(rev, rev == 20 ? "{\"phase\":\"playing\"}" : "{\"seats\":{}}"));
    }
    assertThat(said(channels.get(7))).isNull();
    assertThat(crowd.tally().jitter().getTotalCount()).isZero();
  }

  @Test
  void jitterIsHowFarTwoPatchesWereFromAPeriodApart() {
    patch(11, "{\"phase\":\"playing\"}");
    step(12);
    pass(50);
    step(13);
    pass(57);
    step(14);
    pass(40);
    step(15);
    TickCrowd.Tally tally = crowd.tally();
    assertThat(tally.jitter().getTotalCount()).isEqualTo(24);
    assertThat(tally.jitter().getMinValue()).isZero();
    assertThat(tally.jitter().getMaxValue()).isCloseTo(10_000_000, within(100_000L));
    assertThat(tally.patches()).isEqualTo(40);
    assertThat(tally.roomTicks()).isEqualTo(5);
  }

  @Test
  void theMatchIsOverOnceAndTheNextBeginsAsTheFirstDid() {
    patch(11, "{\"phase\":\"playing\"}");
    assertThat(over).isNotDone();
    patch(12, "{\"phase\":\"over\"}");
    assertThat(over).isCompleted();
    eight.begin();
    assertThat(said(channels.get(3))).isEqualTo("{\"type\":\"ready\"}");
  }

  @Test
  void anActThatIsRefusedIsCountedAndAnythingElseIsAFailure() {
    hear(2, "{\"type\":\"error\",\"seq\":1,\"code\":\"notPlaying\",\"message\":\"too late\"}");
    assertThat(crowd.tally().refused()).isOne();
    assertThat(crowd.trouble().toCompletableFuture()).isNotDone();
    hear(2, "{\"type\":\"error\",\"code\":\"rateLimited\",\"message\":\"slow down\"}");
    assertThat(crowd.trouble().toCompletableFuture().exceptionNow()).isInstanceOf(LoadError.class)
        .hasMessageContaining("slow down");
  }

  @Test
  void whoLeavesIsNotMissed() {
    eight.leave();
    assertThat(crowd.trouble().toCompletableFuture()).isNotDone();
    assertThat(channels).noneMatch(EmbeddedChannel::isOpen);
  }

  /** All snakes move. */
  private void step(int rev) {
    StringBuilder snakes = new StringBuilder();
    for (int seat = 0; seat < Laps.SEATS; seat++) {
      snakes.append(seat == 0 ? "" : ",").append("\"" + seat + "\":{\"head\":[" + rev + ",9]}");
    }
    patch(rev, "{\"view\":{\"snakes\":{" + snakes + "}}}");
  }

  private void patch(int rev, String patch) {
    for (int seat = 0; seat < Laps.SEATS; seat++) {
      hear(seat, message(rev, patch));
    }
  }

  private static String message(int rev, String patch) {
    return "{\"type\":\"patch\",\"rev\":" + rev + ",\"patch\":" + patch + "}";
  }

  private void pass(long millis) {
    channels.forEach(channel -> channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS));
  }

  private void hear(int seat, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    channels.get(seat).writeInbound(Unpooled.buffer().writeInt(bytes.length).writeBytes(bytes));
  }

  private static String said(EmbeddedChannel channel) {
    ByteBuf frame = channel.readOutbound();
    if (frame == null) {
      return null;
    }
    try {
      assertThat(frame.readInt()).isEqualTo(frame.readableBytes());
      return frame.toString(StandardCharsets.UTF_8);
    } finally {
      frame.release();
    }
  }
}
