package dev.cancha.testkit.sim;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to connect: the TCP handshake. What is lost is sent again after 1 s, 2 s, 4 s, as Linux does. Owner: the
 * world's thread.
 */
final class Dial {
  private static final long FIRST_RETRY_NANOS = 1_000_000_000L;
  private static final int MOST_RETRIES = 6;

  private final SimNet net;
  private final SimWorld world;
  private final SimChannel caller;
  private final InetSocketAddress local;
  private final InetSocketAddress remote;
  private final @Nullable Host target;
  private final SimRandom random;
  private final String name;
  private long sentNanos;
  private int retries;
  private boolean over;

  Dial(SimNet net, SimChannel caller, InetSocketAddress local, InetSocketAddress remote) {
    this.net = net;
    this.world = net.world();
    this.caller = caller;
    this.local = local;
    this.remote = remote;
    this.target = net.hostAt(remote.getAddress());
    this.name = caller.process() + "/dial/" + caller.process().host().dial();
    this.random = world.random(name);
  }

  /** Nobody waits for it any more. */
  void cancel() {
    over = true;
  }

  void begin() {
    sentNanos = world.nanoTime();
    if (target == null) {
      lost(); // no machine has this address
    } else {
      Link way = net.link(caller.process().host(), target);
      LinkConditions conditions = way.conditions();
      long transit = conditions.synDelay().toNanos() + Pipe.transit(conditions, random);
      world.at(sentNanos + transit, () -> called(target, way));
    }
  }

  /** Nobody waits for it, or nobody is there any more. */
  private boolean over() {
    return over || !caller.process().alive();
  }

  private void called(Host host, Link way) {
    if (over()) {
      return;
    }
    SimServerChannel listener = host.answers(remote.getPort());
    if (way.blockedUntil() > world.nanoTime() || (listener != null && listener.full())) {
      lost();
      return;
    }
    Link back = net.link(host, caller.process().host());
    world.at(world.nanoTime() + Pipe.transit(back.conditions(), random), () -> answered(listener, back));
  }

  private void answered(@Nullable SimServerChannel listener, Link back) {
    if (over()) {
      return;
    }
    if (back.blockedUntil() > world.nanoTime()) {
      lost();
    } else if (listener == null) {
      over = true;
      caller.refused("Connection refused", remote);
    } else if (!listener.process().alive()) {
      lost(); // the next one finds out
    } else {
      over = true;
      SimConnection.Ends ends = new SimConnection.Ends(caller.process(), listener.process());
      caller.connected(net.open(ends, new SimSocket.Addresses(local, remote), random));
    }
  }

  private void lost() {
    if (retries == MOST_RETRIES) {
      world.at(sentNanos + (FIRST_RETRY_NANOS << retries), () -> {
        if (!over()) {
          over = true;
          caller.refused("Connection timed out", remote);
        }
      });
    } else {
      world.at(sentNanos + (FIRST_RETRY_NANOS << retries++), () -> {
        if (!over()) {
          begin();
        }
      });
    }
  }
}
