package dev.cancha.server.foreign;

import io.netty.channel.EventLoop;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An event loop for one foreign game, until it is given up. After that nothing that its thread does is seen by anyone:
 * all effects pass {@link #outward}. Any thread may use it, but for {@link #enter} and {@link #leave}, which are the
 * loop's.
 */
public final class ForeignLoop {
  private static final Logger LOG = LoggerFactory.getLogger(ForeignLoop.class);

  private final String game;
  private final EventLoop loop;
  private final CpuClock cpu;
  private final Runnable inhabited;
  /** Guarded by this. */
  private final Set<Tenant> tenants = new LinkedHashSet<>();
  /** Looks since the oldest question that is not answered. */
  private final AtomicInteger silent = new AtomicInteger();
  /** Whose task is under way. Guarded by this. */
  private @Nullable Tenant running;
  /** Written while this is locked, so that an effect is whole or not at all. */
  private volatile boolean over;

  /** {@code inhabited} is run when somebody moves in. */
  ForeignLoop(String game, EventLoop loop, CpuClock cpu, Runnable inhabited) {
    this.game = game;
    this.loop = loop;
    this.cpu = cpu;
    this.inhabited = inhabited;
  }

  public String game() {
    return game;
  }

  public EventLoop loop() {
    return loop;
  }

  /** What the calling thread has cost. */
  public long cpuNanos() {
    return cpu.nanos();
  }

  /** Whether it was given up; never false again once true. */
  public boolean over() {
    return over;
  }

  /** {@code tenant} lives here until it {@link #leaves}. False where nobody can any more. */
  public boolean moveIn(Tenant tenant) {
    synchronized (this) {
      if (over) {
        return false;
      }
      tenants.add(tenant);
    }
    inhabited.run();
    return true;
  }

  public synchronized void leaves(Tenant tenant) {
    tenants.remove(tenant);
  }

  /** Runs {@code task} on the loop, or not at all where it was given up. */
  public void execute(Runnable task) {
    if (over) {
      return;
    }
    try {
      loop.execute(task);
    } catch (RejectedExecutionException ended) {
      return; // it was given up meanwhile, or the server stops
    }
  }

  /**
   * Runs {@code task} on the loop for {@code tenant}, who lives here until it is done. Where the loop is given up
   * before that, or was already, {@code tenant} is told so.
   */
  public void visit(Tenant tenant, Runnable task) {
    if (!moveIn(tenant)) {
      tenant.evicted(false);
      return;
    }
    execute(() -> {
      if (!enter(tenant)) {
        return;
      }
      try {
        task.run();
      } catch (GivenUp meanwhile) {
        // the tenant was told
      } finally {
        leave();
        leaves(tenant);
      }
    });
  }

  /** A task of {@code tenant} begins. False where nothing may be done here any more. */
  public synchronized boolean enter(Tenant tenant) {
    assert loop.inEventLoop() : "tasks are begun on the loop: hop there with execute";
    if (over) {
      return false;
    }
    running = tenant;
    return true;
  }

  /** The task is done. */
  public synchronized void leave() {
    running = null;
  }

  /** Throws where this was given up: what a game's code came to in the end counts for nothing. */
  public void require() {
    if (over) {
      throw new GivenUp();
    }
  }

  /** Does what others see, if this was not given up; else throws {@link GivenUp}. It must be short. */
  public synchronized void outward(Runnable effect) {
    require();
    effect.run();
  }

  synchronized boolean isInhabited() {
    return !tenants.isEmpty();
  }

  /** One more look at the loop; how many it has not answered. */
  int look() {
    int before = silent.getAndIncrement();
    if (before == 0) {
      execute(() -> silent.set(0));
    }
    return before;
  }

  /** Nothing that its thread does from now on counts; who was at work is gone, and all others too. */
  void giveUp() {
    Tenant blamed;
    List<Tenant> all;
    synchronized (this) {
      over = true;
      blamed = running;
      all = List.copyOf(tenants);
      tenants.clear();
    }
    for (Tenant tenant : all) {
      try {
        tenant.evicted(tenant.equals(blamed));
      } catch (RuntimeException bug) {
        LOG.error("one that lived on a lost thread of {} did not take it well", game, bug);
      }
    }
  }
}
