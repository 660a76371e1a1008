package dev.cancha.common.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class QueryHandlerChannelTest {
  private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.ofLiteral("10.77.1.1"),
      7777);
  private static final InetSocketAddress ANA = new InetSocketAddress(InetAddress.ofLiteral("10.77.1.2"),
      5555);
  private static final InetSocketAddress FAR = new InetSocketAddress(InetAddress.ofLiteral("203.0.113.9"),
      53);
  private static final Beacon BEACON = Beacons.of("0123456789abcdef", "connectFour");

  private final MockTicker ticker = Ticker.newMockTicker();
  private final QueryHandler handler = new QueryHandler(() -> BEACON,
      address -> address.getHostAddress().startsWith("10."), ticker);
  private final EmbeddedChannel channel = new EmbeddedChannel(handler);

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  void aQueryIsAnsweredToWhoAskedWithItsNonceAndNoMoreBytes() {
    DatagramPacket answer = ask(ANA, 42);
    assertThat(answer).isNotNull();
    assertThat(answer.recipient()).isEqualTo(ANA);
    assertThat(answer.content().readableBytes()).isLessThanOrEqualTo(Datagram.BYTES);
    assertThat(DatagramCodec.read(ByteBufUtil.getBytes(answer.content())))
        .isEqualTo(new Datagram.Answer(42, BEACON));
    answer.release();
    assertThat(handler.counts()).isEqualTo(new DatagramCounts(1, 0, 0, 0));
  }

  @Test
  void whoIsInNoNetworkOfThisMachineIsNotAnswered() {
    assertThat(ask(FAR, 42)).isNull();
    assertThat(handler.counts()).isEqualTo(new DatagramCounts(0, 1, 0, 0));
  }

  @Test
  void garbageIsCountedAndOtherServersAreNot() {
    send(ANA, "GET / HTTP/1.1".getBytes(StandardCharsets.US_ASCII));
    send(ANA, new byte[0]);
    send(ANA, DatagramCodec.write(new Datagram.Answer(Datagram.UNASKED, BEACON)));
    assertThat(channel.<Object>readOutbound()).isNull();
    assertThat(handler.counts()).isEqualTo(new DatagramCounts(0, 0, 0, 2));
  }

  @Test
  void anAddressThatAsksTooOftenIsAnsweredAgainASecondLater() {
    for (int i = 0; i < AnswerBudget.PER_ADDRESS; i++) {
      assertAnswered(ANA);
    }
    assertThat(ask(ANA, 1)).isNull();
    assertAnswered(new InetSocketAddress(InetAddress.ofLiteral("10.77.1.3"), 5555));
    assertThat(handler.counts()).isEqualTo(new DatagramCounts(AnswerBudget.PER_ADDRESS + 1, 0, 1, 0));
    ticker.advance(1, TimeUnit.SECONDS);
    assertAnswered(ANA);
  }

  @Test
  void allAddressesTogetherGetNoMoreThanTheWhole() {
    int answered = 0;
    for (int i = 0; i < 2 * AnswerBudget.IN_ALL; i++) {
      DatagramPacket answer = ask(new InetSocketAddress(InetAddress.ofLiteral("10.77.2." + i % 200), 5555),
          1);
      if (answer != null) {
        answered++;
        answer.release();
      }
    }
    assertThat(answered).isEqualTo(AnswerBudget.IN_ALL);
  }

  @Test
  void whatTheSystemTellsOfLostDatagramsChangesNothing() {
    channel.pipeline().fireExceptionCaught(new PortUnreachableException());
    assertAnswered(ANA);
  }

  private void assertAnswered(InetSocketAddress from) {
    DatagramPacket answer = ask(from, 1);
    assertThat(answer).as("an answer to %s", from).isNotNull();
    answer.release();
  }

  private @Nullable DatagramPacket ask(InetSocketAddress from, long nonce) {
    send(from, DatagramCodec.write(new Datagram.Query(nonce)));
    return channel.readOutbound();
  }

  private void send(InetSocketAddress from, byte[] bytes) {
    channel.writeInbound(new DatagramPacket(Unpooled.wrappedBuffer(bytes), HERE, from));
  }
}
