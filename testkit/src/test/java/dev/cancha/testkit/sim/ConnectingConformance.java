package dev.cancha.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How connections begin, or do not. */
interface ConnectingConformance {
  Stand stand();

  @Test
  default void theConnectPromiseIsFulfilledBeforeTheChannelIsActive() {
    Channel listening = stand().done(stand().servers().childHandler(new Recorder()).bind(stand().anyPort()));
    Recorder log = new Recorder();
    ChannelFuture connected = connect(log, listening.localAddress());
    stand().done(connected);
    stand().until(() -> log.has("active"));
    assertThat(log.events()).containsExactly("registered", "connect", "active");
    assertThat(connected.channel().isActive()).isTrue();
  }

  @Test
  default void bothEndsKnowEachOthersAddresses() {
    Stand.Pair pair = stand().pair();
    assertThat(pair.server().remoteAddress()).isEqualTo(pair.client().localAddress());
    assertThat(pair.client().remoteAddress()).isEqualTo(pair.server().localAddress())
        .isEqualTo(pair.listening().localAddress());
    assertThat(pair.server().parent()).isSameAs(pair.listening());
    assertThat(pair.serverLog().events()).containsExactly("registered", "active");
  }

  @Test
  default void aClosedPortRefuses() {
    Recorder log = new Recorder();
    ChannelFuture refused = stand().settled(connect(log, stand().closedPort()));
    stand().until(() -> log.has("unregistered"));
    assertThat(refused.cause()).isInstanceOf(ConnectException.class)
        .hasMessageContaining("Connection refused");
    assertThat(log.events()).containsExactly("registered", "connect", "unregistered");
    assertThat(refused.channel().isOpen()).isFalse();
    assertThat(refused.channel().closeFuture().isDone()).isTrue();
  }

  @Test
  default void whereNobodyAnswersTheAttemptTimesOut() {
    ChannelFuture last = filled(500);
    stand().settled(last);
    assertThat(last.cause()).isInstanceOf(ConnectTimeoutException.class);
    stand().until(() -> !last.channel().isOpen());
  }

  @Test
  default void anAttemptCanBeClosed() {
    ChannelFuture pending = filled(5_000);
    Recorder log = pending.channel().pipeline().get(Recorder.class);
    stand().done(pending.channel().close());
    assertThat(pending.cause()).isInstanceOf(ClosedChannelException.class);
    stand().until(() -> log.has("unregistered"));
    assertThat(log.events()).containsExactly("registered", "unregistered");
  }

  @Test
  default void anAttemptCanBeCancelled() {
    ChannelFuture pending = filled(5_000);
    assertThat(pending.cancel(false)).isTrue();
    stand().until(() -> !pending.channel().isOpen());
    assertThat(pending.isCancelled()).isTrue();
  }

  @Test
  default void onlyOneAttemptIsMadeAtATime() {
    ChannelFuture pending = filled(5_000);
    ChannelFuture second = stand().settled(pending.channel().connect(stand().closedPort()));
    assertThat(second.cause()).isInstanceOf(ConnectionPendingException.class);
    assertThat(pending.isDone()).isFalse();
    stand().done(pending.channel().close());
  }

  @Test
  default void aConnectedChannelDoesNotConnectAgain() {
    Stand.Pair pair = stand().pair();
    ChannelFuture again = stand().settled(pair.client().connect(pair.listening().localAddress()));
    assertThat(again.cause()).isInstanceOf(AlreadyConnectedException.class);
    stand().done(pair.client().close());
  }

  @Test
  default void aListenerThatClosesResetsWhomItHasNotAccepted() {
    Channel listening = stand().done(stand().servers()
        .option(ChannelOption.AUTO_READ, false)
        .childHandler(new Recorder())
        .bind(stand().anyPort()));
    Recorder log = new Recorder();
    stand().done(stand().clients().handler(log).connect(listening.localAddress()));
    stand().settle();
    stand().done(listening.close());
    stand().until(() -> log.has("unregistered"));
    assertThat(log.events()).containsExactly("registered", "active", "IOException", "inactive",
        "unregistered");
  }

  @Test
  default void aListenerThatClosesLeavesItsConnectionsOpen() {
    Stand.Pair pair = stand().pair();
    stand().done(pair.listening().close());
    stand().done(pair.client().writeAndFlush(Stand.text("still here")));
    stand().until(() -> pair.serverLog().text().equals("still here"));
    ChannelFuture late = stand()
        .settled(stand().clients().handler(new Recorder()).connect(pair.listening().localAddress()));
    assertThat(late.cause()).isInstanceOf(ConnectException.class);
  }

  @Test
  default void aPortIsTakenOnce() {
    Channel listening = stand().done(stand().servers().childHandler(new Recorder()).bind(stand().anyPort()));
    ChannelFuture second = stand()
        .settled(stand().servers().childHandler(new Recorder()).bind(listening.localAddress()));
    assertThat(second.cause()).isInstanceOf(IOException.class).hasMessageContaining("Address already in use");
  }

  @Test
  default void whatWasSentBeforeTheServerAcceptedArrives() {
    Recorder serverLog = new Recorder();
    Channel listening = stand().done(stand().servers()
        .option(ChannelOption.AUTO_READ, false)
        .childHandler(serverLog)
        .bind(stand().anyPort()));
    Channel client = stand()
        .done(stand().clients().handler(new Recorder()).connect(listening.localAddress()));
    stand().done(client.writeAndFlush(Stand.text("early")));
    stand().settle();
    assertThat(serverLog.events()).isEmpty();
    listening.read();
    stand().until(() -> serverLog.text().equals("early"));
    assertThat(serverLog.events()).containsExactly("registered", "active");
  }

  /** An attempt to connect whose outcome is noted in the channel's record. */
  private ChannelFuture connect(Recorder log, SocketAddress address) {
    Channel channel = stand().done(stand().clients().handler(log).register());
    ChannelPromise promise = channel.newPromise();
    promise.addListener(done -> log.note("connect"));
    return channel.connect(address, promise);
  }

  /** An attempt to connect to a listener whose backlog is full: neither answered nor refused. */
  private ChannelFuture filled(int timeoutMillis) {
    Channel listening = stand().done(stand().servers()
        .option(ChannelOption.AUTO_READ, false)
        .option(ChannelOption.SO_BACKLOG, 1)
        .childHandler(new Recorder())
        .bind(stand().anyPort()));
    List<ChannelFuture> attempts = new ArrayList<>();
    // The kernel lets one or two more in than it was told.
    for (int i = 0; i < 5; i++) {
      attempts.add(stand().clients()
          .handler(new Recorder())
          .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, timeoutMillis)
          .connect(listening.localAddress()));
      stand().settle();
    }
    return attempts.getLast();
  }
}
