package dev.cancha.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cancha.common.wire.MessageCodec;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProxyChannelTest {
  private static final InetSocketAddress PROXY = new InetSocketAddress("10.1.0.1", 50_000);
  private static final InetSocketAddress STRANGER = new InetSocketAddress("10.2.0.1", 50_000);
  private static final String ANA = "X-Forwarded-For: 203.0.113.7\r\n";
  private static final String BETO = "X-Forwarded-For: 203.0.113.8\r\n";

  private final List<RecordingSession> sessions = new ArrayList<>();
  private final ProtocolStack stack = new ProtocolStack(limits(), new MessageCodec(),
      List.of(new WhereFrom()),
      connection -> {
        RecordingSession session = new RecordingSession(connection);
        sessions.add(session);
        return session;
      });
  private final List<Wire> wires = new ArrayList<>();

  @AfterEach
  void everyConnectionIsForgotten() {
    wires.forEach(Wire::end);
    assertThat(stack.admissions().open()).isZero();
    assertThat(stack.admissions().addresses()).isZero();
  }

  @Test
  void aProxyMayHaveMoreConnectionsThanOneAddress() {
    for (int i = 0; i < 5; i++) {
      assertThat(connect(PROXY).send(get("/from", ANA)).received()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void aWebSocketIsItsClientsAndCountsForTheClient() {
    upgrade(ANA);
    upgrade(ANA);
    assertThat(sessions)
        .extracting(session -> session.connection.address(), session -> session.connection.refusal())
        .containsOnly(tuple("203.0.113.7", null));

    upgrade(BETO);
    upgrade(ANA);
    assertThat(sessions.get(2).connection.refusal()).isNull();
    assertThat(sessions.get(3).connection.refusal()).as("the third of one client").isNotNull();
    assertThat(connect(PROXY).send(handshake("/ws", ANA)).isOpen()).as("the fourth").isFalse();
  }

  @Test
  void theClientOfAProxyOnThisMachineIsNotThisMachine() {
    assertThat(connect(null).send(get("/from", "")).received()).endsWith("local\n");
    assertThat(connect(PROXY).send(get("/from", ANA)).received()).endsWith("remote\n");
    assertThat(connect(PROXY).send(get("/from", "X-Forwarded-For: 127.0.0.1\r\n")).received())
        .endsWith("local\n");
  }

  @Test
  void aStrangerCannotPassForAnother() {
    assertThat(connect(STRANGER).send(get("/from", "X-Forwarded-For: 127.0.0.1\r\n")).received())
        .endsWith("remote\n");
    connect(STRANGER).send(handshake("/ws", ANA));
    assertThat(sessions).singleElement()
        .extracting(session -> session.connection.address())
        .isEqualTo("10.2.0.1");
  }

  @Test
  void aProxyThatSaysWhatIsNoAddressIsTold() {
    assertThat(connect(PROXY).send(get("/from", "X-Forwarded-For: unknown\r\n")).received())
        .startsWith("HTTP/1.1 400 ")
        .contains("X-Forwarded-For must have");
  }

  @Test
  void everythingIsBelowThePrefixToo() {
    assertThat(connect(PROXY).send(get("/cancha/from", ANA)).received()).startsWith("HTTP/1.1 200 ");
    assertThat(connect(PROXY).send(get("/cancha", ANA)).received()).startsWith("HTTP/1.1 308 ")
        .contains("location: /cancha/\r\n");
    connect(PROXY).send(handshake("/cancha/ws", ANA));
    assertThat(sessions).hasSize(1);
  }

  private static NetLimits limits() {
    NetLimits standard = AdmissionsTest.withConnections(100, 2);
    return new NetLimits(100, 2, standard.helloTimeout(), standard.idleTimeout(),
        standard.writeLowWaterBytes(),
        standard.writeHighWaterBytes(), standard.closeLinger(), standard.maxHttpHeaderBytes(), List.of(),
        List.of("10.1.0.0/16"), "/cancha");
  }

  private void upgrade(String header) {
    assertThat(connect(PROXY).send(handshake("/ws", header)).received()).startsWith("HTTP/1.1 101 ");
  }

  private Wire connect(InetSocketAddress from) {
    Wire wire = new Wire(stack, from);
    wires.add(wire);
    return wire;
  }

  private static String get(String target, String header) {
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\n" + header + "\r\n";
  }

  private static String handshake(String path, String header) {
    return Wire.UPGRADE.replace("GET /ws ", "GET " + path + " ") + header + "\r\n";
  }

  /** Says whether the caller is taken for this machine. */
  private static final class WhereFrom implements HttpRoute {
    @Override
    public String path() {
      return "/from";
    }

    @Override
    public void answer(HttpCall call, Consumer<HttpReply> answer) {
      answer.accept(HttpReply.text(HttpResponseStatus.OK, call.caller().local() ? "local" : "remote"));
    }
  }
}
