package dev.cancha.app.host;

import dev.cancha.common.discovery.Beacon;
import dev.cancha.common.discovery.DatagramCounts;
import dev.cancha.server.ServerConfig;
import java.time.Duration;
import java.util.function.Supplier;

/** Starts a server in this process. Its methods wait, on the thread that calls. */
@FunctionalInterface
public interface ServerLauncher {
  /**
   * Starts a server.
   *
   * @param data locked for this server: its journal is there, and the key that signs the tokens of sessions
   * @throws PortTaken if another program has the configured port
   * @throws HostError if the server cannot start for any other reason
   */
  Running start(ServerConfig config, DataDirectory data);

  /** A server that accepts connections. */
  interface Running {
    /** The port that it really listens on. */
    int port();

    /** Opens a room that stays open without anyone in it, and gives its code. */
    String openRoom(String game);

    /** What it tells to anyone who looks for servers, under {@code id}. Any thread may ask. */
    Beacon beacon(String id);

    /** {@code counts} are from now on among its metrics. */
    void watch(Supplier<DatagramCounts> counts);

    /** Says goodbye to everyone and stops; false if that took longer than {@code most}. */
    boolean drain(Duration most);
  }

  /** Another program listens on the port already. */
  final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PortTaken(int port, Throwable cause) {
      super("port " + port + " is taken", cause);
    }
  }
}
