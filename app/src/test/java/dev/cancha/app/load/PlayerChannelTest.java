package dev.cancha.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.message.ServerMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlayerChannelTest {
  /** Ten times what is asked for on average below. */
  private static final int LONGEST_THOUGHT = 1_000;

  private final Crowd crowd = new Crowd(1);
  private final Pair pair = new Pair(crowd, _ -> new Entrance() {
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

  @BeforeEach
  void connect() {
    pair.both(player -> channels.add(new EmbeddedChannel(player)));
    pair.beginsAt(10);
    pair.both(pair::goOn);
  }

  @AfterEach
  void close() {
    channels.forEach(EmbeddedChannel::finishAndReleaseAll);
  }

  @Test
  void nobodyActsBeforeTheCrowdPlays() {
    assertThat(said(0)).isNull();
    assertThat(said(1)).isNull();
    assertThat(tally(crowd.rest()).acts()).isZero();
  }

  @Test
  void theTwoActInTurnAndEachActIsCountedWhenItsOwnPatchArrives() {
    crowd.play(Long.MAX_VALUE, 0);
    assertThat(said(0)).isEqualTo("{\"type\":\"act\",\"seq\":1,\"action\":{\"column\":0}}");
    patch(11, "{\"0\":1}");
    assertThat(said(0)).isNull();
    assertThat(said(1)).isEqualTo("{\"type\":\"act\",\"seq\":1,\"action\":{\"column\":1}}");
    CompletionStage<Crowd.Tally> rest = crowd.rest();
    crowd.pause();
    assertThat(rest.toCompletableFuture()).as("the act of seat 1 is open").isNotDone();
    patch(12, "{\"1\":1}");
    Crowd.Tally tally = tally(rest);
    assertThat(tally.acts()).isEqualTo(2);
    assertThat(tally.patches()).isEqualTo(4);
    assertThat(tally.latencies().getMaxValue()).isPositive();
    assertThat(said(0)).as("seat 0 rests").isNull();
  }

  @Test
  void whoThinksActsLaterAndRestsInsteadWhereTheCrowdPausesMeanwhile() {
    channels.forEach(EmbeddedChannel::freezeTime);
    crowd.play(Long.MAX_VALUE, 100);
    assertThat(said(0)).as("it thinks").isNull();
    pass(LONGEST_THOUGHT);
    assertThat(said(0)).contains("\"seq\":1");
    patch(11, "{\"0\":1}");
    assertThat(said(1)).as("it thinks").isNull();
    pass(LONGEST_THOUGHT);
    assertThat(said(1)).contains("\"seq\":1");
    patch(12, "{\"1\":1}");
    crowd.pause();
    CompletionStage<Crowd.Tally> rest = crowd.rest();
    assertThat(rest.toCompletableFuture()).as("seat 0 is still thinking").isNotDone();
    pass(LONGEST_THOUGHT);
    assertThat(tally(rest).acts()).isEqualTo(2);
    assertThat(said(0)).isNull();
  }

  @Test
  void thoughtsAreAsLongAsAskedForOnAverageAndNoneIsTenTimesLonger() {
    crowd.play(Long.MAX_VALUE, 100);
    double[] millis = IntStream.range(0, 20_000).mapToDouble(i -> crowd.thinkNanos() / 1e6).toArray();
    assertThat(Arrays.stream(millis).average().orElseThrow()).isBetween(98.0, 102.0);
    assertThat(Arrays.stream(millis).filter(each -> each > 100).count() / 20_000.0)
        .as("of an exponential distribution 1/e is above the mean")
        .isBetween(0.36, 0.376);
    assertThat(Arrays.stream(millis).max().orElseThrow()).isBetween(700.0, 1_000.0);
  }

  @Test
  void aCrowdRestsByItselfOnceItHasDoneEnough() {
    crowd.play(1, 0);
    CompletionStage<Crowd.Tally> rest = crowd.rest();
    String answer = "{\"type\":\"patch\",\"rev\":11,\"acks\":{\"0\":1},\"patch\":{}}";
    hear(0, answer);
    hear(1, answer);
    assertThat(tally(rest).acts()).isOne();
    assertThat(said(1)).isNull();
  }

  @Test
  void aRevisionThatIsMissingIsAFailure() {
    crowd.play(Long.MAX_VALUE, 0);
    patch(12, "{\"0\":1}");
    failure().isEqualTo("A client that had revision 10 was sent revision 12.");
  }

  @Test
  void anAnswerToAnotherActIsAFailure() {
    crowd.play(Long.MAX_VALUE, 0);
    patch(11, "{\"0\":2}");
    failure().isEqualTo("Act 1 was answered as act 2.");
  }

  @Test
  void anErrorIsAFailure() {
    crowd.play(Long.MAX_VALUE, 0);
    hear(0, "{\"type\":\"error\",\"code\":\"rateLimited\",\"message\":\"slow down\"}");
    failure().startsWith("A client was sent what it did not expect: ").contains("slow down");
  }

  @Test
  void aLostConnectionIsAFailure() {
    crowd.play(Long.MAX_VALUE, 0);
    channels.getFirst().close();
    failure().isEqualTo("The server closed a connection.");
  }

  @Test
  void aFrameMayComeInPieces() {
    crowd.play(Long.MAX_VALUE, 0);
    ByteBuf frame = frame("{\"type\":\"patch\",\"rev\":11,\"acks\":{\"0\":1},\"patch\":{}}");
    while (frame.isReadable()) {
      channels.get(1).writeInbound(frame.readBytes(Math.min(7, frame.readableBytes())));
    }
    frame.release();
    assertThat(said(1)).contains("\"seq\":1");
  }

  private void pass(int millis) {
    channels.forEach(channel -> {
      channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
      channel.runScheduledPendingTasks();
    });
  }

  /** To both, the actor last. */
  private void patch(long rev, String acks) {
    hear(1, "{\"type\":\"patch\",\"rev\":" + rev + ",\"acks\":" + acks + ",\"patch\":{}}");
    hear(0, "{\"type\":\"patch\",\"rev\":" + rev + ",\"acks\":" + acks + ",\"patch\":{}}");
  }

  private void hear(int seat, String body) {
    channels.get(seat).writeInbound(frame(body));
  }

  private static ByteBuf frame(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return Unpooled.buffer().writeInt(bytes.length).writeBytes(bytes);
  }

  private String said(int seat) {
    ByteBuf frame = channels.get(seat).readOutbound();
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

  private static Crowd.Tally tally(CompletionStage<Crowd.Tally> rest) {
    assertThat(rest.toCompletableFuture()).isDone();
    return rest.toCompletableFuture().join();
  }

  private AbstractStringAssert<?> failure() {
    return assertThat(crowd.rest().toCompletableFuture().exceptionNow()).isInstanceOf(LoadError.class)
        .message();
  }
}
