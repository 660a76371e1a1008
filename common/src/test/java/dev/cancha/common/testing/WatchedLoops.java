package dev.cancha.common.testing;

import io.netty.channel.IoEventLoop;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Event loops on real sockets that can say what is left on them. A timer that nobody cancelled keeps whatever it
 * points to, and no test of a port would notice.
 *
 * <p>The group's own clock, which is what is asked by code that belongs to no single loop, can be set forward.
 */
public final class WatchedLoops extends MultiThreadIoEventLoopGroup {
  private static final int NO_TIMER = -1;

  private final AtomicLong forwardNanos = new AtomicLong();

  public WatchedLoops(int threads, IoHandlerFactory io) {
    super(threads, io);
  }

  @Override
  protected IoEventLoop newChild(Executor executor, IoHandlerFactory io, Object... arguments) {
    return new Loop(this, executor, io);
  }

  /** Open channels, the timers' loops counted once each: 0 where nothing is left. Any thread but a loop may ask. */
  public int left() {
    int left = 0;
    for (EventExecutor child : this) {
      Loop loop = (Loop) child;
      Callable<Integer> count = loop::left;
      left += loop.submit(count).awaitUninterruptibly().getNow();
    }
    return left;
  }

  /** Sets the clock of the group forward; those of its loops go on as they were. */
  public void forward(Duration time) {
    forwardNanos.addAndGet(time.toNanos());
  }

  @Override
  public Ticker ticker() {
    Ticker real = next().ticker();
    return new Ticker() {
      @Override
      public long initialNanoTime() {
        return real.initialNanoTime();
      }

      @Override
      public long nanoTime() {
        return real.nanoTime() + forwardNanos.get();
      }

      @Override
      public void sleep(long delay, TimeUnit unit) throws InterruptedException {
        real.sleep(delay, unit);
      }
    };
  }

  private static final class Loop extends SingleThreadIoEventLoop {
    Loop(IoEventLoopGroup parent, Executor executor, IoHandlerFactory io) {
      super(parent, executor, io);
    }

    private int left() {
      return getNumOfRegisteredChannels() + (nextScheduledTaskNano() == NO_TIMER ? 0 : 1);
    }
  }
}
