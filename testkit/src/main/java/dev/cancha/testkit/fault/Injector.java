package dev.cancha.testkit.fault;

import dev.cancha.testkit.fault.Mix.Network;
import dev.cancha.testkit.sim.LinkConditions;
import dev.cancha.testkit.sim.SimConnection;
import dev.cancha.testkit.sim.SimDisk;
import dev.cancha.testkit.sim.SimNet;
import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.sim.SimProcess.Crash;
import dev.cancha.testkit.sim.SimWorld;
import dev.cancha.testkit.store.CrashPoints.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Does a plan to a world. Faults may overlap: what a client's network is like follows from all that last just now, so
 * the end of one does not end another. Owner: the world's thread.
 */
public final class Injector {
  /** What the amount of a crash stands for. */
  private static final List<Moment> MOMENTS = List.of(Moment.AT_ONCE, Moment.BEFORE_APPEND,
      Moment.BEFORE_SYNC,
      Moment.AFTER_SYNC, Moment.AFTER_PUBLISH);

  private final SimWorld world;
  private final Cast cast;
  private final Network base;
  private final Consumer<String> notes;
  private final List<Ongoing> ongoing = new ArrayList<>();
  private final EnumMap<FaultKind, Integer> done = new EnumMap<>(FaultKind.class);
  private boolean healed;

  /** {@code connections}: those that it holds up, where it does not hold up all. */
  private record Ongoing(Fault fault, int victim, List<SimConnection> connections) {}

  /** {@code notes} is told what happens, in words. The network becomes that of {@code base}. */
  public Injector(SimWorld world, Cast cast, Network base, Consumer<String> notes) {
    this.world = world;
    this.cast = cast;
    this.base = base;
    this.notes = notes;
    world.net().conditions(base.conditions());
  }

  /** Everything of {@code faults} will happen at its time, counted from now; nothing does once all is healed. */
  public void schedule(List<Fault> faults) {
    for (Fault fault : faults) {
      world.after(Duration.ofMillis(fault.atMillis()), () -> begin(fault));
    }
  }

  /** Whether {@link #heal} has ended all that can happen. */
  public boolean healed() {
    return healed;
  }

  /** Begins {@code fault} now, whatever its time; it ends by itself. Nothing happens where there is nobody to hit. */
  public void begin(Fault fault) {
    if (healed) {
      return;
    }
    int victim = 0;
    if (fault.kind().victim() == FaultKind.Victim.CLIENT) {
      int clients = cast.clients().size();
      if (clients == 0) {
        return;
      }
      victim = fault.target() % clients;
    }
    Ongoing begun = new Ongoing(fault, victim, connections(fault, victim));
    if (hit(begun)) {
      done.merge(fault.kind(), 1, Integer::sum);
      notes.accept("fault " + fault);
      if (fault.kind().lasts()) {
        ongoing.add(begun);
        world.after(Duration.ofMillis(fault.forMillis()), () -> end(begun));
        refresh(begun);
      }
    }
  }

  /** Ends all faults and begins no more; the network is that of the mix, on a good day. */
  public void heal() {
    healed = true;
    for (Ongoing begun : List.copyOf(ongoing)) {
      end(begun);
    }
    world.net().heal(base.healthy().conditions());
    notes.accept("all faults are over");
  }

  /** How many faults of each kind were done so far. */
  public SortedMap<FaultKind, Integer> done() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(done));
  }

  private List<SimConnection> connections(Fault fault, int victim) {
    return fault.kind() == FaultKind.BLACK_HOLE
        ? world.net().connections(cast.clients().get(victim), cast.server())
        : List.of();
  }

  /** What happens at the beginning; false where it hit nothing. */
  private boolean hit(Ongoing begun) {
    return switch (begun.fault.kind()) {
      case RESET, HALF_OPEN, GHOST -> reset(begun);
      case BLACK_HOLE -> {
        begun.connections.forEach(SimConnection::blackHole);
        yield !begun.connections.isEmpty();
      }
      case KILL -> cast.crash(begun.victim, Crash.KILLED);
      case POWER -> cast.crash(begun.victim, Crash.POWER);
      case REFUSED -> {
        world.net().refuse(cast.server(), true);
        yield true;
      }
      case PAUSE_LOOP, PAUSE_ALL -> pause(begun.fault);
      case CRASH_SERVER -> cast.crashServer(moment(begun.fault), Crash.KILLED);
      case POWER_SERVER -> cast.crashServer(moment(begun.fault), Crash.POWER);
      case MUTE, DEAF, STALL, LAG, CRUMBS, SLOW_READER, UNREACHABLE -> true;
      case SLOW_DISK, STUCK_DISK, FAILING_SYNC, FULL_DISK -> true;
    };
  }

  private static Moment moment(Fault fault) {
    return MOMENTS.get(fault.amount());
  }

  private boolean pause(Fault fault) {
    SimProcess server = cast.server();
    Duration time = Duration.ofMillis(fault.forMillis());
    if (server.alive() && fault.kind() == FaultKind.PAUSE_LOOP) {
      server.pause(fault.target(), time);
    } else if (server.alive()) {
      server.pause(time);
    }
    return server.alive();
  }

  private boolean reset(Ongoing begun) {
    SimProcess client = cast.clients().get(begun.victim);
    List<SimConnection> open = world.net().connections(client, cast.server());
    for (SimConnection connection : open) {
      switch (begun.fault.kind()) {
        case HALF_OPEN -> connection.halfOpen(client);
        case GHOST -> connection.halfOpen(cast.server());
        default -> connection.reset();
      }
    }
    return !open.isEmpty();
  }

  private void end(Ongoing over) {
    if (!ongoing.remove(over)) {
      return;
    }
    switch (over.fault.kind()) {
      case BLACK_HOLE -> over.connections.stream()
          .filter(connection -> ongoing.stream().noneMatch(other -> other.connections.contains(connection)))
          .forEach(SimConnection::heal);
      case KILL, POWER -> cast.revive(over.victim);
      case CRASH_SERVER, POWER_SERVER -> cast.reviveServer();
      case REFUSED -> {
        if (!lasts(FaultKind.REFUSED)) {
          world.net().refuse(cast.server(), false);
        }
      }
      default -> refresh(over);
    }
    notes.accept("end of " + over.fault);
  }

  /** Makes the network what it is with all that lasts now. */
  private void refresh(Ongoing changed) {
    switch (changed.fault.kind()) {
      case MUTE, DEAF, STALL, LAG, CRUMBS, SLOW_READER -> refresh(changed.victim);
      case UNREACHABLE -> {
        world.net().conditions(everywhere());
        for (int i = 0; i < cast.clients().size(); i++) {
          refresh(i);
        }
      }
      case SLOW_DISK, STUCK_DISK, FAILING_SYNC, FULL_DISK -> refreshDisk();
      default -> {
        // changes nothing that lasts about the network
      }
    }
  }

  private void refresh(int victim) {
    SimNet net = world.net();
    SimProcess client = cast.clients().get(victim);
    LinkConditions up = everywhere();
    LinkConditions down = everywhere();
    boolean mute = false;
    boolean deaf = false;
    for (Ongoing each : ongoing) {
      if (each.victim == victim) {
        int amount = each.fault.amount();
        switch (each.fault.kind()) {
          case MUTE -> mute = true;
          case DEAF -> deaf = true;
          case STALL -> {
            mute = true;
            deaf = true;
          }
          case LAG -> {
            up = later(up, amount);
            down = later(down, amount);
          }
          case CRUMBS -> {
            up = up.withSegments(Math.min(amount, up.segmentBytes()));
            down = down.withSegments(Math.min(amount, down.segmentBytes()));
          }
          case SLOW_READER -> down = down.withWindow(Math.min(amount, down.windowBytes()));
          default -> {
            // changes nothing that lasts about the network
          }
        }
      }
    }
    net.conditions(client, cast.server(), up);
    net.conditions(cast.server(), client, down);
    net.cut(client, cast.server(), Duration.ZERO);
    if (mute) {
      net.blackHoleOneWay(client, cast.server());
    }
    if (deaf) {
      net.blackHoleOneWay(cast.server(), client);
    }
  }

  private void refreshDisk() {
    SimDisk disk = cast.server().disk();
    int slower = ongoing.stream()
        .filter(each -> each.fault.kind() == FaultKind.SLOW_DISK)
        .mapToInt(each -> each.fault.amount())
        .max()
        .orElse(0);
    disk.slower(Duration.ofMillis(slower));
    disk.stuck(lasts(FaultKind.STUCK_DISK));
    disk.failing(lasts(FaultKind.FAILING_SYNC));
    disk.full(lasts(FaultKind.FULL_DISK));
  }

  private boolean lasts(FaultKind kind) {
    return ongoing.stream().anyMatch(each -> each.fault.kind() == kind);
  }

  /** The mix, where opening a connection takes as long as the longest outage that lasts now. */
  private LinkConditions everywhere() {
    int outage = ongoing.stream()
        .filter(each -> each.fault.kind() == FaultKind.UNREACHABLE)
        .mapToInt(each -> each.fault.forMillis())
        .max()
        .orElse(0);
    return base.conditions().withSynDelay(Duration.ofMillis(outage));
  }

  private static LinkConditions later(LinkConditions than, int millis) {
    Duration least = than.delay().plusMillis(millis);
    return than.withDelay(least, least.plus(than.jitter()));
  }
}
