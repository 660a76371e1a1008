package dev.cancha.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cancha.common.wire.MessageCodec;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionChannelTest {
  private static final InetSocketAddress ANA = new InetSocketAddress("10.0.0.1", 50_000);

  private final ProtocolStack stack = new ProtocolStack(AdmissionsTest.withConnections(4, 2),
      new MessageCodec(),
      List.of(), RecordingSession::new);
  private final List<Wire> wires = new ArrayList<>();

  @AfterEach
  void everyConnectionIsForgotten() {
    wires.forEach(Wire::end);
    assertThat(stack.admissions().open()).isZero();
    assertThat(stack.admissions().addresses()).isZero();
  }

  @Test
  void oneAddressTooOftenIsToldAtItsHello() {
    connect(ANA);
    connect(ANA);

    Wire third = connect(ANA).frames(Wire.HELLO);

    assertThat(third.receivedFrames()).singleElement().asString().contains("rateLimited");
    assertThat(third.after(1_000).isOpen()).isFalse();
    assertThat(connect(ANA).frames(Wire.HELLO).receivedFrames()).as("after it is gone").hasSize(1);
  }

  @Test
  void overHttpItIsToldAtItsRequest() {
    connect(ANA);
    connect(ANA);

    Wire third = connect(ANA).send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(third.received()).startsWith("HTTP/1.1 429 ");
  }

  @Test
  void evenMoreAreClosedAtOnce() {
    for (int i = 0; i < 3; i++) {
      connect(ANA);
    }

    Wire fourth = connect(ANA);

    assertThat(fourth.isOpen()).isFalse();
    assertThat(fourth.received()).isEmpty();
  }

  @Test
  void aFullServerSaysSoAndThenCloses() {
    for (int i = 0; i < 4; i++) {
      connect(null);
    }

    assertThat(connect(null).frames(Wire.HELLO).receivedFrames()).singleElement()
        .asString()
        .contains("serverFull");
    assertThat(connect(null).isOpen()).isFalse();
  }

  @Test
  void aFullServerSaysSoOverHttp() {
    for (int i = 0; i < 4; i++) {
      connect(null);
    }

    assertThat(connect(null).send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").received())
        .startsWith("HTTP/1.1 503 ");
  }

  private Wire connect(InetSocketAddress remote) {
    Wire wire = new Wire(stack, remote);
    wires.add(wire);
    return wire;
  }
}
