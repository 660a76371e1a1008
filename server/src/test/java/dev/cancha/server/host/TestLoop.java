package dev.cancha.server.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.AbstractScheduledEventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Ticker;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One event loop of {@link TestLoops}, without channels. Any thread may give it tasks. */
final class TestLoop extends AbstractScheduledEventExecutor implements EventLoop {
  private final TestLoops loops;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  /** How many tasks it was given, but for those that were due at a time. */
  int given;

  TestLoop(TestLoops loops) {
    this.loops = loops;
  }

  /** Runs what it has; false where that is nothing. */
  boolean turn() {
    boolean[] busy = new boolean[1];
    loops.as(this, () -> {
      int done = 0;
      Runnable task = tasks.poll();
      while (task == null ? (task = pollScheduledTask(ticker().nanoTime())) != null : true) {
        busy[0] = true;
        assertThat(++done).as("tasks of one turn of a loop").isLessThan(10_000);
        task.run();
        task = tasks.poll();
      }
    });
    return busy[0];
  }

  /** When its next timer is due, -1 without one. */
  long nextInNanos() {
    return nextScheduledTaskNano();
  }

  @Override
  public Ticker ticker() {
    return loops.ticker;
  }

  @Override
  public void execute(Runnable task) {
    given++;
    tasks.add(task);
  }

  @Override
  public boolean inEventLoop() {
    return inEventLoop(Thread.currentThread());
  }

  @Override
  public boolean inEventLoop(Thread thread) {
    return loops.runs(this, thread);
  }

  @Override
  public @Nullable EventLoopGroup parent() {
    return null;
  }

  @Override
  public EventLoop next() {
    return this;
  }

  @Override
  public ChannelFuture register(Channel channel) {
    throw new UnsupportedOperationException("this loop has no channels");
  }

  @Override
  public ChannelFuture register(ChannelPromise promise) {
    throw new UnsupportedOperationException("this loop has no channels");
  }

  @Override
  @Deprecated
  public ChannelFuture register(Channel channel, ChannelPromise promise) {
    throw new UnsupportedOperationException("this loop has no channels");
  }

  @Override
  public boolean isShuttingDown() {
    return false;
  }

  @Override
  public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
    throw new UnsupportedOperationException("this loop is left alone, it has no thread");
  }

  @Override
  public Future<?> terminationFuture() {
    throw new UnsupportedOperationException("this loop is left alone, it has no thread");
  }

  @Override
  @Deprecated
  public void shutdown() {
    throw new UnsupportedOperationException("this loop is left alone, it has no thread");
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
}
