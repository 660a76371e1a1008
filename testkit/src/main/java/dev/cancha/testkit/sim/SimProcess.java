package dev.cancha.testkit.sim;

import dev.cancha.client.Endpoint;
import dev.cancha.client.Network;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A process on a machine of its own: event loops, sockets, an allocator, and an end that may be sudden. Of all that it
 * has, only the machine's disk survives it. Owner: the world's thread.
 */
public final class SimProcess {
  private final SimWorld world;
  private final Host host;
  private final int incarnation;
  private final SimLoopGroup loops;
  private final SimAllocator allocator = new SimAllocator();
  private final List<SimExecutor> executors = new ArrayList<>();
  private boolean alive = true;
  private long channels;

  /** How a process ends without having been asked. */
  public enum Crash {
    /** The kernel lives on and resets the connections at once. */
    KILLED,
    /** The machine is off: nothing answers any more, until a process begins there again. */
    POWER
  }

  SimProcess(SimWorld world, Host host, int loopCount, int incarnation) {
    this.world = world;
    this.host = host;
    this.incarnation = incarnation;
    this.loops = new SimLoopGroup(this, loopCount);
    host.begin(this);
    world.began(this);
  }

  public SimWorld world() {
    return world;
  }

  /** Also the host name under which other processes reach it. */
  public String name() {
    return host.name();
  }

  /** A literal address, 10.x.y.z. */
  public InetAddress address() {
    return host.address();
  }

  /** 1, and one more each time it was {@link #restarted}. */
  public int incarnation() {
    return incarnation;
  }

  /** The machine's, which the next process finds as this one leaves it. */
  public SimDisk disk() {
    return host.disk();
  }

  public SimLoopGroup loops() {
    return loops;
  }

  /** Counts what it has given out. */
  public ByteBufAllocator allocator() {
    return allocator;
  }

  /** Chance for the part {@code part} of this process, from its beginning; another one after a restart. */
  public SimRandom random(String part) {
    return world.random(name() + "/" + incarnation + "/" + part);
  }

  /** An executor of this process, which ends with it. */
  public SimExecutor executor(String part, SimExecutor.Delays delays) {
    return new SimExecutor(this, random(part), delays);
  }

  public ChannelFactory<SimChannel> channels() {
    return () -> new SimChannel(this);
  }

  public ChannelFactory<SimServerChannel> serverChannels() {
    return () -> new SimServerChannel(this);
  }

  /** What a client of the production library is handed: names are those of processes, or literal addresses. */
  public Network network() {
    return new Network(loops, channels(), this::resolve, random("client")::nextLong);
  }

  private InetSocketAddress resolve(Endpoint endpoint) {
    return new InetSocketAddress(world.net().address(endpoint.host()), endpoint.port());
  }

  /** False once it has ended. */
  public boolean alive() {
    return alive;
  }

  /**
   * Ends it here and now: no handler runs, nothing is flushed, and what its code still does in the step that is being
   * run has no effect on anything outside.
   */
  public void crash(Crash how) {
    world.owned();
    if (alive) {
      alive = false;
      loops.loops().forEach(SimEventLoop::kill);
      host.end(how);
      world.ended(this);
    }
  }

  /** All of it stands still for {@code time}, as a stopped process does; its kernel goes on. */
  public void pause(Duration time) {
    for (int i = 0; i < loops.loops().size(); i++) {
      pause(i, time);
    }
  }

  /** One event loop stands still for {@code time}; {@code loop} counts them, over and over. */
  public void pause(int loop, Duration time) {
    world.owned();
    loops.loops().get(loop % loops.loops().size()).pause(world.nanoTime() + time.toNanos());
  }

  /** A new process on the same machine, after this one has ended. */
  public SimProcess restarted() {
    if (alive) {
      throw new IllegalStateException(this + " still runs: crash it first");
    }
    return new SimProcess(world, host, loops.loops().size(), incarnation + 1);
  }

  Host host() {
    return host;
  }

  SimAllocator pool() {
    return allocator;
  }

  SimChannelId nextChannelId() {
    return new SimChannelId(toString(), ++channels);
  }

  void owns(SimExecutor executor) {
    executors.add(executor);
  }

  /** Bytes of buffers that nobody has released yet. */
  public long usedBytes() {
    return allocator.usedBytes();
  }

  List<String> leftovers() {
    List<String> left = new ArrayList<>();
    loops.loops().forEach(loop -> left.addAll(loop.leftovers()));
    executors.stream()
        .filter(executor -> executor.pending() > 0)
        .forEach(executor -> left.add(this + ": " + executor.pending() + " tasks of an executor"));
    if (usedBytes() > 0) {
      left.add(this + ": " + usedBytes() + " bytes of buffers");
    }
    return left;
  }

  @Override
  public String toString() {
    return host.name() + (incarnation == 1 ? "" : "#" + incarnation);
  }
}
