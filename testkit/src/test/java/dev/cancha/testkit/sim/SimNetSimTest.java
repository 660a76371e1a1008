package dev.cancha.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the network does to connections that are open, and to those that are being opened. */
class SimNetSimTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Line line = new Line();
  private final SimNet net = line.world.net();

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void aDelayHoldsForConnectionsThatAreOpenAndInOneDirectionAlone() {
    net.conditions(line.client, line.server,
        LinkConditions.LAN.withDelay(Duration.ofMillis(300), Duration.ofMillis(300)));
    line.send("slow");
    line.answer("fast");
    line.pass(Duration.ofMillis(299));
    assertThat(line.serverLog().text()).isEmpty();
    assertThat(line.log.text()).isEqualTo("fast");
    line.pass(Duration.ofMillis(1));
    assertThat(line.serverLog().text()).isEqualTo("slow");
  }

  @Test
  void jitterNeverChangesTheOrder() {
    net.conditions(LinkConditions.LAN.withSegments(3).withDelay(Duration.ZERO, Duration.ofMillis(500)));
    StringBuilder sent = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      line.send(i + " ");
      sent.append(i).append(' ');
      line.pass(Duration.ofMillis(1));
    }
    // When the network gets better, what was sent before is not overtaken.
    net.conditions(LinkConditions.LAN);
    line.send("last");
    line.pass(SECOND);
    assertThat(line.serverLog().text()).isEqualTo(sent + "last");
  }

  @Test
  void segmentsHaveTheirSizeAndAreReadApartUnlessTheyCoalesce() {
    net.conditions(LinkConditions.LAN.withSegments(1));
    line.send("0123456789");
    line.pass(SECOND);
    assertThat(line.serverLog().reads()).isEqualTo(10);
    net.conditions(LinkConditions.LAN.withSegments(1)
        .withCoalescing(1)
        .withDelay(Duration.ofMillis(1), Duration.ofMillis(1)));
    line.send("0123456789");
    line.pass(SECOND);
    assertThat(line.serverLog().reads()).isEqualTo(11);
  }

  @Test
  void aCutHoldsEverythingUpAndLosesNothing() {
    net.cut(line.client, line.server, Duration.ofSeconds(5));
    line.send("during the cut");
    line.answer("too");
    line.pass(Duration.ofMillis(4_999));
    assertThat(line.serverLog().received() + line.log.received()).isZero();
    line.pass(Duration.ofMillis(2));
    assertThat(line.serverLog().text()).isEqualTo("during the cut");
    assertThat(line.log.text()).isEqualTo("too");
  }

  @Test
  void aStallConcernsOneConnectionAndWhatIsOnItsWay() {
    Recorder otherLog = new Recorder();
    ChannelFuture other = line.connect(otherLog);
    line.pass(SECOND);
    line.send("on its way");
    SimConnection connection = line.connection();
    line.pass(Duration.ofNanos(1));
    connection.stall(SECOND);
    other.channel().writeAndFlush(Stand.text("unhindered"));
    line.pass(Duration.ofMillis(500));
    assertThat(line.serverLog().received()).isZero();
    assertThat(line.accepted.getLast().text()).isEqualTo("unhindered");
    connection.heal();
    line.pass(Duration.ofMillis(1));
    assertThat(line.serverLog().text()).isEqualTo("on its way");
  }

  @Test
  void aBlackHoleLastsUntilItIsHealed() {
    net.blackHole(line.client, line.server);
    line.send("patience");
    line.pass(Duration.ofMinutes(10));
    assertThat(line.serverLog().received()).isZero();
    net.heal(LinkConditions.LAN);
    line.pass(SECOND);
    assertThat(line.serverLog().text()).isEqualTo("patience");
  }

  @Test
  void aKernelThatHasBytesToSendGivesUpAfterAQuarterOfAnHour() {
    net.blackHoleOneWay(line.client, line.server);
    line.send("anyone?");
    line.pass(Duration.ofMinutes(15));
    assertThat(line.log.has("IOException")).isFalse();
    line.pass(Duration.ofMinutes(1));
    assertThat(line.log.events()).endsWith("IOException", "inactive", "unregistered");
    assertThat(line.serverLog().events()).endsWith("active");
  }

  @Test
  void aResetReachesBothEnds() {
    line.connection().reset();
    line.pass(SECOND);
    assertThat(line.log.events()).endsWith("IOException", "inactive", "unregistered");
    assertThat(line.serverLog().events()).endsWith("IOException", "inactive", "unregistered");
    assertThat(net.connections()).isEmpty();
  }

  @Test
  void theOtherEndOfAHalfOpenConnectionFindsOutWhenItSends() {
    SimConnection connection = line.connection();
    connection.halfOpen(line.client);
    line.pass(Duration.ofHours(1));
    assertThat(line.log.events()).endsWith("IOException", "inactive", "unregistered");
    assertThat(line.serverLog().events()).endsWith("active");
    assertThat(connection.open()).isTrue();
    line.answer("still there?");
    line.pass(SECOND);
    assertThat(line.serverLog().events()).endsWith("IOException", "inactive", "unregistered");
    assertThat(connection.open()).isFalse();
  }

  @Test
  void aFirewallRefusesNewConnectionsOnly() {
    net.refuse(line.server, true);
    ChannelFuture refused = line.connect(new Recorder());
    line.pass(SECOND);
    assertThat(refused.cause()).isInstanceOf(ConnectException.class);
    line.send("open already");
    line.pass(SECOND);
    assertThat(line.serverLog().text()).isEqualTo("open already");
    net.heal(LinkConditions.LAN);
    ChannelFuture taken = line.connect(new Recorder());
    line.pass(SECOND);
    assertThat(taken.isSuccess()).isTrue();
  }

  @Test
  void aLostCallIsRepeatedAfterASecond() {
    net.cut(line.client, line.server, Duration.ofMillis(500));
    ChannelFuture late = line.connect(new Recorder());
    line.pass(Duration.ofMillis(999));
    assertThat(late.isDone()).isFalse();
    line.pass(Duration.ofMillis(5));
    assertThat(late.isSuccess()).isTrue();
  }

  @Test
  void whereNoMachineIsNobodyAnswers() {
    SocketAddress nowhere = new InetSocketAddress(net.address("10.0.99.99"), 1);
    ChannelFuture lost = new Bootstrap().group(line.client.loops())
        .channelFactory(line.client.channels())
        .handler(new Recorder())
        .connect(nowhere);
    line.pass(Duration.ofSeconds(31));
    assertThat(lost.cause()).isInstanceOf(ConnectTimeoutException.class);
  }

  @Test
  void openingTakesLongerAtABusyHost() {
    net.conditions(LinkConditions.LAN.withSynDelay(Duration.ofMillis(800)));
    ChannelFuture slow = line.connect(new Recorder());
    line.pass(Duration.ofMillis(800));
    assertThat(slow.isDone()).isFalse();
    line.pass(Duration.ofMillis(1));
    assertThat(slow.isSuccess()).isTrue();
  }

  @Test
  void connectionsAreFoundByTheirEnds() {
    SimProcess stranger = line.world.process("stranger", 1);
    assertThat(net.connections(line.client, line.server)).isEqualTo(net.connections()).hasSize(1);
    assertThat(net.connections(line.server)).hasSize(1);
    assertThat(net.connections(stranger)).isEmpty();
    SimConnection connection = line.connection();
    assertThat(connection.client()).isSameAs(line.client);
    assertThat(connection.server()).isSameAs(line.server);
    assertThat(connection).hasToString("connection 1 from client to server");
    assertThat(net.address("server")).isEqualTo(line.server.address());
  }
}
