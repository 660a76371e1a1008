package dev.cancha.app.host;

import dev.cancha.common.discovery.Beacon;
import dev.cancha.common.discovery.DatagramCounts;
import dev.cancha.common.discovery.NetworkLink;
import dev.cancha.server.ServerConfig;
import java.util.List;
import java.util.function.Supplier;

/** The networks that this machine is in. Its methods wait, on the thread that calls. */
public interface Networks {
  /** The interfaces that are up just now, networks first. */
  List<NetworkLink> links();

  /** Tells everyone there of a server, until that is closed. */
  Presence announce(Subject subject);

  /** Whether a server answers at {@code host}, as others would address it, within a second. */
  boolean answers(String host, int port);

  /** The firewalls that this machine has, as far as it tells. */
  Firewalls firewalls();

  /**
   * A server that others are to find.
   *
   * @param beacon of it as it is just now; asked for on any thread
   * @param links on which it answers, looked up when asked
   * @param ipv6 whether it answers at IPv6 addresses
   * @param settings how it is announced
   */
  record Subject(Supplier<Beacon> beacon, Supplier<List<NetworkLink>> links, boolean ipv6,
      ServerConfig.Discovery settings) {}

  /** A server that others find. */
  interface Presence {
    /** What became of the datagrams that were sent to its beacon. Any thread may ask. */
    DatagramCounts counts();

    /** Tells others that it is gone, and waits for a second at most until they know. */
    void close();
  }
}
