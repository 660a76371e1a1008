package dev.cancha.testkit.fault;

import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.store.CrashPoints.Moment;
import java.util.List;

/** Who can be hit by faults; known to whoever set the scene. */
public interface Cast {
  /** Every client's process in order of creation; at the place of one that was started again stands the new one. */
  List<SimProcess> clients();

  SimProcess server();

  /** Crashes the client at place {@code index}, which stays down until {@link #revive}; false where it does not run. */
  boolean crash(int index, SimProcess.Crash how);

  /** Starts the client at place {@code index} again, now or soon; it remembers its token. */
  void revive(int index);

  /** The server's process is to end when {@code moment} comes; false where it does not run, or is to end already. */
  boolean crashServer(Moment moment, SimProcess.Crash how);

  /** The server is not to crash any more; and where it has, it starts again. */
  void reviveServer();
}
