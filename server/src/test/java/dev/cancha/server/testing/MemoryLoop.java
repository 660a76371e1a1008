package dev.cancha.server.testing;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.AbstractScheduledEventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * An event loop that runs its tasks when it is told. All loops of a test share its thread, but only the one that runs
 * says that it is in its loop, so every hop from one to another is as real as between threads.
 */
public final class MemoryLoop extends AbstractScheduledEventExecutor implements EventLoop {
  private final MemoryLoops all;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private boolean hangs;
  private boolean ended;

  MemoryLoop(MemoryLoops all) {
    super(all);
    this.all = all;
  }

  /** Runs everything that is due and what that leads to on this loop; false where there was nothing. */
  public boolean run() {
    boolean ran = false;
    while (runOne()) {
      ran = true;
    }
    return ran;
  }

  /** From now on, or not any more, it does nothing, as one whose task does not come to an end. */
  void hang(boolean now) {
    hangs = now;
  }

  /** What was given to it is done, if it ever runs again, and no timer rings. */
  void end() {
    ended = true;
  }

  /** Runs the next task; false where there is none. */
  boolean runOne() {
    if (hangs) {
      return false;
    }
    MemoryLoop before = all.enter(this);
    try {
      for (Runnable due = ended ? null : pollScheduledTask(now()); due != null; due = pollScheduledTask(
          now())) {
        tasks.add(due);
      }
      Runnable task = tasks.poll();
      if (task != null) {
        task.run();
      }
      return task != null;
    } finally {
      all.leave(before);
    }
  }

  /** When the next timer rings, or -1 where none is set. */
  long nextDeadlineNanos() {
    return ended || hangs ? -1 : nextScheduledTaskDeadlineNanos();
  }

  private long now() {
    return ticker().nanoTime();
  }

  @Override
  public Ticker ticker() {
    return all.ticker();
  }

  @Override
  @SuppressWarnings("deprecation") // because Netty's timers ask this, and not the ticker
  protected long getCurrentTimeNanos() {
    return now();
  }

  /** Netty keeps what a timer's task throws in a future that nobody reads: here the test gets it. */
  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    return super.schedule(() -> {
      try {
        command.run();
      } catch (RuntimeException | Error e) {
        all.failed(e);
        throw e;
      }
    }, delay, unit);
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  @Override
  public boolean inEventLoop(Thread thread) {
    return thread.equals(Thread.currentThread()) && equals(all.running());
  }

  @Override
  public EventLoop next() {
    return this;
  }

  @Override
  public EventLoopGroup parent() {
    return all;
  }

  @Override
  public ChannelFuture register(Channel channel) {
    return register(new DefaultChannelPromise(channel, this));
  }

  @Override
  public ChannelFuture register(ChannelPromise promise) {
    promise.channel().unsafe().register(this, promise);
    return promise;
  }

  @Override
  @Deprecated
  public ChannelFuture register(Channel channel, ChannelPromise promise) {
    channel.unsafe().register(this, promise);
    return promise;
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
    return ended && !hangs;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return false;
  }

  @Override
  public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
    throw new UnsupportedOperationException("a loop in memory has nothing to shut down");
  }

  @Override
  public Future<?> terminationFuture() {
    throw new UnsupportedOperationException("a loop in memory has nothing to shut down");
  }

  @Override
  @Deprecated
  public void shutdown() {
    throw new UnsupportedOperationException("a loop in memory has nothing to shut down");
  }
}
