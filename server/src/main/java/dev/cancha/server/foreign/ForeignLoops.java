package dev.cancha.server.foreign;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All loops of foreign games: made when their first room is, and looked at twice a second while anyone lives on them.
 * One that did not answer four looks in a row is given up, and its place is free for another. Looks are counted and
 * not the time, so that a process that stood still is not taken for a loop that does. Any thread may use it.
 */
public final class ForeignLoops {
  private static final Logger LOG = LoggerFactory.getLogger(ForeignLoops.class);
  private static final long BETWEEN_LOOKS_MILLIS = 500;
  /** After 2 s. */
  private static final int MOST_SILENT_LOOKS = 4;

  private final ForeignPorts ports;
  private final ForeignLimits limits;
  private final Supplier<EventLoop> own;
  private final Consumer<EventLoop> lost;
  /** By game, and at each place of the round the one that lives there now. Guarded by this, as all below. */
  private final Map<String, List<ForeignLoop>> loops = new TreeMap<>();
  private final Map<String, Integer> turns = new TreeMap<>();
  /** Those that were given up and whose thread has not ended. */
  private final Set<EventLoop> stuck = new LinkedHashSet<>();
  private @Nullable ScheduledFuture<?> watch;

  /**
   * @param own one of the server's own loops, which watches
   * @param lost told of each loop that was given up, on that, after all who lived there
   */
  public ForeignLoops(ForeignPorts ports, ForeignLimits limits, Supplier<EventLoop> own,
      Consumer<EventLoop> lost) {
    this.ports = ports;
    this.limits = limits;
    this.own = own;
    this.lost = lost;
  }

  /** Where no game came from outside. */
  public static ForeignLoops none() {
    return new ForeignLoops(ForeignPorts.none(), new ForeignLimits(1, 1), () -> {
      throw new IllegalStateException("there is nothing to watch");
    }, lost -> {
      // none is
    });
  }

  /** Whether {@code game} came from outside. */
  public boolean owns(String game) {
    return ports.games().contains(game);
  }

  /** Where the next room of {@code game} lives; null where too many threads hang to let another begin. */
  public synchronized @Nullable ForeignLoop next(String game) {
    stuck.removeIf(EventLoop::isTerminated);
    if (stuck.size() >= limits.maxStuck()) {
      return null;
    }
    List<ForeignLoop> its = loops.computeIfAbsent(game, unseen -> new ArrayList<>());
    int turn = turns.merge(game, 1, Integer::sum) % limits.threads();
    if (its.size() < limits.threads()) {
      ForeignLoop opened = new ForeignLoop(game, ports.loops().open(game), ports.cpu(), this::watch);
      its.add(opened);
      return opened;
    }
    return its.get(turn);
  }

  private synchronized void watch() {
    if (watch == null) {
      watch = own.get()
          .scheduleWithFixedDelay(this::look, BETWEEN_LOOKS_MILLIS, BETWEEN_LOOKS_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    List<ForeignLoop> silent = new ArrayList<>();
    synchronized (this) {
      boolean anyone = false;
      for (List<ForeignLoop> its : loops.values()) {
        for (ForeignLoop loop : its) {
          anyone |= loop.isInhabited();
          if (loop.isInhabited() && loop.look() >= MOST_SILENT_LOOKS) {
            silent.add(loop);
          }
        }
      }
      for (ForeignLoop loop : silent) {
        loops.values().forEach(its -> its.remove(loop));
        stuck.add(loop.loop());
      }
      if (!anyone && watch != null) {
        watch.cancel(false);
        watch = null;
      }
    }
    silent.forEach(this::giveUp);
  }

  private void giveUp(ForeignLoop loop) {
    LOG.error("the game {} has not come to an end for 2 s: its thread is given up, and all rooms there end",
        loop.game());
    loop.giveUp();
    lost.accept(loop.loop());
    ports.loops().giveUp(loop.loop());
  }
}
