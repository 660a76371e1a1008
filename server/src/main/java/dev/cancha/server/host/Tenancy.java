package dev.cancha.server.host;

import dev.cancha.server.foreign.ForeignLoop;
import dev.cancha.server.foreign.GivenUp;
import dev.cancha.server.journal.Journal;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;

/**
 * The home of a room whose game came from outside. Whatever its code throws ends the room, and so does one go that
 * costs too much of the thread's time; and when the loop is given up nothing that the room still does is seen. Owner:
 * the loop, but for {@link #execute}.
 */
final class Tenancy implements Home {
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ForeignLoop home;
  private long beganNanos;

  Tenancy(ForeignLoop home) {
    this.home = home;
    beganNanos = home.cpuNanos();
  }

  @Override
  public EventLoop loop() {
    return home.loop();
  }

  @Override
  public boolean foreign() {
    return true;
  }

  @Override
  public void moveIn(RoomHost host) {
    if (!home.moveIn(host)) {
      home.require();
    }
  }

  @Override
  public void leaves(RoomHost host) {
    home.leaves(host);
  }

  @Override
  public void execute(Runnable task) {
    home.execute(task);
  }

  @Override
  public void go(RoomHost host, Runnable task) {
    if (!home.enter(host)) {
      return;
    }
    beganNanos = home.cpuNanos();
    try {
      host.course().catchUp();
      task.run();
      afford();
    } catch (GivenUp gone) {
      // those who were here have been told
    } catch (Throwable broken) {
      end(host, broken);
    } finally {
      home.leave();
    }
  }

  /** Where even that cannot be shown, since what is shown is of the game's making, the room closes without a word. */
  private static void end(RoomHost host, Throwable broken) {
    try {
      if (!host.course().over()) {
        host.course().fail(broken, host.served());
      }
    } catch (GivenUp gone) {
      // as above
    } catch (Throwable again) {
      RoomHost.LOG.error("room {} closes", host.id(), again);
      host.close();
    }
  }

  @Override
  public boolean lost() {
    return home.over();
  }

  @Override
  public void requireHere() {
    home.require();
  }

  @Override
  public void afford() {
    home.require();
    long spent = home.cpuNanos() - beganNanos;
    if (spent > MOST_NANOS) {
      throw new OverBudget(spent, MOST_NANOS);
    }
  }

  @Override
  public void outward(Runnable effect) {
    home.outward(effect);
  }

  @Override
  public RoomPorts ports(RoomPorts ports) {
    GuardedLobby lobby = new GuardedLobby(home, ports.listing(), ports.places());
    return ports.with(lobby, lobby);
  }

  @Override
  public Journal.Log log(Journal.Log log) {
    return new GuardedLog(home, log);
  }
}
