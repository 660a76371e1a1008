package dev.cancha.common.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnswerHandlerChannelTest {
  private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.ofLiteral("10.77.1.2"),
      5555);
  private static final InetAddress SERVER = InetAddress.ofLiteral("10.77.1.1");
  private static final Beacon BEACON = Beacons.of("0123456789abcdef", "connectFour");

  private final List<Sighting> seen = new ArrayList<>();
  private final EmbeddedChannel channel = new EmbeddedChannel(new AnswerHandler(42, seen::add));

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  void anAnswerToTheOwnQueryAndAnAnnouncementAreTaken() {
    send(new Datagram.Answer(42, BEACON));
    send(new Datagram.Answer(Datagram.UNASKED, BEACON));
    assertThat(seen).containsExactly(new Sighting(SERVER, BEACON), new Sighting(SERVER, BEACON));
  }

  @Test
  void anAnswerToAnotherQueryIsForgedOrLateAndIsLeft() {
    send(new Datagram.Answer(43, BEACON));
    send(new Datagram.Query(42));
    assertThat(seen).isEmpty();
  }

  private void send(Datagram datagram) {
    channel.writeInbound(new DatagramPacket(Unpooled.wrappedBuffer(DatagramCodec.write(datagram)), HERE,
        new InetSocketAddress(SERVER, 7777)));
  }
}
