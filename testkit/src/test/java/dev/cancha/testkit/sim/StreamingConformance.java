package dev.cancha.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NotYetConnectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Bytes, promises, back-pressure and reading on demand. */
interface StreamingConformance {
  Consumer<ServerBootstrap> NOT_READING = servers -> servers.childOption(ChannelOption.AUTO_READ, false);
  Consumer<Bootstrap> NARROW = clients -> clients.option(ChannelOption.WRITE_BUFFER_WATER_MARK,
      new WriteBufferWaterMark(8 * 1024, 32 * 1024));
  Consumer<Bootstrap> PLAIN = clients -> {};

  /** What Netty counts beside each message: 96 bytes by default. */
  int ENTRY_BYTES = 96;

  Stand stand();

  @Test
  default void manyBytesArriveWholeAndInOrderBothWays() {
    Stand.Pair pair = stand().pair();
    int many = stand().manyBytes();
    ChannelFuture there = pair.client().writeAndFlush(Stand.counted(many));
    ChannelFuture back = pair.server().writeAndFlush(Stand.counted(many));
    stand().done(there);
    stand().done(back);
    stand().until(() -> pair.serverLog().received() == many && pair.clientLog().received() == many);
    byte[] sent = ByteBufUtil.getBytes(Stand.counted(many));
    assertThat(pair.serverLog().bytes()).isEqualTo(sent);
    assertThat(pair.clientLog().bytes()).isEqualTo(sent);
  }

  @Test
  default void buffersOfAllKindsAreGathered() {
    Stand.Pair pair = stand().pair();
    pair.client().write(Stand.text("heap "));
    pair.client().write(Unpooled.directBuffer().writeBytes(Stand.text("direct ")));
    pair.client().write(Unpooled.wrappedBuffer(Stand.text("of "), Stand.text("several ")));
    pair.client().write(Stand.text("xread onlyx").readerIndex(1).writerIndex(10).asReadOnly());
    pair.client().write(Unpooled.EMPTY_BUFFER);
    stand().done(pair.client().writeAndFlush(Stand.text("!")));
    stand().until(() -> pair.serverLog().text().endsWith("!"));
    assertThat(pair.serverLog().text()).isEqualTo("heap direct of several read only!");
  }

  @Test
  default void writePromisesAreFulfilledInOrderEmptyOnesToo() {
    Stand.Pair pair = stand().pair();
    Recorder log = pair.clientLog();
    for (int i = 0; i < 5; i++) {
      int number = i;
      ByteBuf bytes = i == 2 ? Unpooled.EMPTY_BUFFER : Stand.counted(i * 1_000 + 1);
      pair.client().write(bytes).addListener(done -> log.note("written " + number));
    }
    assertThat(log.has("written 0")).as("written before the flush").isFalse();
    pair.client().flush();
    stand().until(() -> log.has("written 4"));
    assertThat(log.events()).containsExactly("registered", "active", "written 0", "written 1", "written 2",
        "written 3", "written 4");
  }

  @Test
  default void onlyBytesAreWritten() {
    Stand.Pair pair = stand().pair();
    ChannelFuture refused = stand().settled(pair.client().writeAndFlush("text"));
    assertThat(refused.cause()).isInstanceOf(UnsupportedOperationException.class);
    assertThat(pair.client().isActive()).isTrue();
  }

  @Test
  default void nothingIsWrittenBeforeThereIsAConnection() {
    Channel channel = stand().done(stand().clients().handler(new Recorder()).register());
    ByteBuf bytes = Stand.text("too soon");
    ChannelFuture early = stand().settled(channel.writeAndFlush(bytes));
    assertThat(early.cause()).isInstanceOf(NotYetConnectedException.class);
    assertThat(bytes.refCnt()).isZero();
    stand().done(channel.close());
  }

  @Test
  default void nothingIsWrittenAfterTheClose() {
    Stand.Pair pair = stand().pair();
    stand().done(pair.client().close());
    ByteBuf bytes = Stand.text("too late");
    ChannelFuture late = stand().settled(pair.client().writeAndFlush(bytes));
    assertThat(late.cause()).isInstanceOf(ClosedChannelException.class);
    assertThat(bytes.refCnt()).isZero();
  }

  @Test
  default void aFullWindowReachesIsWritableAndReadingOpensItAgain() {
    Stand.Pair pair = stand().pair(NOT_READING, NARROW);
    List<ChannelFuture> writes = fill(pair);
    stand().settle();
    assertThat(pair.client().isWritable()).isFalse();
    assertThat(writes.getLast().isDone()).isFalse();
    pair.server().config().setAutoRead(true);
    stand().done(writes.getLast());
    stand().until(() -> pair.client().isWritable());
    assertThat(writes).allMatch(ChannelFuture::isSuccess);
    assertThat(pair.clientLog().events()).containsExactly("registered", "active", "unwritable", "writable");
    stand().until(() -> pair.serverLog().received() == writes.size() * 16 * 1024);
  }

  @Test
  default void writabilityChangesAtTheMarks() {
    Stand.Pair pair = stand().pair(NOT_READING, NARROW);
    Channel client = pair.client();
    client.eventLoop().execute(() -> client.write(Stand.counted(16 * 1024)));
    stand().until(() -> client.bytesBeforeUnwritable() == 16 * 1024 - ENTRY_BYTES + 1);
    assertThat(client.isWritable()).isTrue();
    client.eventLoop().execute(() -> client.write(Stand.counted(16 * 1024)));
    stand().until(() -> client.bytesBeforeWritable() == 24 * 1024 + 2 * ENTRY_BYTES + 1);
    assertThat(client.isWritable()).isFalse();
    client.flush();
    stand().until(client::isWritable);
    assertThat(pair.clientLog().events()).containsExactly("registered", "active", "unwritable", "writable");
  }

  @Test
  default void whatWaitsForTheWindowFailsWithTheClose() {
    Stand.Pair pair = stand().pair(NOT_READING, NARROW);
    List<ChannelFuture> writes = fill(pair);
    ByteBuf unflushed = Stand.text("not even flushed");
    ChannelFuture last = pair.client().write(unflushed);
    stand().done(pair.client().close());
    stand().settled(last);
    assertThat(writes.getLast().cause()).isInstanceOf(ClosedChannelException.class);
    assertThat(last.cause()).isInstanceOf(ClosedChannelException.class);
    assertThat(unflushed.refCnt()).isZero();
  }

  @Test
  default void aResetFailsWhatWaitsForTheWindow() {
    Stand.Pair pair = stand().pair(NOT_READING, NARROW);
    List<ChannelFuture> writes = fill(pair);
    stand().settle();
    stand().done(pair.server().close());
    stand().settled(writes.getLast());
    assertThat(writes.getLast().cause()).isInstanceOf(IOException.class);
    stand().until(() -> pair.clientLog().has("unregistered"));
  }

  @Test
  default void withoutAutoReadNothingIsReadUnasked() {
    Stand.Pair pair = stand().pair(NOT_READING, PLAIN);
    stand().done(pair.client().writeAndFlush(Stand.text("a")));
    stand().settle();
    assertThat(pair.serverLog().reads()).isZero();
    pair.server().read();
    stand().until(() -> pair.serverLog().text().equals("a"));
    stand().done(pair.client().writeAndFlush(Stand.text("b")));
    stand().settle();
    assertThat(pair.serverLog().text()).isEqualTo("a");
    pair.server().read();
    stand().until(() -> pair.serverLog().text().equals("ab"));
  }

  @Test
  default void aReadThatIsAskedForGivesOneBuffer() {
    Stand.Pair pair = stand().pair(NOT_READING, PLAIN);
    stand().done(pair.client().writeAndFlush(Stand.counted(5_000)));
    stand().settle();
    pair.server().read();
    stand().until(() -> pair.serverLog().reads() == 1);
    stand().settle();
    assertThat(pair.serverLog().reads()).isEqualTo(1);
    pair.server().config().setAutoRead(true);
    stand().until(() -> pair.serverLog().received() == 5_000);
  }

  @Test
  default void autoReadCanBeSwitchedOffWhileReading() {
    Stand.Pair pair = stand().pair();
    stand().addFirst(pair.server(), new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext ctx, Object message) {
        ctx.channel().config().setAutoRead(false);
        ctx.fireChannelRead(message);
      }
    });
    stand().done(pair.client().writeAndFlush(Stand.counted(5_000)));
    stand().until(() -> pair.serverLog().reads() == 1);
    stand().settle();
    assertThat(pair.serverLog().reads()).isEqualTo(1);
    assertThat(pair.server().config().isAutoRead()).isFalse();
  }

  @Test
  default void aHandlerMayCloseWhileItReads() {
    Stand.Pair pair = stand().pair();
    stand().addFirst(pair.server(), new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext ctx, Object message) {
        ctx.fireChannelRead(message);
        ctx.close();
      }
    });
    stand().done(pair.client().writeAndFlush(Stand.text("x")));
    stand().until(() -> pair.serverLog().has("unregistered") && pair.clientLog().has("unregistered"));
    assertThat(pair.serverLog().events()).containsExactly("registered", "active", "inactive", "unregistered");
    assertThat(pair.serverLog().text()).isEqualTo("x");
  }

  @Test
  default void aHandlerMayWriteWhileItReads() {
    Stand.Pair pair = stand().pair();
    stand().addFirst(pair.server(), new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext ctx, Object message) {
        ctx.write(((ByteBuf) message).retainedDuplicate());
        ctx.fireChannelRead(message);
      }

      @Override
      public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.flush();
        ctx.fireChannelReadComplete();
      }
    });
    int many = 300_000;
    pair.client().writeAndFlush(Stand.counted(many));
    stand().until(() -> pair.clientLog().received() == many);
    assertThat(pair.clientLog().bytes()).isEqualTo(ByteBufUtil.getBytes(Stand.counted(many)));
  }

  /** Writes much more than the marks allow, in one task of the loop, and flushes it. */
  private List<ChannelFuture> fill(Stand.Pair pair) {
    List<ChannelFuture> writes = new ArrayList<>();
    Future<?> filled = pair.client().eventLoop().submit(() -> {
      for (int written = 0; written < stand().manyBytes(); written += 16 * 1024) {
        writes.add(pair.client().write(Stand.counted(16 * 1024)));
      }
      pair.client().flush();
    });
    stand().until(filled::isDone);
    return writes;
  }
}
