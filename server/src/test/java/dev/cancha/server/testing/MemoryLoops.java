package dev.cancha.server.testing;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.AbstractEventExecutorGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All loops of one test, with one clock. A channel in memory registers on the loop that it was made for. */
public final class MemoryLoops extends AbstractEventExecutorGroup implements EventLoopGroup {
  private final MockTicker ticker = Ticker.newMockTicker();
  private final List<MemoryLoop> loops = new ArrayList<>();
  private @Nullable MemoryLoop running;
  private @Nullable Throwable failure;
  private @Nullable Random order;

  MemoryLoops() {
    newLoop();
  }

  MemoryLoop newLoop() {
    MemoryLoop loop = new MemoryLoop(this);
    loops.add(loop);
    return loop;
  }

  /** From now on loops run in an order that {@code chance} draws anew each time, and some wait longer than others. */
  void shuffle(Random chance) {
    order = chance;
  }

  /** Runs at most one task of each loop; false where no loop had any. */
  boolean runOnce() {
    List<MemoryLoop> turn = new ArrayList<>(loops);
    Random drawn = order;
    int waiting = 0;
    if (drawn != null) {
      Collections.shuffle(turn, drawn);
      waiting = drawn.nextInt(turn.size());
    }
    boolean ran = false;
    for (int i = 0; i < turn.size() && !(ran && i >= turn.size() - waiting); i++) {
      ran |= turn.get(i).runOne();
    }
    Throwable thrown = failure;
    if (thrown != null) {
      failure = null;
      throw new AssertionError("a timer's task failed", thrown);
    }
    return ran;
  }

  /** When the next timer of any loop rings; {@code otherwise} where that is later or never. */
  long nextDeadlineNanos(long otherwise) {
    long next = otherwise;
    for (MemoryLoop loop : loops) {
      long deadline = loop.nextDeadlineNanos();
      if (deadline >= 0) {
        next = Math.min(next, deadline);
      }
    }
    return next;
  }

  /** Whether any timer is set. */
  boolean anyTimer() {
    return loops.stream().anyMatch(loop -> loop.nextDeadlineNanos() >= 0);
  }

  @Nullable
  MemoryLoop running() {
    return running;
  }

  @Nullable
  MemoryLoop enter(MemoryLoop loop) {
    MemoryLoop before = running;
    running = loop;
    return before;
  }

  void leave(@Nullable MemoryLoop before) {
    running = before;
  }

  void failed(Throwable thrown) {
    failure = thrown;
  }

  @Override
  public MockTicker ticker() {
    return ticker;
  }

  @Override
  public EventLoop next() {
    return loops.getFirst();
  }

  @Override
  public Iterator<EventExecutor> iterator() {
    return List.<EventExecutor>copyOf(loops).iterator();
  }

  @Override
  public ChannelFuture register(Channel channel) {
    return (channel instanceof MemoryChannel own ? own.home() : next()).register(channel);
  }

  @Override
  public ChannelFuture register(ChannelPromise promise) {
    return next().register(promise);
  }

  @Override
  @Deprecated
  public ChannelFuture register(Channel channel, ChannelPromise promise) {
    throw new UnsupportedOperationException("Netty deprecated this, and nobody calls it");
  }

  @Override
  public boolean isShuttingDown() {
    return false;
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return false;
  }

  @Override
  public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
    throw new UnsupportedOperationException("loops in memory have nothing to shut down");
  }

  @Override
  public Future<?> terminationFuture() {
    throw new UnsupportedOperationException("loops in memory have nothing to shut down");
  }

  @Override
  @Deprecated
  public void shutdown() {
    throw new UnsupportedOperationException("loops in memory have nothing to shut down");
  }
}
