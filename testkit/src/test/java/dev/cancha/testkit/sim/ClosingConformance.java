package dev.cancha.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelOutputShutdownException;
import io.netty.channel.socket.DuplexChannel;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How connections end: closed, half closed, reset. */
interface ClosingConformance {
  Stand stand();

  @Test
  default void aClosedChannelSaysSoInThisOrder() {
    Stand.Pair pair = stand().pair();
    Recorder log = pair.clientLog();
    pair.client().closeFuture().addListener(done -> log.note("closeFuture"));
    ChannelPromise closed = pair.client().newPromise();
    closed.addListener(done -> log.note("close"));
    pair.client().close(closed);
    stand().until(() -> log.has("unregistered"));
    assertThat(log.events())
        .containsExactly("registered", "active", "closeFuture", "close", "inactive", "unregistered");
    assertThat(pair.client().isOpen()).isFalse();
    stand().done(pair.client().close());
  }

  @Test
  default void thePeerOfAClosedChannelIsClosed() {
    Stand.Pair pair = stand().pair();
    stand().done(pair.client().close());
    stand().until(() -> pair.serverLog().has("unregistered"));
    assertThat(pair.serverLog().events()).containsExactly("registered", "active", "inactive", "unregistered");
    assertThat(pair.server().closeFuture().isDone()).isTrue();
  }

  @Test
  default void whatWasWrittenBeforeTheCloseArrives() {
    Stand.Pair pair = stand().pair();
    pair.server().write(Stand.text("one "));
    pair.server().writeAndFlush(Stand.text("two"));
    stand().done(pair.server().close());
    stand().until(() -> pair.clientLog().has("inactive"));
    assertThat(pair.clientLog().text()).isEqualTo("one two");
    assertThat(pair.clientLog().events()).doesNotContain("IOException");
  }

  @Test
  default void closingWithUnreadBytesResets() {
    Stand.Pair pair = stand().pair(servers -> servers.childOption(ChannelOption.AUTO_READ, false),
        clients -> {});
    stand().done(pair.client().writeAndFlush(Stand.text("unread")));
    stand().settle();
    stand().done(pair.server().close());
    stand().until(() -> pair.clientLog().has("inactive"));
    if (!stand().endsTheStreamBeforeAReset()) {
      assertThat(pair.clientLog().events()).contains("IOException");
    }
  }

  @Test
  default void aResetIsAnExceptionAndThenTheEnd() {
    Stand.Pair pair = stand().pair(servers -> {}, clients -> clients.option(ChannelOption.SO_LINGER, 0));
    stand().done(pair.client().close());
    stand().until(() -> pair.serverLog().has("unregistered"));
    assertThat(pair.serverLog().events()).containsExactly("registered", "active", "IOException", "inactive",
        "unregistered");
  }

  @Test
  default void whatHadArrivedBeforeAResetIsStillRead() {
    Stand.Pair pair = stand().pair(servers -> servers.childOption(ChannelOption.AUTO_READ, false),
        clients -> clients.option(ChannelOption.SO_LINGER, 0));
    stand().done(pair.client().writeAndFlush(Stand.text("last words")));
    stand().settle();
    stand().done(pair.client().close());
    stand().settle();
    if (!stand().noticesTheEndUnasked()) {
      assertThat(pair.serverLog().events()).containsExactly("registered", "active");
    }
    pair.server().config().setAutoRead(true);
    stand().until(() -> pair.serverLog().has("inactive"));
    assertThat(pair.serverLog().text()).isEqualTo("last words");
    assertThat(pair.serverLog().events()).contains("IOException");
  }

  @Test
  default void whatIsSentToAClosedPeerIsAnsweredByAReset() {
    Stand.Pair pair = stand().pair(servers -> servers.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true),
        clients -> {});
    stand().done(pair.client().close());
    stand().until(() -> pair.serverLog().has("ChannelInputShutdownReadComplete"));
    assertThat(pair.server().isActive()).isTrue();
    stand().done(pair.server().writeAndFlush(Stand.text("into the void")));
    stand().settle();
    ChannelFuture second = stand().settled(pair.server().writeAndFlush(Stand.text("again")));
    assertThat(second.cause()).isInstanceOf(IOException.class);
    stand().until(() -> !pair.server().isOpen());
  }

  @Test
  default void aHalfClosedPeerIsToldAndMayStillAnswer() {
    Stand.Pair pair = stand().pair(servers -> servers.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true),
        clients -> {});
    pair.client().writeAndFlush(Stand.text("question"));
    stand().done(((DuplexChannel) pair.client()).shutdownOutput());
    stand().until(() -> pair.serverLog().has("ChannelInputShutdownReadComplete"));
    assertThat(pair.serverLog().text()).isEqualTo("question");
    assertThat(pair.serverLog().events()).containsExactly("registered", "active", "ChannelInputShutdownEvent",
        "ChannelInputShutdownReadComplete");
    assertThat(((DuplexChannel) pair.server()).isInputShutdown()).isTrue();
    assertThat(((DuplexChannel) pair.client()).isOutputShutdown()).isTrue();
    assertThat(((DuplexChannel) pair.client()).isInputShutdown()).isFalse();
    assertThat(pair.clientLog().events()).containsExactly("registered", "active",
        "ChannelOutputShutdownEvent");
    stand().done(pair.server().writeAndFlush(Stand.text("answer")));
    stand().done(pair.server().close());
    stand().until(() -> pair.clientLog().has("inactive"));
    assertThat(pair.clientLog().text()).isEqualTo("answer");
    assertThat(pair.clientLog().events()).doesNotContain("IOException");
  }

  @Test
  default void withoutHalfClosureTheEndOfTheStreamCloses() {
    Stand.Pair pair = stand().pair();
    stand().done(((DuplexChannel) pair.client()).shutdownOutput());
    stand().until(() -> pair.clientLog().has("unregistered"));
    assertThat(pair.serverLog().events()).containsExactly("registered", "active", "inactive", "unregistered");
    assertThat(pair.clientLog().events()).containsExactly("registered", "active",
        "ChannelOutputShutdownEvent",
        "inactive", "unregistered");
  }

  @Test
  default void afterItsOutputIsShutAChannelWritesNoMore() {
    Stand.Pair pair = stand().pair(servers -> servers.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true),
        clients -> {});
    stand().done(((DuplexChannel) pair.client()).shutdownOutput());
    ChannelFuture late = stand().settled(pair.client().writeAndFlush(Stand.text("late")));
    assertThat(late.cause()).isInstanceOfAny(ClosedChannelException.class,
        ChannelOutputShutdownException.class);
    assertThat(pair.client().isOpen()).isTrue();
  }

  @Test
  default void aShutInputIsReadToItsEnd() {
    Stand.Pair pair = stand().pair(servers -> servers.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true),
        clients -> {});
    stand().done(((DuplexChannel) pair.server()).shutdownInput());
    stand().until(() -> pair.serverLog().has("ChannelInputShutdownReadComplete"));
    assertThat(pair.server().isActive()).isTrue();
    stand().done(pair.server().writeAndFlush(Stand.text("out it goes")));
    stand().until(() -> pair.clientLog().text().equals("out it goes"));
  }

  @Test
  default void aChannelShutBothWaysIsStillOpen() {
    Stand.Pair pair = stand().pair(servers -> servers.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true),
        clients -> clients.option(ChannelOption.ALLOW_HALF_CLOSURE, true));
    DuplexChannel client = (DuplexChannel) pair.client();
    stand().done(client.shutdown());
    assertThat(client.isShutdown()).isTrue();
    assertThat(client.isOpen()).isTrue();
    stand().until(() -> pair.serverLog().has("ChannelInputShutdownEvent"));
    stand().done(client.close());
  }

  @Test
  default void aResetWithHalfClosureIsNoticedByTheNextWrite() {
    Stand.Pair pair = stand().pair(servers -> servers.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true),
        clients -> clients.option(ChannelOption.SO_LINGER, 0));
    stand().done(pair.client().close());
    stand().until(() -> pair.serverLog().has("ChannelInputShutdownReadComplete"));
    assertThat(pair.serverLog().events()).containsExactly("registered", "active", "IOException",
        "ChannelInputShutdownEvent", "ChannelInputShutdownReadComplete");
    ChannelFuture write = stand().settled(pair.server().writeAndFlush(Stand.text("anyone?")));
    assertThat(write.cause()).isInstanceOf(IOException.class);
    stand().until(() -> !pair.server().isOpen());
  }

  @Test
  default void aVoidPromiseThatFailsIsAnException() {
    Stand.Pair pair = stand().pair(servers -> servers.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true),
        clients -> clients.option(ChannelOption.SO_LINGER, 0));
    pair.server().writeAndFlush(Stand.text("fine"), pair.server().voidPromise());
    stand().until(() -> pair.clientLog().text().equals("fine"));
    stand().done(pair.client().close());
    stand().until(() -> pair.serverLog().has("ChannelInputShutdownReadComplete"));
    int before = pair.serverLog().events().size();
    pair.server().writeAndFlush(Stand.text("anyone?"), pair.server().voidPromise());
    stand().until(() -> pair.serverLog().has("unregistered"));
    List<String> after = pair.serverLog().events().subList(before, pair.serverLog().events().size());
    assertThat(after).containsExactly("IOException", "inactive", "unregistered");
  }

  @Test
  default void aChannelThatDoesNotReadHearsOfTheEndWhenItReads() {
    Stand.Pair pair = stand().pair(servers -> servers.childOption(ChannelOption.AUTO_READ, false),
        clients -> {});
    stand().done(pair.client().close());
    stand().settle();
    if (!stand().noticesTheEndUnasked()) {
      assertThat(pair.serverLog().events()).containsExactly("registered", "active");
    }
    pair.server().read();
    stand().until(() -> pair.serverLog().has("unregistered"));
    assertThat(pair.serverLog().events()).containsExactly("registered", "active", "inactive", "unregistered");
  }
}
