package dev.cancha.testkit.sim;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.AbstractEventExecutorGroup;
import io.netty.util.concurrent.DefaultPromise;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The event loops of a process, handed out in turn. Owner: the world's thread. */
public final class SimLoopGroup extends AbstractEventExecutorGroup implements EventLoopGroup {
  private final SimWorld world;
  private final List<SimEventLoop> loops = new ArrayList<>();
  private final Promise<Void> terminated = new DefaultPromise<>(ImmediateEventExecutor.INSTANCE);
  private int next;
  private int terminatedLoops;

  SimLoopGroup(SimProcess process, int count) {
    world = process.world();
    for (int i = 0; i < count; i++) {
      SimEventLoop loop = new SimEventLoop(process, this, process + "-" + i);
      loops.add(loop);
      loop.terminationFuture().addListener(end -> {
        if (++terminatedLoops == count) {
          terminated.trySuccess(null);
        }
      });
    }
  }

  List<SimEventLoop> loops() {
    return loops;
  }

  @Override
  public EventLoop next() {
    EventLoop chosen = loops.get(next);
    next = (next + 1) % loops.size();
    return chosen;
  }

  @Override
  public Iterator<EventExecutor> iterator() {
    return List.<EventExecutor>copyOf(loops).iterator();
  }

  @Override
  public Ticker ticker() {
    return world;
  }

  @Override
  public ChannelFuture register(Channel channel) {
    return next().register(channel);
  }

  @Override
  public ChannelFuture register(ChannelPromise promise) {
    return next().register(promise);
  }

  @Override
  @Deprecated
  public ChannelFuture register(Channel channel, ChannelPromise promise) {
    return next().register(channel, promise);
  }

  @Override
  public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
    loops.forEach(loop -> loop.shutdownGracefully(quietPeriod, timeout, unit));
    return terminated;
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester") // Netty's method and Netty's deprecation: nobody here calls it
  public void shutdown() {
    shutdownGracefully(0, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public boolean isShuttingDown() {
    return loops.stream().allMatch(SimEventLoop::isShuttingDown);
  }

  @Override
  public boolean isShutdown() {
    return loops.stream().allMatch(SimEventLoop::isShutdown);
  }

  @Override
  public boolean isTerminated() {
    return loops.stream().allMatch(SimEventLoop::isTerminated);
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    throw new UnsupportedOperationException("nothing blocks in a simulated world: run it until isTerminated");
  }

  @Override
  public Future<?> terminationFuture() {
    return terminated;
  }
}
