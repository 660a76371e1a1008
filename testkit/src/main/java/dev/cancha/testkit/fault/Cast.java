package dev.cancha.testkit.fault;

import dev.cancha.testkit.sim.SimProcess;
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
}
