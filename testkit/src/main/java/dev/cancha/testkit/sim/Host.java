package dev.cancha.testkit.sim;

import dev.cancha.testkit.sim.SimProcess.Crash;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A machine: its address, its ports, its disk, and the sockets of the process on it. Owner: the world's thread. */
final class Host {
  private static final int FIRST_EPHEMERAL_PORT = 32_768;
  private static final int LAST_EPHEMERAL_PORT = 60_999;

  private final String name;
  private final InetAddress address;
  private final SimDisk disk;
  private final SortedMap<Integer, SimServerChannel> listeners = new TreeMap<>();
  private final Set<SimSocket> sockets = new LinkedHashSet<>();
  private @Nullable SimProcess process;
  private boolean off;
  private boolean refusing;
  private int nextPort = FIRST_EPHEMERAL_PORT;
  private int dialed;

  /** @param number 1 to 65,535, from which the address is made */
  Host(SimWorld world, String name, int number) {
    this.name = name;
    this.disk = new SimDisk(world, name);
    try {
      this.address = InetAddress.getByAddress(
          new byte[] {10, 0, (byte) (number >> Byte.SIZE), (byte) number});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  String name() {
    return name;
  }

  InetAddress address() {
    return address;
  }

  void begin(SimProcess began) {
    if (process != null) {
      throw new IllegalStateException(name + " runs a process already");
    }
    process = began;
    off = false;
    began.world().net().kick();
  }

  void end(Crash how) {
    process = null;
    off = how == Crash.POWER;
    disk.crash();
    listeners.clear();
    List<SimSocket> open = List.copyOf(sockets);
    sockets.clear();
    open.forEach(socket -> socket.lost(how));
  }

  SimDisk disk() {
    return disk;
  }

  /** Whether nothing answers here, not even a kernel. */
  boolean off() {
    return off;
  }

  /** Numbers the attempts to connect from here. */
  int dial() {
    return ++dialed;
  }

  int ephemeralPort() {
    int port = nextPort;
    nextPort = port == LAST_EPHEMERAL_PORT ? FIRST_EPHEMERAL_PORT : port + 1;
    return port;
  }

  /** Gives the port; 0 asks for any. */
  int listen(SimServerChannel channel, int port) throws BindException {
    int taken = port == 0 ? ephemeralPort() : port;
    if (listeners.putIfAbsent(taken, channel) != null) {
      throw new BindException("Address already in use");
    }
    return taken;
  }

  void stopListening(SimServerChannel channel, int port) {
    listeners.remove(port, channel);
  }

  @Nullable
  SimServerChannel listener(int port) {
    return listeners.get(port);
  }

  /** Who listens to a call from outside. */
  @Nullable
  SimServerChannel answers(int port) {
    return refusing ? null : listeners.get(port);
  }

  void refuse(boolean on) {
    refusing = on;
  }

  void opened(SimSocket socket) {
    sockets.add(socket);
  }

  void closed(SimSocket socket) {
    sockets.remove(socket);
  }

  SortedMap<Integer, SimServerChannel> listeners() {
    return listeners;
  }

  @Override
  public String toString() {
    return name;
  }
}
