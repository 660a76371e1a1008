package dev.cancha.testkit.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.cancha.server.journal.Journal;
import dev.cancha.server.journal.StoreUnderTest;
import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.sim.SimProcess.Crash;
import dev.cancha.testkit.sim.SimWorld;
import java.time.Duration;
import org.slf4j.LoggerFactory;

/** The store of a process whose world stands still until the test lets things settle. */
final class SimStoreUnderTest implements StoreUnderTest {
  private static final Duration A_WHILE = Duration.ofMillis(10);

  static {
    // the failures are planted, and asserted where they are told
    ((Logger) LoggerFactory.getLogger(SimStore.class.getPackageName())).setLevel(Level.OFF);
  }

  private final SimWorld world = new SimWorld(1);
  private SimProcess process = world.process("server", 1);
  private SimStore store = SimStore.open(process);
  private int commitsBefore;

  @Override
  public Journal journal() {
    return store;
  }

  @Override
  public void settle() {
    while (store.waiting() > 0) {
      world.advance(A_WHILE);
    }
  }

  @Override
  public void failNextCommit() {
    process.disk().failNextWrite();
  }

  @Override
  public int commits() {
    return commitsBefore + store.commits();
  }

  @Override
  public void crash() {
    commitsBefore += store.commits();
    process.crash(Crash.KILLED);
    process = process.restarted();
    store = SimStore.open(process);
  }

  @Override
  public void close() {
    settle();
    world.close();
  }
}
