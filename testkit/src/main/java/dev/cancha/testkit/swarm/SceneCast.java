package dev.cancha.testkit.swarm;

import dev.cancha.testkit.fault.Cast;
import dev.cancha.testkit.scene.Scene;
import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.store.CrashPoints.Moment;
import java.util.List;

/** Those of a scene. Owner: the world's thread. */
record SceneCast(Scene scene) implements Cast {
  @Override
  public List<SimProcess> clients() {
    return scene.clients();
  }

  @Override
  public SimProcess server() {
    return scene.server().process();
  }

  @Override
  public boolean crash(int index, SimProcess.Crash how) {
    return scene.crash(scene.clients().get(index), how);
  }

  @Override
  public void revive(int index) {
    scene.revived(scene.clients().get(index));
  }

  @Override
  public boolean crashServer(Moment moment, SimProcess.Crash how) {
    return scene.venue().crash(moment, how);
  }

  @Override
  public void reviveServer() {
    scene.venue().revive();
  }
}
