package dev.cancha.testkit.scene;

import dev.cancha.server.Ports;
import dev.cancha.server.ServerConfig;
import dev.cancha.testkit.sim.SimProcess;
import dev.cancha.testkit.sim.SimProcess.Crash;
import dev.cancha.testkit.sim.SimServer;
import dev.cancha.testkit.store.CrashPoints;
import dev.cancha.testkit.store.CrashPoints.Moment;
import dev.cancha.testkit.store.SimStore;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A machine on which the production server runs with its journal on the machine's disk: it may crash, and is started
 * again there, on the same port and with the same key. Owner: the world's thread.
 */
public final class Venue {
  private final Ledger ledger = new Ledger();
  private final Reached reached = new Reached();
  private final Lives lives = new Lives();
  private final CrashPoints points;
  private final SimServer server;
  private @Nullable SimStore store;

  private Venue(SimProcess process, ServerConfig config, UnaryOperator<Ports> change) {
    points = new CrashPoints(process.world());
    ledger.add(lives);
    server = SimServer.start(process, config, (now, usual) -> {
      SimStore opened = SimStore.open(now);
      store = opened;
      Ports changed = change.apply(usual.with(points.around(opened)));
      return changed.with(ledger.before(changed.journal())).with(lives.watching(changed.steps()));
    });
  }

  /**
   * Starts the server, and runs the world until it listens.
   *
   * @param change puts other collaborators in the place of the usual ones, in each process anew
   */
  public static Venue open(SimProcess process, ServerConfig config, UnaryOperator<Ports> change) {
    return new Venue(process, config, change);
  }

  public SimServer server() {
    return server;
  }

  public Ledger ledger() {
    return ledger;
  }

  public Lives lives() {
    return lives;
  }

  /** The journal of the process that runs, or ran last, as it is on the disk. */
  public SimStore store() {
    return Objects.requireNonNull(store, "a server has one");
  }

  public Reached reached() {
    return reached;
  }

  /** The server's process is to end when {@code moment} comes. False where it does not run, or is to end already. */
  public boolean crash(Moment moment, Crash how) {
    boolean runs = server.runs() && !points.isArmed();
    if (runs) {
      points.arm(moment, () -> {
        reached.note("crash " + moment.words());
        server.crash(how);
        ledger.crashed();
      });
    }
    return runs;
  }

  /** It is not to crash any more; and where it has, it starts again. */
  public void revive() {
    points.disarm();
    if (!server.process().alive()) {
      server.restart();
      ledger.restarted();
    }
  }
}
