package dev.cancha.testkit.sim;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.AbstractScheduledEventExecutor;
import io.netty.util.concurrent.DefaultPromise;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.Ticker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * An event loop whose tasks and timers the world runs. To be in it means that the world runs one of its tasks just
 * now, so that a server of several loops runs on one thread and every hand-off between them is real: code that forgot
 * one trips over its assertion. Owner: the world's thread.
 */
public final class SimEventLoop extends AbstractScheduledEventExecutor implements EventLoop {
  private static final long NEVER = Long.MAX_VALUE;

  private final SimWorld world;
  private final SimProcess process;
  private final String name;
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private final Set<Channel> channels = new LinkedHashSet<>();
  private final Promise<Void> terminated = new DefaultPromise<>(ImmediateEventExecutor.INSTANCE);
  private final Runnable ring = this::ring;
  private final Runnable takeDue = this::takeDue;
  /** When the world next looks at the timers. */
  private long armedAt = NEVER;
  /** 0 while it runs. */
  private long pausedUntil;
  private State state = State.RUNNING;

  private enum State {
    RUNNING, SHUTTING_DOWN, TERMINATED, KILLED
  }

  SimEventLoop(SimProcess process, SimLoopGroup parent, String name) {
    super(parent);
    this.world = process.world();
    this.process = process;
    this.name = name;
  }

  SimProcess process() {
    return process;
  }

  @Override
  public EventLoopGroup parent() {
    return (EventLoopGroup) super.parent();
  }

  @Override
  public EventLoop next() {
    return this;
  }

  @Override
  public Ticker ticker() {
    return world;
  }

  @Override
  public boolean inEventLoop() {
    return world.running() == this;
  }

  @Override
  public boolean inEventLoop(Thread thread) {
    return inEventLoop();
  }

  @Override
  public boolean isExecutorThread(Thread thread) {
    return inEventLoop();
  }

  // ------------------------------------------------------------------ tasks and timers

  @Override
  public void execute(Runnable task) {
    world.owned();
    if (state == State.KILLED || state == State.TERMINATED) {
      if (inEventLoop()) {
        return; // the rest of the task in which it was killed: nothing comes of it
      }
      throw new RejectedExecutionException(this + " is " + state);
    }
    tasks.add(task);
    if (tasks.size() == 1 && !paused()) {
      world.ready(this);
    }
  }

  private boolean paused() {
    return pausedUntil != 0;
  }

  /** Runs nothing until then; of overlapping pauses the longest counts. */
  void pause(long until) {
    if (state == State.KILLED || until <= Math.max(pausedUntil, world.nanoTime())) {
      return;
    }
    world.notReady(this);
    pausedUntil = until;
    world.at(until, this::goOn);
  }

  private void goOn() {
    if (world.nanoTime() < pausedUntil || state == State.KILLED) {
      return;
    }
    pausedUntil = 0;
    if (hasTasks()) {
      world.ready(this);
    }
  }

  boolean hasTasks() {
    return !tasks.isEmpty();
  }

  Runnable take() {
    return tasks.remove();
  }

  /** A task was run: it may have set a timer. */
  void ran() {
    if (state == State.KILLED) {
      return;
    }
    long deadline = nextScheduledTaskDeadlineNanos();
    if (deadline != -1 && deadline < armedAt) {
      armedAt = deadline;
      world.at(deadline, ring);
    }
  }

  private void ring() {
    if (world.nanoTime() < armedAt || state == State.KILLED) {
      return; // a timer that was set later and rang earlier has seen to it
    }
    armedAt = NEVER;
    world.as(this, takeDue);
    ran();
  }

  private void takeDue() {
    long now = world.nanoTime();
    for (Runnable due = pollScheduledTask(now); due != null; due = pollScheduledTask(now)) {
      execute(due);
    }
  }

  // ------------------------------------------------------------------ channels

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

  void registered(Channel channel) {
    channels.add(channel);
  }

  void deregistered(Channel channel) {
    channels.remove(channel);
  }

  // ------------------------------------------------------------------ the end

  /** From now on nothing of it runs, and nobody is told. */
  void kill() {
    state = State.KILLED;
    tasks.clear();
    channels.clear();
    // Netty itself keeps hold of what depends on a loop until its end.
    terminated.trySuccess(null);
  }

  @Override
  public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
    if (state == State.RUNNING) {
      execute(() -> {
        List.copyOf(channels).forEach(channel -> channel.unsafe().close(channel.unsafe().voidPromise()));
        execute(this::terminateWhenIdle);
      });
      state = State.SHUTTING_DOWN;
    }
    return terminated;
  }

  private void terminateWhenIdle() {
    if (hasTasks()) {
      execute(this::terminateWhenIdle);
    } else {
      cancelScheduledTasks();
      state = State.TERMINATED;
      terminated.trySuccess(null);
    }
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester") // Netty's method and Netty's deprecation: nobody here calls it
  public void shutdown() {
    shutdownGracefully(0, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public boolean isShuttingDown() {
    return state != State.RUNNING;
  }

  @Override
  public boolean isShutdown() {
    return state == State.TERMINATED || state == State.KILLED;
  }

  @Override
  public boolean isTerminated() {
    return isShutdown();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    throw new UnsupportedOperationException("nothing blocks in a simulated world: run it until isTerminated");
  }

  @Override
  public Future<?> terminationFuture() {
    return terminated;
  }

  List<String> leftovers() {
    List<String> left = new ArrayList<>();
    channels.forEach(channel -> left.add(this + ": " + channel));
    if (hasTasks()) {
      left.add(this + ": " + tasks.size() + " tasks");
    }
    long deadline = nextScheduledTaskDeadlineNanos();
    if (deadline != -1) {
      left.add(this + ": a timer that rings in " + (deadline - world.nanoTime()) / 1_000_000 + " ms");
    }
    return left;
  }

  @Override
  public String toString() {
    return name;
  }
}
